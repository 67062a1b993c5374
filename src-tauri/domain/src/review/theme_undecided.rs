//! G03. Every theme ends in a decision with a reason; one that waits is named once work has begun.

use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::format;
use crate::requirements::decision::{Outcome, ThemeState};
use crate::text::Bilingual;

/// What is found when themes have no decision, or one that does not hold together.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let themes = &view.assessment.themes;
    if themes.iter().all(|state| state.outcome.is_none()) {
        return Vec::new();
    }
    let broken = themes.iter().filter(|state| state.is_open()).filter_map(|state| broken(state, view));
    waiting(view).into_iter().chain(broken).collect()
}

/// The themes that nobody has decided, as one finding: nine would hide all others.
fn waiting(view: &View<'_>) -> Option<Finding> {
    let open: Vec<&ThemeState> =
        view.assessment.themes.iter().filter(|state| state.outcome.is_none()).collect();
    let first = open.first()?;
    let names =
        |language| open.iter().map(|state| name(state, view).of(language).clone()).collect::<Vec<_>>();
    let names = Bilingual::each(|language| format::list(&names(language), language));
    let draft = view.find(Rule::ThemeUndecided, "undecided", Severity::Warning, Place::Theme(first.theme));
    let others = open.iter().skip(1).map(|state| Place::Theme(state.theme));
    Some(draft.with("themes", names).also(others).on(Ground::Practice("social_aims")))
}

/// A decision that says one thing where the choices say another, or that has no reason.
fn broken(state: &ThemeState, view: &View<'_>) -> Option<Finding> {
    let case = match state.outcome? {
        Outcome::Chosen => "nothing_chosen",
        Outcome::NotRelevant | Outcome::NotNow if state.chosen > 0 => "against_choice",
        Outcome::NotRelevant | Outcome::NotNow => "without_reason",
    };
    let draft = view.find(Rule::ThemeUndecided, case, Severity::Warning, Place::Theme(state.theme));
    Some(draft.with("theme", name(state, view)).on(Ground::Practice("social_aims")))
}

fn name(state: &ThemeState, view: &View<'_>) -> Bilingual {
    view.assessment.catalogue.phrases.say(&format!("general.themes.{}", state.theme.code()))
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::catalogue::theme::Theme;
    use crate::project::Project;
    use crate::requirements::decision::{Decision, Outcome};
    use crate::review::rule::Rule;
    use crate::review::try_out::{CATALOGUE, choosing, codes, example, signature};

    fn deciding(mut project: Project, theme: Theme, outcome: Outcome, reason: &str) -> Project {
        project.decisions.insert(theme, Decision { outcome, reason: reason.into() });
        project
    }

    #[test]
    fn themes_are_waited_for_once_work_has_begun() {
        let untouched = example("stadning");
        assert!(codes(&untouched, "G03").is_empty());
        let begun = choosing(&untouched, &["emp-study-visit"]);
        assert_eq!(codes(&begun, "G03"), ["G03 undecided theme labour_terms warning"]);
        let found = assess(&begun, &CATALOGUE, signature().on).findings;
        let waiting = found.into_iter().find(|one| one.rule == Rule::ThemeUndecided).unwrap();
        assert_eq!(waiting.also.len(), Theme::DECIDED.len() - 2, "each of the others, to go to: {waiting:?}");
        let reason = "Prövas nästa gång.";
        let all = Theme::DECIDED.into_iter().skip(1);
        let decided = all.fold(begun, |p, theme| deciding(p, theme, Outcome::NotNow, reason));
        assert!(codes(&decided, "G03").is_empty());
    }

    #[test]
    fn a_decision_holds_together_with_what_is_chosen() {
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        let said =
            |theme, outcome, reason| codes(&deciding(visits.clone(), theme, outcome, reason), "G03").pop();
        let found = |case, theme| Some(format!("G03 {case} theme {theme} warning"));
        assert_eq!(said(Theme::Employment, Outcome::NotNow, "Skäl."), found("against_choice", "employment"));
        assert_eq!(said(Theme::Children, Outcome::Chosen, ""), found("nothing_chosen", "children"));
        let terms = said(Theme::LabourTerms, Outcome::NotRelevant, " ");
        assert_eq!(terms, found("without_reason", "labour_terms"));
    }
}
