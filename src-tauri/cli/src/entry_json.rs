//! The answer of `samkrav catalogue list|show --json`. The shape is documented in docs/command-line.md.

use domain::catalogue::Catalogue;
use domain::catalogue::entry::{Class, Entry, EntryText};
use domain::catalogue::id::{Code, EntryId, ParameterName};
use domain::catalogue::parameter::{Parameter, ParameterKind};
use domain::catalogue::theme::{Level, PlaceForm, Placement, Theme};
use domain::text::Bilingual;
use jiff::civil::Date;
use serde::Serialize;

/// An entry in the list.
#[derive(Serialize)]
pub struct EntryRow<'a> {
    id: &'a EntryId,
    theme: Theme,
    level: Level,
    placement: Placement,
    class: Class,
    title: Option<Bilingual<&'a str>>,
    summary: Option<Bilingual<&'a str>>,
}

impl<'a> EntryRow<'a> {
    /// The row of an entry.
    pub fn of(entry: &'a Entry) -> Self {
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
pub struct EntryJson<'a> {
    #[serde(flatten)]
    row: EntryRow<'a>,
    offered: bool,
    version: u32,
    checked_on: Date,
    form: Option<PlaceForm>,
    rule_of_thumb: bool,
    contested: bool,
    requires: &'a [EntryId],
    suggests: &'a [EntryId],
    conflicts: &'a [EntryId],
    legal_basis: &'a [String],
    parameters: Vec<ParameterJson<'a>>,
    words: Option<Bilingual<Words<'a>>>,
}

#[derive(Serialize)]
struct ParameterJson<'a> {
    name: &'a ParameterName,
    kind: ParameterKind,
    range: Option<[f64; 2]>,
    options: &'a [Code],
    locked: bool,
    label: Option<Bilingual<&'a str>>,
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
    evidence_tender: &'a str,
    evidence_contract: &'a str,
    follow_up: &'a str,
    sanction: &'a str,
    buyer_duties: &'a [String],
}

impl<'a> EntryJson<'a> {
    /// The whole of an entry.
    pub fn of(entry: &'a Entry, catalogue: &Catalogue) -> Self {
        let rules = &entry.rules;
        Self {
            row: EntryRow::of(entry),
            offered: catalogue.is_offered(&entry.id),
            version: rules.version,
            checked_on: rules.checked_on,
            form: rules.form,
            rule_of_thumb: rules.rule_of_thumb,
            contested: rules.contested,
            requires: &rules.requires,
            suggests: &rules.suggests,
            conflicts: &rules.conflicts,
            legal_basis: &rules.legal_basis,
            parameters: rules.parameters.iter().map(|(name, p)| parameter(entry, name, p)).collect(),
            words: entry.text.as_ref().map(|text| Bilingual { sv: words(&text.sv), en: words(&text.en) }),
        }
    }
}

fn said<'a>(entry: &'a Entry, of: impl Fn(&'a EntryText) -> &'a str) -> Option<Bilingual<&'a str>> {
    entry.text.as_ref().map(|text| Bilingual { sv: of(&text.sv), en: of(&text.en) })
}

fn parameter<'a>(entry: &'a Entry, name: &'a ParameterName, known: &'a Parameter) -> ParameterJson<'a> {
    let label = said(entry, |text| text.parameters.get(name).map_or("", String::as_str));
    let Parameter { kind, range, options, locked, .. } = known;
    ParameterJson { name, kind: *kind, range: *range, options, locked: *locked, label }
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
        evidence_tender: &text.evidence_tender,
        evidence_contract: &text.evidence_contract,
        follow_up: &text.follow_up,
        sanction: &text.sanction,
        buyer_duties: &text.buyer_duties,
    }
}
