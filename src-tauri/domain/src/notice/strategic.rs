//! BT-06, BT-777 and BT-775: whether the procurement has a social aim, how it is pursued, and which.

use std::collections::BTreeSet;

use super::builder::{Builder, codes, each_line, numbers, unique};
use super::eforms::Term;
use super::{Content, NoticeField, Objective, Part};
use crate::assess::Active;
use crate::text::Bilingual;

/// There is a social aim.
const SOCIAL: &str = "soc-obj";
/// There is no aim at all.
const NONE: &str = "none";

impl Builder<'_> {
    /// The social objectives, in the order of the requirements that promote them.
    pub(super) fn objectives(&self) -> Vec<Objective> {
        let all = unique(self.active.iter().flat_map(|active| self.social_codes(active)));
        all.into_iter().filter_map(|code| self.objective(code)).collect()
    }

    fn social_codes(&self, active: &Active) -> &[String] {
        self.entry(active).map_or(&[], |entry| &entry.rules.notice)
    }

    fn objective(&self, code: &String) -> Option<Objective> {
        let promote: Vec<&Active> =
            self.active.iter().copied().filter(|a| self.social_codes(a).contains(code)).collect();
        let placements: BTreeSet<_> =
            promote.iter().filter_map(|a| self.entry(a)).map(|entry| entry.rules.placement).collect();
        let aims = joined(promote.iter().map(|active| self.aim(active)));
        Some(Objective { code: self.code(Term::Bt775, code, &promote)?, placements, aims })
    }

    /// BT-06 is never left empty. The rest only stands when there is an aim.
    pub(super) fn strategic(&self, objectives: &[Objective]) -> Vec<NoticeField> {
        let field = |term, content, why| self.field(Part::Strategic, term, content, self.say(why));
        if objectives.is_empty() {
            return vec![field(Term::Bt06, self.one_code(Term::Bt06, NONE), "why.no_aim")];
        }
        vec![
            field(Term::Bt06, self.one_code(Term::Bt06, SOCIAL), "why.social_aim"),
            field(Term::Bt777, self.described(objectives), "why.description"),
            field(Term::Bt775, codes(objectives.iter().map(|o| o.code.clone()).collect()), "why.objectives"),
        ]
    }

    /// A line an objective: its name, the sentences of its requirements, and where they stand. A requirement that promotes
    /// two says its sentence once, unless the line would say nothing without it.
    fn described(&self, objectives: &[Objective]) -> Content {
        let mut told = BTreeSet::new();
        let lines: Vec<Bilingual> =
            objectives.iter().map(|objective| self.line(objective, &mut told)).collect();
        self.lines(Term::Bt777, &each_line(&lines), &self.pointer(self.say("sections.overview")))
    }

    fn line(&self, objective: &Objective, told: &mut BTreeSet<usize>) -> Bilingual {
        let from = |active: &&&Active| objective.code.from.contains(&active.number);
        let promote: Vec<&Active> = self.active.iter().filter(from).copied().collect();
        let label = objective.code.item.label.clone();
        let fresh: Vec<&Active> =
            promote.iter().copied().filter(|active| told.insert(active.number)).collect();
        let told = if fresh.is_empty() { promote.clone() } else { fresh };
        let aims = told.into_iter().map(|active| self.aim(active));
        let text = joined(aims.chain([self.pointer(numbers(&promote))]));
        self.fill("objective", &[("label", label), ("text", text)])
    }
}

/// Sentences after each other.
fn joined(sentences: impl Iterator<Item = Bilingual>) -> Bilingual {
    let all: Vec<Bilingual> = sentences.collect();
    Bilingual::each(|language| {
        all.iter()
            .map(|one| one.of(language).as_str())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    })
}
