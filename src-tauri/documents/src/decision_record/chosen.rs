//! Each requirement with why it is there, what its values come from, and what it rests on.

use domain::assess::Active;
use domain::catalogue::entry::{Entry, EntryText};
use domain::catalogue::id::{EntryId, ParameterName};
use domain::catalogue::parameter::{Computed, ParameterValue, Source};
use domain::format;
use domain::requirements::calculation;
use domain::requirements::recommend::Standing;
use domain::requirements::values::{Filled, Origin};
use domain::requirements::words::Said;

use super::Builder;
use crate::front::{is_unread, name, number, or_missing};
use crate::model::{Requirement, Rich, Section, Table};

impl Builder<'_> {
    pub(super) fn chosen(&self) -> Section {
        let section = self.headed("chosen.title");
        if self.assessment.active.is_empty() {
            return section.paragraph(self.say("chosen.none"));
        }
        let section = section.paragraph(self.say("chosen.intro"));
        self.assessment
            .active
            .iter()
            .fold(section, |section, active| section.requirement(self.requirement(active)))
    }

    fn requirement(&self, active: &Active) -> Requirement {
        let requirement = Requirement::new(&number(active), &self.title(active));
        let Some((entry, said)) = self.entry(active).zip(self.said(active)) else { return requirement };
        let level = self.phrase(&format!("specification.level.{}", name(&entry.rules.level)));
        let mut requirement = requirement.level(entry.rules.level, &level);
        requirement.placement = self.placement(entry.rules.placement);
        requirement.table = self.calculation(active);
        let facts = self.why(active, entry, &said).into_iter().chain(self.proved(entry, &said));
        let facts = facts.filter(|(_, text): &(_, Rich)| !text.plain().trim().is_empty());
        facts.fold(requirement, |requirement, (key, text)| {
            requirement.fact(&self.say(&format!("chosen.{key}")), text)
        })
    }

    fn why(&self, active: &Active, entry: &Entry, said: &Said<'_>) -> Vec<(&'static str, Rich)> {
        let recommended = self.assessment.recommendations.iter().find(|one| one.entry == active.entry);
        // What comes along has no reason but what it comes along with.
        let because = recommended.filter(|_| !active.companion);
        let because = because.map(|one| self.reasons(&one.reasons)).unwrap_or_default();
        let own = if said.is_own() { self.say("chosen.own_text") } else { String::new() };
        let words = said.words;
        [
            ("how", self.how(active)),
            ("because", because),
            ("motive", or_missing(&said.text(&words.motive), &self.say("not_filled"))),
            ("suitable", said.text(&words.suitable)),
            ("necessary", said.text(&words.necessary)),
            ("balanced", said.text(&words.balanced)),
            ("own_wording", own),
            ("values", self.values(active, entry, said)),
        ]
        .map(|(key, text)| (key, text.into()))
        .into()
    }

    fn proved(&self, entry: &Entry, said: &Said<'_>) -> Vec<(&'static str, Rich)> {
        let proposed = |(name, filled): (&ParameterName, &Filled)| {
            let own = matches!(filled.origin, Origin::Default | Origin::Computed) && !said.is_unsaid(name);
            own && filled.value.as_ref().and_then(ParameterValue::as_number).is_some()
        };
        let thumb = if entry.rules.rule_of_thumb || said.values.iter().any(proposed) {
            self.say("chosen.thumb_text")
        } else {
            String::new()
        };
        vec![
            ("contested", self.contested(said.words).into()),
            ("thumb", thumb.into()),
            ("legal", self.legal_basis(said)),
            ("version", self.version(entry, said).into()),
            ("sources", sources(entry).into()),
        ]
    }

    fn how(&self, active: &Active) -> String {
        if self.is_custom(&active.entry) {
            return self.say("chosen.custom");
        }
        if !active.companion {
            let standing = self.assessment.recommendations.iter().find(|one| one.entry == active.entry);
            return self.say(match standing.map(|one| one.standing) {
                Some(Standing::Duty) => "chosen.duty",
                Some(Standing::Candidate) => "chosen.recommended",
                _ => "chosen.picked",
            });
        }
        let others = self.numbers(self.brought_by(active));
        let key = if self.is_duty_along(active) { "chosen.duty_along" } else { "chosen.along" };
        self.fill(key, &[("titles", others)])
    }

    fn brought_by<'a>(&'a self, active: &'a Active) -> impl Iterator<Item = &'a Active> {
        let requires = |other: &&Active| {
            self.entry(other).is_some_and(|entry| entry.rules.requires.contains(&active.entry))
        };
        self.assessment.active.iter().filter(requires)
    }

    /// Whether what comes along is demanded by the same law as what brings it: that the terms reach subcontractors too.
    pub(super) fn is_duty_along(&self, active: &Active) -> bool {
        let rests_on = |other: &Active| self.entry(other).map(|entry| &entry.rules.legal_basis);
        let duties = self.brought_by(active).filter(|other| self.is_duty(&other.entry));
        active.companion && duties.map(rests_on).any(|basis| basis == rests_on(active))
    }

    pub(super) fn is_duty(&self, entry: &EntryId) -> bool {
        let recommended = &self.assessment.recommendations;
        recommended.iter().any(|one| one.entry == *entry && one.standing == Standing::Duty)
    }

    /// Each value that the requirement has, with where it comes from.
    fn values(&self, active: &Active, entry: &Entry, said: &Said<'_>) -> String {
        let asked = active.values.iter().filter(|(name, _)| said.asks_for(name) && !said.is_unsaid(name));
        let line = |(parameter, filled): (&ParameterName, &Filled)| {
            let label = said.words.parameters.get(parameter).cloned().unwrap_or_default();
            let origin = self.say(&format!("origin.{}", origin(entry, parameter, filled)));
            let slots =
                [("label", label), ("value", self.value(parameter, filled, said)), ("origin", origin)];
            self.fill("chosen.value", &slots)
        };
        asked.map(line).collect::<Vec<_>>().join("\n")
    }

    /// A value in words; one that only decides whether a duty stands has none in the text. A table stands in the
    /// specification.
    fn value(&self, parameter: &ParameterName, filled: &Filled, said: &Said<'_>) -> String {
        match filled.value {
            Some(ParameterValue::Flag(true)) => self.say("yes"),
            Some(ParameterValue::Flag(false)) => self.say("no"),
            Some(ParameterValue::Table(_)) => self.say("chosen.table"),
            _ => said.shown(parameter.as_str()),
        }
    }

    fn calculation(&self, active: &Active) -> Option<Table> {
        let (quantity, capacity) = (active.quantity?, self.assessment.capacity.as_ref()?);
        let steps = calculation::of_quantity(&quantity, capacity, self.catalogue);
        Some(self.steps(&steps, &self.fill("chosen.calculation", &[("number", number(active))])))
    }

    fn contested(&self, words: &EntryText) -> String {
        let Some(arguments) = &words.arguments else { return String::new() };
        let side = |key: &str, text: &str| self.fill(&format!("chosen.{key}"), &[("text", text.to_owned())]);
        format!("{}\n{}", side("pro", &arguments.pro), side("contra", &arguments.contra))
    }

    fn version(&self, entry: &Entry, said: &Said<'_>) -> String {
        let key = match (entry.is_custom(), is_unread(said.citations())) {
            (true, _) => "chosen.custom_text",
            (false, true) => "chosen.version_unread",
            (false, false) => "chosen.version_read",
        };
        let slots =
            [("version", entry.rules.version.to_string()), ("date", format::date(entry.rules.checked_on))];
        self.fill(key, &slots)
    }
}

/// Where a value comes from. What stands in no calculation is told with its rule.
fn origin(entry: &Entry, parameter: &ParameterName, filled: &Filled) -> String {
    let told = |computed: &Computed| matches!(computed, Computed::StartLatest | Computed::DialoguePlaces);
    match entry.rules.parameters.get(parameter).map(|parameter| &parameter.source) {
        Some(Source::Computed(computed)) if filled.origin == Origin::Computed && told(computed) => {
            name(computed)
        }
        _ => name(&filled.origin),
    }
}

/// Publisher, title and date, a source a line.
fn sources(entry: &Entry) -> String {
    let source = |source: &domain::catalogue::entry::EntrySource| {
        let parts = [&source.publisher, &source.title, &source.date];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    };
    entry.rules.sources.iter().map(source).collect::<Vec<_>>().join("\n")
}
