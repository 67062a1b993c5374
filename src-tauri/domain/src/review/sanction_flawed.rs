//! R16. A number without a consequence, or a consequence without cure first or without a ceiling.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::{QuantityBasis, Role, Sanction};

/// The name, in the data, of the value that is a ceiling.
pub const CEILING: &str = "cap";

/// What is found when a shortfall has no consequence, or one that is out of proportion.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let each = view.standing.iter().filter_map(|stands| Some(finding(case(stands, view)?, stands, view)));
    each.chain(nothing_after(view)).collect()
}

/// A shortfall is to be put right, and nothing is said of what follows when it is not. Damages are the buyer's choice, so
/// where there are no places that they could be counted for it is only said. Damages that no requirement leads to say nothing.
fn nothing_after(view: &View<'_>) -> Option<Finding> {
    let cure = view.playing(Role::Cure)?;
    if let Some(damages) = view.playing(Role::Damages) {
        let idle = !view.standing.iter().any(leads_to_damages);
        return idle.then(|| finding("damages_for_nothing", &damages, view));
    }
    let places = view.standing.iter().any(|stands| stands.entry.rules.basis != QuantityBasis::None);
    let (case, severity) =
        if places { ("only_cure_of_places", Severity::Warning) } else { ("only_cure", Severity::Info) };
    Some(view.about(&cure, Rule::SanctionFlawed, case, severity).on(Ground::Practice("principles")))
}

fn leads_to_damages(stands: &Stands<'_>) -> bool {
    let Stands { entry, .. } = stands;
    entry.rules.sanction.leads_to_damages() && entry.rules.role != Some(Role::Damages)
}

fn case(stands: &Stands<'_>, view: &View<'_>) -> Option<&'static str> {
    let rules = &stands.entry.rules;
    match rules.sanction {
        Sanction::None => stands.gives_places().then_some("none"),
        Sanction::Cure => None,
        _ if view.playing(Role::Cure).is_none() => Some("no_cure"),
        _ => (rules.role == Some(Role::Damages) && !stands.has_value(CEILING)).then_some("no_ceiling"),
    }
}

fn finding(case: &str, stands: &Stands<'_>, view: &View<'_>) -> Finding {
    view.about(stands, Rule::SanctionFlawed, case, Severity::Warning).on(Ground::Law("principles"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::requirements::wording::plain;
    use crate::requirements::words::Speaker;
    use crate::review::try_out::{CATALOGUE, choosing, codes, example, with_rules, words};
    use crate::text::Language;
    use jiff::civil::date;

    #[test]
    fn a_number_of_places_needs_a_consequence_and_a_visit_does_not() {
        let both = choosing(&example("stadning"), &["emp-internship", "emp-study-visit", "gen-penalty"]);
        assert!(codes(&both, "R16").is_empty());
        let free = with_rules(both.clone(), "emp-internship", |rules| rules.sanction = Sanction::None);
        let said = codes(&free, "R16");
        assert!(said.contains(&"R16 none requirement emp-internship warning".to_owned()), "{said:?}");
        assert!(
            codes(&with_rules(both, "emp-study-visit", |r| r.sanction = Sanction::None), "R16").is_empty()
        );
    }

    #[test]
    fn it_is_said_that_nothing_follows_when_a_shortfall_is_not_put_right() {
        let places = choosing(&example("stadning"), &["emp-internship"]);
        assert_eq!(codes(&places, "R16"), ["R16 only_cure_of_places requirement gen-remedy warning"]);
        assert!(codes(&choosing(&places, &["gen-penalty"]), "R16").is_empty(), "damages are chosen");
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert_eq!(codes(&visits, "R16"), ["R16 only_cure requirement gen-remedy info"]);
    }

    #[test]
    fn damages_that_no_requirement_leads_to_do_not_answer_the_question() {
        let visits = choosing(&example("stadning"), &["emp-study-visit", "gen-penalty"]);
        assert_eq!(codes(&visits, "R16"), ["R16 damages_for_nothing requirement gen-penalty warning"]);
        let terms = choosing(&example("stadning"), &["lab-terms-duty", "gen-penalty"]);
        assert!(codes(&terms, "R16").is_empty());
        assert!(words(&terms, "G06").contains("vite per arbetstagare"), "the amount is the buyer's own");
        let places = choosing(&example("stadning"), &["emp-internship", "gen-penalty"]);
        assert!(!words(&places, "G06").contains("vite per arbetstagare"));
    }

    #[test]
    fn damages_speak_of_what_the_requirements_are_about() {
        let said = |chosen: &[&str]| {
            let project = choosing(&example("stadning"), chosen);
            let assessment = assess(&project, &CATALOGUE, date(2026, 11, 27));
            let speaker = Speaker::new(&project, &assessment, Language::Sv);
            let entry = CATALOGUE.entry(&"gen-penalty".into()).unwrap();
            let duties = speaker.requirement(entry).duties();
            duties.iter().map(|duty| plain(duty)).collect::<Vec<_>>().join(" ")
        };
        let terms = said(&["lab-terms-duty", "gen-penalty"]);
        assert!(terms.contains("varje arbetstagare") && !terms.contains("plats"), "{terms}");
        let places = said(&["emp-internship", "gen-penalty"]);
        assert!(places.contains("för en plats") && !places.contains("arbetstagare"), "{places}");
        let both = said(&["emp-internship", "lab-terms-duty", "gen-penalty"]);
        assert!(both.contains("för en plats") && both.contains("varje arbetstagare"), "{both}");
    }

    #[test]
    fn damages_come_after_cure_and_have_a_ceiling() {
        let damages = choosing(&example("stadning"), &["emp-internship", "gen-penalty"]);
        assert!(codes(&damages, "R16").is_empty());
        let uncured = with_rules(damages.clone(), "gen-remedy", |rules| rules.role = None);
        assert!(codes(&uncured, "R16").contains(&"R16 no_cure requirement gen-penalty warning".to_owned()));
        let endless =
            with_rules(damages, "gen-penalty", |rules| drop(rules.parameters.shift_remove(CEILING)));
        assert_eq!(codes(&endless, "R16"), ["R16 no_ceiling requirement gen-penalty warning"]);
    }
}
