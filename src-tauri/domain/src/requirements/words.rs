//! What is said of a requirement beside its number: duties, evidence, follow-up, sanction and legal basis. The same words
//! stand in the window and on paper.

use std::borrow::Cow;

use jiff::civil::Date;

use super::values::{Filled, Values, is_said, is_wanted};
use super::wording::{self, Piece, Reader};
use crate::assess::{Active, Assessment};
use crate::catalogue::Catalogue;
use crate::catalogue::condition::Condition;
use crate::catalogue::entry::{Entry, EntryText, Role, Sanction};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::legal::Citation;
use crate::catalogue::parameter::ParameterKind;
use crate::catalogue::phrases::Phrases;
use crate::catalogue::theme::Placement;
use crate::follow_up::planned::{Planned, Wait, planned};
use crate::format;
use crate::needs::facts::serde_name;
use crate::procurement::Act;
use crate::project::Project;
use crate::text::{Bilingual, Language};

/// Speaks of a project's requirements in one language.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    /// The project.
    pub project: &'a Project,
    /// What follows from it.
    pub assessment: &'a Assessment,
    /// The catalogue as it stands in the project.
    pub catalogue: &'a Catalogue,
    /// The language.
    pub language: Language,
}

/// A requirement, or an entry as it would be if it were chosen now, ready to be read.
pub struct Said<'a> {
    speaker: Speaker<'a>,
    entry: &'a Entry,
    active: Option<&'a Active>,
    /// The words: those that the project took over, else the catalogue's.
    pub words: &'a EntryText,
    /// The values.
    pub values: Cow<'a, Values>,
}

impl<'a> Speaker<'a> {
    /// The name of an entry; its id when the catalogue lacks it.
    pub fn title(self, id: &EntryId) -> String {
        let known = self.catalogue.entry(id);
        known.map_or_else(|| id.to_string(), |entry| entry.text.of(self.language).title.clone())
    }

    /// Speaks of a project and what follows from it.
    pub fn new(project: &'a Project, assessment: &'a Assessment, language: Language) -> Self {
        Self { project, assessment, catalogue: &assessment.catalogue, language }
    }

    /// The requirement made from an entry.
    pub fn requirement(self, entry: &'a Entry) -> Said<'a> {
        let active = self.assessment.active_for(&entry.id);
        let values = match active {
            Some(active) => Cow::Borrowed(&active.values),
            None => Cow::Owned(self.assessment.values_of(entry, self.project)),
        };
        Said { speaker: self, entry, active, words: entry.text.of(self.language), values }
    }

    /// An entry as it would be if it were chosen now, also while it stands.
    pub fn as_if_new(self, entry: &'a Entry) -> Said<'a> {
        let values = Cow::Owned(self.assessment.values_of(entry, self.project));
        Said { speaker: self, entry, active: None, words: entry.text.of(self.language), values }
    }

    /// "19 kap. 3 och 9 §§ LOU", with a request to check what has not been seen in a source.
    pub fn sections(self, citation: &Citation) -> String {
        let act = self.project.procurement.act;
        sections(citation, act, &self.catalogue.phrases).of(self.language).clone()
    }

    /// "varje halvår"
    pub fn how_often(self, months: u32) -> String {
        match months {
            1 => self.say("facts.monthly"),
            3 => self.say("facts.quarterly"),
            6 => self.say("facts.half_yearly"),
            12 => self.say("facts.yearly"),
            _ => self.fill("facts.every", &[("n", months.to_string())]),
        }
    }

    /// The requirement that plays a part for the others, such as the one that says how shortfalls are put right.
    pub fn in_role(self, role: Role) -> Option<&'a Active> {
        let plays = |active: &&Active| {
            self.catalogue.entry(&active.entry).is_some_and(|e| e.rules.role == Some(role))
        };
        self.assessment.active.iter().find(plays)
    }

    /// A phrase of the catalogue.
    pub fn phrase(self, key: &str) -> String {
        self.catalogue.phrases.word(key, self.language).to_owned()
    }

    /// A phrase of the catalogue with its slots filled.
    pub fn filled(self, key: &str, slots: &[(&str, String)]) -> String {
        self.catalogue.phrases.fill_in(key, slots, self.language)
    }

    fn say(self, key: &str) -> String {
        self.phrase(&format!("specification.{key}"))
    }

    fn fill(self, key: &str, slots: &[(&str, String)]) -> String {
        self.filled(&format!("specification.{key}"), slots)
    }
}

/// A citation under an act, with a request to check what has not been seen in a source.
pub fn sections(citation: &Citation, act: Act, phrases: &Phrases) -> Bilingual {
    let own = phrases.say(&format!("general.acts.{}", serde_name(&act)));
    let act = |language| {
        let named = citation.act_name.as_ref();
        named.map_or_else(|| own.of(language).clone(), |name| format::lower_first(name.of(language)))
    };
    let cited = |language| match language {
        language if citation.sections.is_empty() => act(language),
        Language::Sv => in_swedish(&citation.sections, &act(language)),
        Language::En => in_english(&citation.sections, &act(language)),
    };
    let sections = Bilingual::each(|language| format::upper_first(&cited(language)));
    if citation.verified {
        sections
    } else {
        phrases.fill("specification.facts.unverified", &[("sections", sections)])
    }
}

fn in_swedish(sections: &str, act: &str) -> String {
    let within = if sections.starts_with("artikel ") { " i " } else { " " };
    format!("{sections}{within}{act}")
}

/// "19 kap. 3 och 9 §§" as "chapter 19, sections 3 and 9"; what is written in another way is left as it is.
fn in_english(sections: &str, act: &str) -> String {
    let said = sections.replace(" och ", " and ");
    let (chapter, rest) = match said.split_once(" kap. ") {
        Some((chapter, rest)) => (format!("chapter {chapter}, "), rest),
        None => (String::new(), said.as_str()),
    };
    // "section 10 of the Act …", but "section 10 LOU".
    let of = if act.starts_with("the ") { "of " } else { "" };
    let named = |kind: &str, numbers: &str| format!("{chapter}{kind} {numbers} {of}{act}");
    if let Some(many) = rest.strip_suffix(" §§") {
        named("sections", many)
    } else if let Some(one) = rest.strip_suffix(" §") {
        named("section", one)
    } else if let Some((section, point)) = rest.split_once(" § ") {
        named("section", &format!("{section}, point {point}"))
    } else if let Some(articles) = rest.strip_prefix("artikel ") {
        named(if articles.contains([' ', '–']) { "articles" } else { "article" }, articles)
    } else {
        format!("{sections} {act}")
    }
}

impl<'a> Said<'a> {
    /// The duties that stand, each as pieces.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "a path to the method is for one lifetime only"
    )]
    pub fn duties(&self) -> Vec<Vec<Piece>> {
        // The officer's own words are Swedish, and so are the values in them.
        let language = if self.is_own() { Language::Sv } else { self.speaker.language };
        self.read_in(language, |reader| reader.duties())
    }

    /// How the buyer makes the check, step by step.
    pub fn check_steps(&self) -> Vec<String> {
        self.read(|reader| reader.check_steps().map(|step| wording::plain(&reader.read(step))).collect())
    }

    /// Whether it depends on a value which duties stand.
    pub fn depends_on(&self, name: &ParameterName) -> bool {
        let asks = |when: &Condition| {
            when.leaves()
                .into_iter()
                .any(|leaf| matches!(leaf, Condition::Parameter(other, _) if other == name))
        };
        self.words.duties.iter().any(|duty| duty.when.as_ref().is_some_and(asks))
    }

    /// Whether a value is filled in, or has a place in what is printed and so is to be.
    pub fn asks_for(&self, name: &ParameterName) -> bool {
        let open = self.values.get(name).is_some_and(Filled::is_to_be_written);
        !open || is_wanted(name, self.entry, &self.values, &self.speaker.assessment.facts)
    }

    /// Whether the officer's own duties have left out a value that no other sentence has. A table is
    /// printed by itself, and what is said beside the duties can be about a list without naming it.
    pub fn is_unsaid(&self, name: &ParameterName) -> bool {
        let parameter = self.entry.rules.parameters.get(name);
        let is_word = |kind: ParameterKind| !matches!(kind, ParameterKind::Table | ParameterKind::Multi);
        self.is_own()
            && parameter.is_some_and(|parameter| is_word(parameter.kind))
            && !is_said(name, self.entry, &self.values, &self.speaker.assessment.facts)
    }

    /// Whether the officer's own duties stand in the place of the catalogue's.
    pub fn is_own(&self) -> bool {
        let requirement = self.active.and_then(|active| self.speaker.project.requirement(&active.entry));
        requirement.is_some_and(|requirement| !requirement.own_wording.is_empty())
    }

    /// The duties that stand, as they are written, with slots.
    pub fn templates(&self) -> Vec<String> {
        self.read(|reader| reader.templates().into_iter().map(str::to_owned).collect())
    }

    /// A value as it reads in a sentence.
    pub fn shown(&self, parameter: &str) -> String {
        self.text(&format!("{{{parameter}}}"))
    }

    /// How it is shown in the tender.
    pub fn evidence_tender(&self) -> String {
        self.text(&self.words.evidence_tender)
    }

    /// How it is shown during the contract.
    pub fn evidence_contract(&self) -> String {
        self.text(&self.words.evidence_contract)
    }

    /// How it is checked.
    pub fn how_checked(&self) -> String {
        self.text(&self.words.follow_up)
    }

    /// Whom the places are for; nothing when it is not about places.
    pub fn target_group(&self) -> Option<String> {
        self.entry.rules.target_group.then(|| self.groups())
    }

    fn groups(&self) -> String {
        let codes = self.speaker.assessment.facts.codes("target_groups").filter(|code| **code != "open");
        let groups: Vec<String> =
            codes.map(|code| self.speaker.phrase(&format!("general.target_groups.{code}"))).collect();
        if groups.is_empty() {
            return self.speaker.say("facts.group_open");
        }
        let groups = format::alternatives(&groups, self.speaker.language);
        self.speaker.fill("facts.group_examples", &[("groups", groups)])
    }

    /// Who checks, when and how.
    pub fn follow_up(&self) -> String {
        let when = self.planned().map(|follow_up| self.who_and_when(follow_up));
        let all = when.into_iter().chain([self.how_checked()]);
        all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn who_and_when(&self, follow_up: Planned) -> String {
        let who = self.who().unwrap_or_default();
        let slots = [("who", who), ("when", format::lower_first(&self.first_check()))];
        match follow_up.every_months {
            None => self.speaker.fill("facts.once", &slots),
            Some(months) => {
                let [who, when] = slots;
                let often = ("often", self.speaker.how_often(months));
                self.speaker.fill("facts.first_then", &[who, when, often])
            }
        }
    }

    /// Who checks and when, with the values that decide it.
    pub fn planned(&self) -> Option<Planned> {
        let planned = planned(self.entry, &self.values, self.speaker.assessment)?;
        Some(planned.within(&self.speaker.project.procurement))
    }

    /// "Avtalsansvarig"
    pub fn who(&self) -> Option<String> {
        let who = self.entry.rules.follow_up?.who;
        Some(self.speaker.phrase(&format!("general.follow_up_by.{}", serde_name(&who))))
    }

    /// The day of the first check, when the start of the contract is known.
    pub fn first_check_date(&self) -> Option<Date> {
        let procurement = &self.speaker.project.procurement;
        procurement.start.and(self.planned()?.first_day(procurement.into()))
    }

    /// The day of the first check, or how long after the start while no start is known.
    pub fn first_check(&self) -> String {
        let Some(follow_up) = self.planned() else { return String::new() };
        if follow_up.in_tender {
            return self.speaker.say("overview.in_tender");
        }
        self.first_check_date().map_or_else(|| self.after_start(follow_up.first), format::date)
    }

    fn after_start(&self, Wait { months, days, more }: Wait) -> String {
        let slots = |n: i32| [("n", n.abs().to_string()), ("days", more.to_string())];
        match (months, days + more) {
            (1.., _) if more > 0 => self.speaker.fill("overview.months_and_days_after", &slots(months)),
            (1.., _) => self.speaker.fill("overview.months_after", &slots(months)),
            (_, 0) => self.speaker.say("overview.at_start"),
            (_, days @ 1..) => self.speaker.fill("overview.days_after", &slots(days)),
            (_, days) => self.speaker.fill("overview.days_before", &slots(days)),
        }
    }

    /// What the common terms say, then what the requirement itself says.
    pub fn sanction(&self) -> String {
        let ends = self.entry.rules.sanction == Sanction::CureThenDamagesThenTermination;
        let termination = ends.then(|| self.speaker.say("facts.termination"));
        let own = Some(self.text(&self.words.sanction)).filter(|text| !text.is_empty());
        let all: Vec<String> = [self.common_sanction(), own, termination].into_iter().flatten().collect();
        if all.is_empty() { self.speaker.say(self.without_sanction()) } else { all.join(" ") }
    }

    /// What a tenderer has to be to take part is met before there is a contract, and so is what it may be excluded for.
    fn without_sanction(&self) -> &'static str {
        match self.entry.rules.placement {
            Placement::SelectionCriterion | Placement::ReservedParticipation => "facts.not_examined",
            Placement::ExclusionGround => "facts.may_be_excluded",
            _ => "facts.no_sanction",
        }
    }

    /// A reference to the common terms, which does not refer to itself. While the requirement does not stand there is
    /// nothing to refer to: then only what they would say.
    fn common_sanction(&self) -> Option<String> {
        let sanction = self.entry.rules.sanction;
        if self.active.is_none() && sanction != Sanction::None {
            let cured = if sanction == Sanction::Cure { "cure" } else { "cure_then_damages" };
            return Some(format!("{}.", self.speaker.phrase(&format!("general.sanctions.{cured}"))));
        }
        let other = |role| {
            let other = self.speaker.in_role(role).filter(|other| other.entry != self.entry.id);
            other.map(|other| format!("K{}", other.number))
        };
        let cure = other(Role::Cure).filter(|_| sanction != Sanction::None)?;
        let damages = other(Role::Damages).filter(|_| sanction != Sanction::Cure);
        let damages = damages.map(|damages| self.speaker.fill("facts.then_damages", &[("damages", damages)]));
        Some([self.cured(cure)].into_iter().chain(damages).collect::<Vec<_>>().join(" "))
    }

    /// How a shortfall is put right: as the common term says, save where a requirement has times of its own.
    fn cured(&self, common: String) -> String {
        let special = self.entry.rules.cured_by.as_ref();
        match special.and_then(|id| self.speaker.assessment.active_for(id)) {
            None => self.speaker.fill("facts.cure", &[("cure", common)]),
            Some(own) if own.entry == self.entry.id => {
                self.speaker.fill("facts.cure_own", &[("cure", common)])
            }
            Some(special) => {
                let slots = [("special", format!("K{}", special.number)), ("cure", common)];
                self.speaker.fill("facts.cure_special", &slots)
            }
        }
    }

    /// The sections that it rests on; none while the regime is not decided.
    pub fn citations(&self) -> Vec<&'a Citation> {
        let Speaker { project, assessment, catalogue, .. } = self.speaker;
        let Some(regime) = assessment.regime.regime() else { return Vec::new() };
        let holds = |when: &Condition| self.read(|reader| reader.holds(when));
        catalogue.citations(self.entry, project.procurement.act, regime, holds)
    }

    /// A text of the entry with its slots filled.
    pub fn text(&self, template: &str) -> String {
        self.read(|reader| wording::plain(&reader.read(template)))
    }

    fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> T) -> T {
        self.read_in(self.speaker.language, read)
    }

    fn read_in<T>(&self, language: Language, read: impl FnOnce(&Reader<'_>) -> T) -> T {
        let fill_in: Bilingual = self.speaker.catalogue.phrases.say("specification.not_filled");
        read(&Reader {
            words: self.entry.text.of(language),
            parameters: &self.entry.rules.parameters,
            values: &self.values,
            facts: &self.speaker.assessment.facts,
            language,
            fill_in: &fill_in,
        })
    }
}
