//! What an officer has given, and whether the screens show it.

use std::collections::BTreeMap;

use domain::catalogue::id::{EntryId, ParameterName, QuestionId};
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::theme::{Level, Theme};
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::Answer;
use domain::requirements::decision::{Decision, Outcome};

use crate::desk::Desk;
use crate::wire::facts::FactsView;
use crate::wire::needs::QuestionView;
use crate::wire::project::ProjectView;
use crate::wire::requirement::RequirementCard;

/// All that the officer has given, by where it was given; the last time counts.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub facts: BTreeMap<String, FactEdit>,
    pub answers: BTreeMap<QuestionId, Option<Answer>>,
    pub chosen: BTreeMap<EntryId, bool>,
    pub values: BTreeMap<(EntryId, ParameterName), ParameterValue>,
    pub wordings: BTreeMap<EntryId, Vec<String>>,
    pub decisions: BTreeMap<Theme, Decision>,
}

impl Given {
    pub fn take(&mut self, edit: Edit, view: &ProjectView) {
        match edit {
            Edit::Fact(fact) => drop(self.facts.insert(fact.field(), fact)),
            Edit::Answer { question, answer } => drop(self.answers.insert(question, answer)),
            Edit::Choose { entry } => self.choose(entry, view),
            Edit::Remove { entry } => drop(self.chosen.insert(entry, false)),
            Edit::SetParameter { entry, parameter, value: Some(value) } => {
                self.values.insert((entry, parameter), value);
            }
            Edit::Reword { entry, duties: Some(duties) } => drop(self.wordings.insert(entry, duties)),
            Edit::ChangeLevel { entry, level } => self.change_level(entry, level, view),
            Edit::Decide { theme, decision: Some(decision) } => drop(self.decisions.insert(theme, decision)),
            other => unreachable!("no walk has {other:?}"),
        }
    }

    /// A decision to have none in a theme ends when something is newly chosen there.
    fn choose(&mut self, entry: EntryId, before: &ProjectView) {
        let card = cards(before).find(|card| card.entry == entry);
        let theme = card
            .map(|card| card.theme)
            .or_else(|| before.offers.iter().find(|offer| offer.entry == entry).map(|offer| offer.theme));
        let newly = !card.is_some_and(|card| card.chosen);
        if let Some(theme) = theme.filter(|_| newly) {
            self.decisions.retain(|known, decision| *known != theme || decision.outcome == Outcome::Chosen);
        }
        self.chosen.insert(entry, true);
    }

    /// What goes along to the other level is judged where levels are; here, that the choice does.
    fn change_level(&mut self, from: EntryId, level: Level, before: &ProjectView) {
        let card = cards(before).find(|card| card.entry == from).unwrap();
        let to = card.ladder.iter().find(|step| step.level == level).unwrap().entry.clone();
        self.values.retain(|(entry, _), _| *entry != to);
        self.wordings.remove(&to);
        self.chosen.extend([(from, false), (to, true)]);
    }

    /// Every screen shows what was given there.
    pub fn is_shown_by(&self, view: &ProjectView) {
        for fact in self.facts.values() {
            assert_eq!(as_shown(fact, &view.facts), *fact);
        }
        for question in questions(view) {
            let given = self.answers.get(&question.id).cloned().flatten();
            assert_eq!(question.answer, given, "{}", question.id);
        }
        for (entry, chosen) in &self.chosen {
            assert_eq!(cards(view).any(|card| card.entry == *entry && card.chosen), *chosen, "{entry}");
        }
        for card in cards(view).filter(|card| card.chosen) {
            self.is_shown_on(card);
        }
        for theme in &view.themes {
            if let (Some(given), Some(shown)) = (self.decisions.get(&theme.theme), &theme.decision) {
                assert_eq!((shown.outcome, &shown.reason), (Some(given.outcome), &given.reason));
            }
        }
    }

    fn is_shown_on(&self, card: &RequirementCard) {
        for parameter in &card.parameters {
            if let Some(given) = self.values.get(&(card.entry.clone(), parameter.name.clone())) {
                assert_eq!(parameter.value.as_ref(), Some(given), "{} {}", card.entry, parameter.name);
            }
        }
        if let Some(given) = self.wordings.get(&card.entry) {
            assert_eq!((&card.wording.duties, card.own_wording), (given, true), "{}", card.entry);
        }
    }

    /// What no screen shows now is kept all the same, until it matters again.
    pub fn is_kept(&self, desk: &Desk, view: &ProjectView) {
        let kept = desk.with_store(|store, _| store.load(&view.id)).unwrap().project;
        for (question, answer) in &self.answers {
            assert_eq!(kept.answers.get(question), answer.as_ref(), "{question}");
        }
        let here =
            |entry| kept.requirement(entry).expect("what was chosen once stays, should it be chosen again");
        for ((entry, parameter), value) in &self.values {
            assert_eq!(here(entry).values.get(parameter), Some(value), "{entry} {parameter}");
        }
        for (entry, duties) in &self.wordings {
            assert_eq!(here(entry).own_wording, *duties, "{entry}");
        }
    }
}

/// The same fact, as the form shows it.
fn as_shown(fact: &FactEdit, form: &FactsView) -> FactEdit {
    match fact {
        FactEdit::Title(_) => FactEdit::Title(form.title.clone()),
        FactEdit::Aim(_) => FactEdit::Aim(form.aim.clone()),
        FactEdit::Nature(_) => FactEdit::Nature(form.nature),
        FactEdit::Cpv(_) => FactEdit::Cpv(form.cpv.iter().map(|code| code.code.clone()).collect()),
        FactEdit::ValueSek(_) => FactEdit::ValueSek(form.value_sek),
        FactEdit::OptionValueSek(_) => FactEdit::OptionValueSek(form.option_value_sek),
        FactEdit::Months(_) => FactEdit::Months(form.months),
        FactEdit::Framework(_) => FactEdit::Framework(form.framework),
        FactEdit::SupplierCount(_) => FactEdit::SupplierCount(form.supplier_count),
        FactEdit::Start(_) => FactEdit::Start(form.start.as_ref().map(|day| day.parse().unwrap())),
        other => unreachable!("no walk has {other:?}"),
    }
}

pub fn cards(view: &ProjectView) -> impl Iterator<Item = &RequirementCard> {
    view.themes.iter().flat_map(|theme| &theme.cards)
}

pub fn questions(view: &ProjectView) -> impl Iterator<Item = &QuestionView> {
    view.needs.iter().chain([&view.readiness]).flat_map(|group| &group.questions)
}
