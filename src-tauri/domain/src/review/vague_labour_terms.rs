//! R07. Labour terms without levels: a requirement that points to levels which nobody has stated.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::Role;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::ParameterKind;
use crate::procurement::regime::Regime;
use crate::requirements::values::missing;

/// What is found when labour terms state no level, or leave their table empty.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let terms = view.standing.iter().filter(|stands| stands.entry.rules.role == Some(Role::LabourTerms));
    terms.filter_map(|stands| finding(stands, view)).collect()
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let stated = view.facts().codes("levels").next().is_some();
    let empty = missing(stands.entry, &stands.active.values, view.facts()).into_iter();
    let empty = empty.filter(|name| is_table(stands, name)).count();
    let case = if stated { (empty > 0).then_some("annex")? } else { "levels" };
    let severity = match view.regime() {
        Some(Regime::DirectiveGoverned) => Severity::Stop,
        _ => Severity::Warning,
    };
    Some(view.about(stands, Rule::VagueLabourTerms, case, severity).on(Ground::Law("labour_terms")))
}

/// Whether a value is the annex of labour terms, which is judged here and by nobody else.
pub fn is_annex(stands: &Stands<'_>, name: &ParameterName) -> bool {
    stands.entry.rules.role == Some(Role::LabourTerms) && is_table(stands, name)
}

fn is_table(stands: &Stands<'_>, name: &ParameterName) -> bool {
    stands.entry.rules.parameters.get(name).is_some_and(|p| p.kind == ParameterKind::Table)
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, setting};
    use serde_json::json;

    #[test]
    fn an_empty_annex_is_a_stop_under_the_directive_and_a_warning_below() {
        let cleaning = choosing(&example("stadning"), &["lab-terms-duty"]);
        assert_eq!(codes(&cleaning, "R07"), ["R07 annex requirement lab-terms-duty stop"]);
        let building = choosing(&example("byggtjanster"), &["lab-terms-voluntary"]);
        assert_eq!(codes(&building, "R07"), ["R07 annex requirement lab-terms-voluntary warning"]);
        let table = json!([["Lokalvårdare", "151", "timme"]]);
        assert!(codes(&setting(&cleaning, "lab-terms-duty", "pay_table", &table), "R07").is_empty());
    }

    #[test]
    fn terms_without_any_level_are_no_terms() {
        let none = answering(example("stadning"), &json!({ "q17": { "pay_level": "yes" } }));
        let chosen = choosing(&none, &["lab-terms-duty"]);
        assert_eq!(codes(&chosen, "R07"), ["R07 levels requirement lab-terms-duty stop"]);
    }

    #[test]
    fn no_annex_of_pay_is_asked_for_when_pay_is_not_among_the_levels() {
        let answers = json!({ "q17": { "pay_level": "yes", "levels": ["holiday"] } });
        let chosen = choosing(&answering(example("stadning"), &answers), &["lab-terms-duty"]);
        assert!(codes(&chosen, "R07").is_empty());
    }
}
