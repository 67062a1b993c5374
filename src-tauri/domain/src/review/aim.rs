//! What the wording check finds in the aim of the procurement, which is printed first in the specification.
//!
//! An aim is no wording of a duty: that levels, weights or limits are missing there is nothing to mend. That it is for those
//! who live in a place, or for persons of an origin, is unlawful in an aim as well. What is told while one writes it is told
//! in the review too. An aim that promises a place which no requirement gives is told there alone: it follows what is chosen.

use std::collections::HashSet;

use super::finding::{Case, FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::Catalogue;
use crate::catalogue::theme::Theme;
use crate::format;
use crate::text::Bilingual;
use crate::wording::context::Context;
use crate::wording::finding::{Lines, WordingFinding};
use crate::wording::{check_aim, promised_place};

/// What is found in the aim.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let aim = &view.project.procurement.aim;
    let promise = promise(aim, view);
    let context = Context::of(&view.project.procurement, view.regime(), None);
    let found = traps(aim, &context, &view.assessment.catalogue);
    let lines = Lines::of(aim);
    let mut told = HashSet::new();
    let found = found.into_iter().map(|trap| finding(trap, &lines));
    // The same words twice are one thing to mend.
    found.filter(|finding| told.insert(finding.key())).chain(promise).collect()
}

/// A place that the aim promises, and that what is chosen about employment does not give: a talk leads to none by itself.
fn promise(aim: &str, view: &View<'_>) -> Option<Finding> {
    if view.standing.iter().any(Stands::gives_places) {
        return None;
    }
    let words = Lines::of(aim).words(promised_place(aim)?);
    let mut employing = view.standing.iter().filter(|stands| stands.entry.theme == Theme::Employment);
    let first = employing.next()?;
    let place = Place::Fact(FactField::Aim);
    let draft = view.find(Rule::Contradiction, "aim_promises", Severity::Info, place);
    let quoted = Bilingual::each(|language| format::quoted(&words, language));
    let draft = draft.with("words", quoted).with("requirement", first.name());
    Some(draft.also([first.place()]).on(Ground::GoodOrder))
}

/// What is found in a text that is an aim.
pub fn traps(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let mut found = check_aim(text, context, catalogue);
    found.retain(|trap| !is_about_a_duty(trap.rule));
    found
}

/// Whether a rule asks for something that only the wording of a requirement has: levels, weights, proof, limits.
fn is_about_a_duty(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::VagueLabourTerms
            | Rule::PartialLabourTerms
            | Rule::UndefinedAwardCriterion
            | Rule::NotVerifiable
            | Rule::SanctionFlawed
            | Rule::OpenDialogue
            | Rule::IloListVague
            | Rule::RedundancyPriority
            | Rule::OpenEndedInspection
            | Rule::SupervisionPayUnsaid
    )
}

/// The words are a part of what tells one finding from another, as in a requirement.
fn finding(trap: WordingFinding, lines: &Lines) -> Finding {
    let words = lines.words(trap.span).to_lowercase();
    Finding {
        rule: trap.rule,
        case: Case::from(format!("{}: {words}", trap.case)),
        place: Place::Fact(FactField::Aim),
        also: Vec::new(),
        values: Vec::new(),
        to_fill_in: false,
        severity: trap.severity,
        message: trap.message,
        remedy: trap.remedy,
        legal_basis: trap.legal_basis,
        basis: trap.basis,
        passage: None,
        overridden: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::review::finding::{FactField, Place};
    use crate::review::try_out::{CATALOGUE, buying, choosing, codes, example, removals, signature, words};
    use serde_json::json;

    /// The codes of what is found in an aim.
    fn found(aim: &str) -> Vec<&'static str> {
        let project = buying(example("stadning"), &json!({ "aim": aim }));
        let found = assess(&project, &CATALOGUE, signature().on).findings;
        let here = found.iter().filter(|finding| finding.place == Place::Fact(FactField::Aim));
        here.map(|finding| finding.rule.code()).collect()
    }

    #[test]
    fn an_aim_is_no_wording_of_a_duty() {
        let aims = [
            "Barnen ska komma tryggt till skolan. Förarna ska ha skäliga löner.",
            "Skäliga löner, semester och arbetstid för dem som städar.",
            "Schysta villkor för dem som utför arbetet, och fler vägar till jobb.",
            "Leverantören ska föra en dialog om hur fler kan få en praktikplats.",
            "ILO:s kärnkonventioner ska följas där varorna görs.",
            "Mervärde för samhället ska ge poäng.",
        ];
        for aim in aims {
            assert_eq!(found(aim), [""; 0], "{aim}");
        }
    }

    #[test]
    fn an_aim_that_promises_a_place_is_held_against_what_is_chosen() {
        let dialogue = choosing(&removals(), &["emp-dialogue"]);
        let told = |aim: &str| codes(&buying(dialogue.clone(), &json!({ "aim": aim })), "G02");
        let promise = ["G02 aim_promises fact aim info"];
        assert_eq!(codes(&dialogue, "G02"), promise);
        assert!(words(&dialogue, "G02").contains("ska få en plats"), "{}", words(&dialogue, "G02"));
        let promises = [
            "Två långtidsarbetslösa ska få praktik.",
            "Varje år ska tre ungdomar få ett feriejobb.",
            "Minst en person ska anställas.",
            "Fyra ungdomar får ett feriejobb varje sommar.",
        ];
        for aim in promises {
            assert_eq!(told(aim), promise, "{aim}");
        }
        let others = [
            "Fler ska komma närmare ett arbete.",
            "Leverantören ska föra en dialog om hur fler kan få en praktikplats.",
            "Avtalet ska hjälpa fler att få jobb.",
            "Den som står långt från arbete ska få en chans till jobb.",
            "Flyttarna ska ha rätt lön för sitt arbete.",
            "Ingen ska behöva flytta sitt kontor två gånger.",
        ];
        for aim in others {
            assert!(told(aim).is_empty(), "{aim}");
        }
        assert!(codes(&removals(), "G02").is_empty(), "nothing is chosen yet");
        let step = choosing(&dialogue, &["emp-framework-step"]);
        assert!(codes(&step, "G02").is_empty(), "a step gives places");
    }

    #[test]
    fn what_is_unlawful_in_an_aim_is_told_in_the_review_too() {
        let aims = [
            ("Jobben ska gå till personer som är bosatta i kommunen.", "R01"),
            ("Leverantören ska ha tecknat kollektivavtal.", "R06"),
            ("Kaffet ska odlas i Sverige.", "R36"),
        ];
        for (aim, code) in aims {
            assert!(found(aim).contains(&code), "{aim} {:?}", found(aim));
            let twice = found(&format!("{aim}\n{aim}"));
            assert_eq!(twice.iter().filter(|one| **one == code).count(), 1, "{aim} {twice:?}");
        }
    }
}
