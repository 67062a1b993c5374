//! The answer of `samkrav catalogue list|show --json`. The shape is documented in docs/command-line.md.

use domain::catalogue::Catalogue;
use domain::catalogue::condition::Condition;
use domain::catalogue::entry::{
    Arguments, Class, Entry, EntrySource, EntryText, FollowUp, LintExempt, Need, PracticeNote, QuantityBasis,
    Sanction, Statement,
};
use domain::catalogue::id::{Code, EntryId, FactName, ParameterName};
use domain::catalogue::parameter::{
    Computed, HeldAgainst, OtherDefault, Parameter, ParameterKind, ParameterRef, ParameterValue, Source,
};
use domain::catalogue::theme::{Level, PlaceForm, Placement, Theme};
use domain::procurement::cpv::CpvList;
use domain::text::Bilingual;
use jiff::civil::Date;
use serde::Serialize;

/// What tells an entry from the others.
#[derive(Serialize)]
struct EntryRow<'a> {
    id: &'a EntryId,
    theme: Theme,
    level: Level,
    placement: Placement,
    class: Class,
    title: Bilingual<&'a str>,
    summary: Bilingual<&'a str>,
}

impl<'a> EntryRow<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self {
            id: &entry.id,
            theme: entry.theme,
            level: entry.rules.level,
            placement: entry.rules.placement,
            class: entry.rules.class,
            title: said(entry, |text| &text.title),
            summary: said(entry, |text| &text.summary),
        }
    }
}

/// An entry whole.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own in the data")]
pub struct EntryJson<'a> {
    #[serde(flatten)]
    row: EntryRow<'a>,
    status: Status<'a>,
    /// Whether it is the authority's own.
    own: bool,
    version: u32,
    checked_on: Date,
    form: Option<PlaceForm>,
    basis: QuantityBasis,
    group: Option<&'a str>,
    burden: i32,
    follow_up_hours: f64,
    cpv: Option<&'a [String]>,
    cpv_list: Option<CpvList>,
    when: Option<&'a Condition>,
    duty_when: Option<&'a Condition>,
    need: &'a [Need],
    rule_of_thumb: bool,
    contested: bool,
    about_persons: bool,
    target_group: bool,
    needs_matching_lead: bool,
    uses_apl_places: bool,
    requires: &'a [EntryId],
    suggests: &'a [EntryId],
    conflicts: &'a [EntryId],
    ladder: &'a [EntryId],
    legal_basis: &'a [String],
    follow_up: Option<FollowUp>,
    in_tender: &'a [Statement],
    sanction: Sanction,
    notice: &'a [String],
    lint_exempt: &'a [LintExempt],
    sources: &'a [EntrySource],
    parameters: Vec<ParameterJson<'a>>,
    words: Bilingual<Words<'a>>,
}

/// Whether it can be chosen, and if not, why.
#[derive(Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
enum Status<'a> {
    Active,
    SwitchedOff,
    Withdrawn { withdrawn_on: Date, replaced_by: &'a [EntryId], why: Bilingual<&'a str> },
}

impl<'a> Status<'a> {
    fn of(entry: &'a Entry, catalogue: &Catalogue) -> Self {
        if let Some(withdrawn_on) = entry.rules.withdrawn_on {
            let why = said(entry, |text| &text.withdrawn);
            return Self::Withdrawn { withdrawn_on, replaced_by: &entry.rules.replaced_by, why };
        }
        if catalogue.switched_off.contains(&entry.id) { Self::SwitchedOff } else { Self::Active }
    }
}

#[derive(Serialize)]
struct ParameterJson<'a> {
    name: &'a ParameterName,
    kind: ParameterKind,
    range: Option<[f64; 2]>,
    options: &'a [Code],
    locked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    needed_when: Option<&'a Condition>,
    #[serde(skip_serializing_if = "<[OtherDefault]>::is_empty")]
    default_when: &'a [OtherDefault],
    #[serde(skip_serializing_if = "Option::is_none")]
    held_against: Option<HeldAgainst>,
    source: SourceJson<'a>,
    label: Bilingual<&'a str>,
}

/// Where the value comes from while the officer has set none.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum SourceJson<'a> {
    Default(&'a ParameterValue),
    Computed(Computed),
    FromFact(&'a FactName),
    SameAs(&'a ParameterRef),
    FillIn,
}

/// Slots stand in braces: `{visits}`.
#[derive(Serialize)]
struct Words<'a> {
    duties: Vec<&'a str>,
    relief: Vec<&'a str>,
    motive: &'a str,
    suitable: &'a str,
    necessary: &'a str,
    balanced: &'a str,
    pitfalls: &'a [String],
    choose_when: &'a str,
    evidence_tender: &'a str,
    evidence_contract: &'a str,
    evidence_short: &'a str,
    follow_up: &'a str,
    sanction: &'a str,
    buyer_duties: &'a [String],
    check_steps: Vec<&'a str>,
    practice: &'a [PracticeNote],
    arguments: Option<&'a Arguments>,
    notice_aim: &'a str,
    notice_term: &'a str,
    unit: &'a str,
}

impl<'a> EntryJson<'a> {
    /// The whole of an entry.
    pub fn of(entry: &'a Entry, catalogue: &'a Catalogue) -> Self {
        let rules = &entry.rules;
        let ladder = catalogue.ladders.iter().find(|ladder| ladder.entries.contains(&entry.id));
        Self {
            row: EntryRow::of(entry),
            status: Status::of(entry, catalogue),
            own: catalogue.own.contains(&entry.id),
            version: rules.version,
            checked_on: rules.checked_on,
            form: rules.form,
            basis: rules.basis,
            group: rules.group.as_deref(),
            burden: rules.burden,
            follow_up_hours: rules.follow_up_hours,
            cpv: rules.cpv.as_deref(),
            cpv_list: rules.cpv_list,
            when: rules.when.as_ref(),
            duty_when: rules.duty_when.as_ref(),
            need: &rules.need,
            rule_of_thumb: rules.rule_of_thumb,
            contested: rules.contested,
            about_persons: rules.about_persons,
            target_group: rules.target_group,
            needs_matching_lead: rules.needs_matching_lead,
            uses_apl_places: rules.uses_apl_places,
            requires: &rules.requires,
            suggests: &rules.suggests,
            conflicts: &rules.conflicts,
            ladder: ladder.map_or(&[], |ladder| &ladder.entries),
            legal_basis: &rules.legal_basis,
            follow_up: rules.follow_up,
            in_tender: entry.in_tender(),
            sanction: rules.sanction,
            notice: &rules.notice,
            lint_exempt: &rules.lint_exempt,
            sources: &rules.sources,
            parameters: rules.parameters.iter().map(|(name, p)| parameter(entry, name, p)).collect(),
            words: Bilingual::each(|language| words(entry.text.of(language))),
        }
    }
}

fn said<'a>(entry: &'a Entry, of: impl Fn(&'a EntryText) -> &'a str) -> Bilingual<&'a str> {
    Bilingual::each(|language| of(entry.text.of(language)))
}

fn parameter<'a>(entry: &'a Entry, name: &'a ParameterName, known: &'a Parameter) -> ParameterJson<'a> {
    let label = said(entry, |text| text.parameters.get(name).map_or("", String::as_str));
    let source = match &known.source {
        Source::Default(value) => SourceJson::Default(value),
        Source::Computed(computed) => SourceJson::Computed(*computed),
        Source::Fact(fact) => SourceJson::FromFact(fact),
        Source::SameAs(other) => SourceJson::SameAs(other),
        Source::FillIn => SourceJson::FillIn,
    };
    ParameterJson {
        name,
        kind: known.kind,
        range: known.range,
        options: &known.options,
        locked: known.locked,
        needed_when: known.needed_when.as_ref(),
        default_when: &known.default_when,
        held_against: known.held_against,
        source,
        label,
    }
}

fn words(text: &EntryText) -> Words<'_> {
    Words {
        duties: text.duties.iter().map(|duty| &*duty.text).collect(),
        relief: text.relief.iter().map(|duty| &*duty.text).collect(),
        motive: &text.motive,
        suitable: &text.suitable,
        necessary: &text.necessary,
        balanced: &text.balanced,
        pitfalls: &text.pitfalls,
        choose_when: &text.choose_when,
        evidence_tender: &text.evidence_tender,
        evidence_contract: &text.evidence_contract,
        evidence_short: &text.evidence_short,
        follow_up: &text.follow_up,
        sanction: &text.sanction,
        buyer_duties: &text.buyer_duties,
        check_steps: text.check_steps.iter().map(|step| &*step.text).collect(),
        practice: &text.practice,
        arguments: text.arguments.as_ref(),
        notice_aim: &text.notice_aim,
        notice_term: &text.notice_term,
        unit: &text.unit,
    }
}
