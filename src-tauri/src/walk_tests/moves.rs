//! What an officer does on a walk, and what edit it is on the screens that they see.

use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::catalogue::question::FieldKind;
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::{Answer, FieldValue};
use domain::number::Number;
use domain::procurement::ContractNature;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::CpvCode;
use domain::requirements::decision::{Decision, Outcome};
use domain::undo::Way;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::given::{Given, cards, questions};
use crate::wire::needs::{FieldView, QuestionView};
use crate::wire::project::ProjectView;
use crate::wire::requirement::ParameterView;

/// One thing that an officer does with what the screens show; `Index` says with which of it.
#[derive(Clone, Debug)]
pub enum Move {
    Fills(FactEdit),
    Answers(Index, usize),
    TakesAnswerAway(Index),
    Chooses(Index),
    ChoosesAgain(Index),
    PutsAside(Index),
    Sets(Index, Index, usize),
    Rewords(Index, String),
    ChangesLevel(Index),
    Decides(Index, Decision),
    Steps(Way),
    ComesBack,
}

fn fact() -> impl Strategy<Value = FactEdit> {
    let code = select(vec!["90910000", "45400000", "85311100", "18110000", "77310000"]);
    let months = (6..=60_u32).prop_map(|count| Months::new(count).ok());
    let nature = select(vec![ContractNature::Works, ContractNature::Services, ContractNature::Supplies]);
    prop_oneof![
        "[A-ZÅÄÖ][a-zåäö ]{0,20}".prop_map(FactEdit::Title),
        "[A-ZÅÄÖ][a-zåäö ]{0,20}".prop_map(FactEdit::Aim),
        nature.prop_map(|nature| FactEdit::Nature(Some(nature))),
        code.prop_map(|code| FactEdit::Cpv(CpvCode::read(code).into_iter().collect())),
        prop::option::of((0..=90_000_000_u64).prop_map(Sek)).prop_map(FactEdit::ValueSek),
        (0..=9_000_000_u64).prop_map(|sum| FactEdit::OptionValueSek(Some(Sek(sum)))),
        months.prop_map(FactEdit::Months),
        any::<Option<bool>>().prop_map(FactEdit::Framework),
        any::<Option<u32>>().prop_map(FactEdit::SupplierCount),
        (1..=12_i8).prop_map(|month| FactEdit::Start(Some(jiff::civil::date(2027, month, 15)))),
    ]
}

pub fn one_move() -> impl Strategy<Value = Move> {
    let outcome = select(vec![Outcome::Chosen, Outcome::NotRelevant, Outcome::NotNow]);
    let decision = (outcome, "[A-ZÅÄÖ][a-zåäö ]{0,20}");
    let decision = decision.prop_map(|(outcome, reason)| Decision { outcome, reason });
    let wording = "[a-zåäö]{3,12}".prop_map(|work| format!("Leverantören ska {work}."));
    let which = any::<Index>;
    prop_oneof![
        4 => fact().prop_map(Move::Fills),
        8 => (which(), any::<usize>()).prop_map(|(at, how)| Move::Answers(at, how)),
        1 => which().prop_map(Move::TakesAnswerAway),
        4 => which().prop_map(Move::Chooses),
        2 => which().prop_map(Move::ChoosesAgain),
        2 => which().prop_map(Move::PutsAside),
        3 => (which(), which(), any::<usize>()).prop_map(|(card, at, how)| Move::Sets(card, at, how)),
        1 => (which(), wording).prop_map(|(card, duty)| Move::Rewords(card, duty)),
        1 => which().prop_map(Move::ChangesLevel),
        3 => (which(), decision).prop_map(|(theme, decision)| Move::Decides(theme, decision)),
        3 => Just(Move::Steps(Way::Undo)),
        2 => Just(Move::Steps(Way::Redo)),
        2 => Just(Move::ComesBack),
    ]
}

fn one<'v, T>(which: Index, all: impl Iterator<Item = &'v T>) -> Option<&'v T> {
    let all: Vec<&T> = all.collect();
    (!all.is_empty()).then(|| *which.get(&all))
}

/// The edit that a move is on these screens; nothing when there is nothing to make it with.
pub fn edit_of(step: &Move, view: &ProjectView, given: &Given) -> Option<Edit> {
    let chosen = |which: &Index| one(*which, cards(view).filter(|card| card.chosen && card.custom.is_none()));
    match step {
        Move::Fills(fact) => Some(Edit::Fact(fact.clone())),
        Move::Answers(which, how) => {
            let question = one(*which, questions(view))?;
            Some(Edit::Answer { question: question.id.clone(), answer: Some(answer(question, *how)) })
        }
        Move::TakesAnswerAway(which) => {
            let question = one(*which, questions(view).filter(|question| question.answer.is_some()))?;
            Some(Edit::Answer { question: question.id.clone(), answer: None })
        }
        Move::Chooses(which) => {
            let recommended = cards(view).filter(|card| !card.chosen).map(|card| &card.entry);
            let all = recommended.chain(view.offers.iter().map(|offer| &offer.entry));
            Some(Edit::Choose { entry: one(*which, all)?.clone() })
        }
        Move::ChoosesAgain(which) => {
            let aside = given.chosen.iter().filter(|(_, chosen)| !**chosen).map(|(entry, _)| entry);
            Some(Edit::Choose { entry: one(*which, aside)?.clone() })
        }
        Move::PutsAside(which) => Some(Edit::Remove { entry: chosen(which)?.entry.clone() }),
        Move::Sets(card, which, how) => {
            let card = chosen(card)?;
            let parameter = one(*which, card.parameters.iter().filter(|parameter| !parameter.locked))?;
            let (entry, parameter, value) =
                (card.entry.clone(), parameter.name.clone(), fill(parameter, *how));
            Some(Edit::SetParameter { entry, parameter, value: Some(value?) })
        }
        Move::Rewords(which, duty) => {
            Some(Edit::Reword { entry: chosen(which)?.entry.clone(), duties: Some(vec![duty.clone()]) })
        }
        Move::ChangesLevel(which) => {
            let card = chosen(which)?;
            let other = card.ladder.iter().find(|step| step.entry != card.entry)?;
            Some(Edit::ChangeLevel { entry: card.entry.clone(), level: other.level })
        }
        Move::Decides(which, decision) => {
            let theme = one(*which, view.themes.iter().filter(|theme| theme.decision.is_some()))?;
            Some(Edit::Decide { theme: theme.theme, decision: Some(decision.clone()) })
        }
        Move::Steps(_) | Move::ComesBack => None,
    }
}

/// An answer of a kind that the question takes.
fn answer(question: &QuestionView, how: usize) -> Answer {
    let value = |field: &FieldView| field_value(field, question, how / 9);
    match (how % 9, &question.fields[..]) {
        (0, _) => Answer::Unknown { unknown: "arbetsmarknadsenheten".into() },
        (1, _) => Answer::NotRelevant { not_relevant: "Berör inte köpet.".into() },
        (_, [only]) => Answer::Single(value(only)),
        (_, several) => {
            Answer::Fields(several.iter().map(|field| (field.name.clone(), value(field))).collect())
        }
    }
}

fn field_value(field: &FieldView, question: &QuestionView, how: usize) -> FieldValue {
    let open: Vec<_> = field.options.iter().filter(|option| !option.disabled).map(|o| &o.code).collect();
    let code = |at: usize| open[at % open.len()].clone();
    match field.kind {
        FieldKind::NumberOr if how.is_multiple_of(2) => FieldValue::Text(code(how).to_string()),
        FieldKind::Number | FieldKind::NumberOr => FieldValue::Number(Number(within(field.range, how))),
        FieldKind::Choice => FieldValue::Text(code(how).to_string()),
        FieldKind::Multi => {
            let mut codes = vec![code(how)];
            let alone = [code(how), code(how + 1)].iter().any(|code| question.none_of.as_ref() == Some(code));
            if !alone && open.len() > 1 && field.most != Some(1) {
                codes.push(code(how + 1));
            }
            FieldValue::Codes(codes)
        }
        FieldKind::Text => FieldValue::Text(format!("Svar nummer {how}")),
        FieldKind::Date => FieldValue::Text(format!("2027-{:02}-01", how % 12 + 1)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "ranges are small")]
fn within(range: Option<[f64; 2]>, how: usize) -> f64 {
    let [least, most] = range.unwrap_or([1.0, 10.0]);
    (least.ceil() + (how % 40) as f64).min(most.floor())
}

/// A value that the parameter takes; none for what is filled in as a table.
fn fill(parameter: &ParameterView, how: usize) -> Option<ParameterValue> {
    let code =
        || parameter.options.get(how % parameter.options.len().max(1)).map(|option| option.code.to_string());
    match parameter.kind {
        kind if kind.is_number() => Some(ParameterValue::number(within(parameter.range, how))),
        ParameterKind::Choice => code().map(ParameterValue::Text),
        ParameterKind::Multi => code().map(|code| ParameterValue::List(vec![code])),
        ParameterKind::Date => Some(ParameterValue::Text(format!("2028-{:02}-01", how % 12 + 1))),
        ParameterKind::Text => Some(ParameterValue::Text(format!("egen text {how}"))),
        ParameterKind::Flag => Some(ParameterValue::Flag(how.is_multiple_of(2))),
        _ => None,
    }
}
