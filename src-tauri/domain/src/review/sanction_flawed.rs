//! R16. A number without a consequence, or a consequence without cure first or without a ceiling.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::{Role, Sanction};

/// The name, in the data, of the value that is a ceiling.
pub const CEILING: &str = "cap";

/// What is found when a shortfall has no consequence, or one that is out of proportion.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    view.standing.iter().filter_map(|stands| Some(finding(case(stands, view)?, stands, view))).collect()
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
    use crate::review::try_out::{choosing, codes, example, with_rules};

    #[test]
    fn a_number_of_places_needs_a_consequence_and_a_visit_does_not() {
        let both = choosing(&example("stadning"), &["emp-internship", "emp-study-visit"]);
        assert!(codes(&both, "R16").is_empty());
        let free = with_rules(both.clone(), "emp-internship", |rules| rules.sanction = Sanction::None);
        assert_eq!(codes(&free, "R16"), ["R16 none requirement emp-internship warning"]);
        assert!(
            codes(&with_rules(both, "emp-study-visit", |r| r.sanction = Sanction::None), "R16").is_empty()
        );
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
