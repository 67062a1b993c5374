//! R07. Labour terms without levels: a requirement that points to levels which nobody has stated.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::Role;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{ParameterKind, ParameterValue};
use crate::procurement::regime::Regime;
use crate::requirements::placeholder;
use crate::requirements::values::missing;

/// What is found when labour terms state no level, or leave their table empty.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let terms = view.standing.iter().filter(|stands| stands.entry.rules.role == Some(Role::LabourTerms));
    terms.filter_map(|stands| finding(stands, view)).collect()
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let case = case(stands, view)?;
    let severity = match view.regime() {
        Some(Regime::DirectiveGoverned) => Severity::Stop,
        _ => Severity::Warning,
    };
    let draft = view.about(stands, Rule::VagueLabourTerms, case, severity);
    // Which levels the text states is answered among the needs, and not in the requirement.
    let answered = (case == "levels").then(|| view.question("levels"));
    Some(draft.also(answered).on(Ground::Law("labour_terms")))
}

fn case(stands: &Stands<'_>, view: &View<'_>) -> Option<&'static str> {
    if view.facts().codes("levels").next().is_none() {
        return Some("levels");
    }
    let mut empty = missing(stands.entry, &stands.active.values, view.facts()).into_iter();
    if empty.any(|name| is_table(stands, name)) {
        return Some("annex");
    }
    has_gaps(stands).then_some("rows")
}

/// Whether a row of the annex lacks something: an occupation without its pay says nothing.
fn has_gaps(stands: &Stands<'_>) -> bool {
    let tables = stands.active.values.iter().filter(|(name, _)| is_table(stands, name));
    tables.into_iter().any(|(name, filled)| {
        let columns = stands.entry.text.sv.columns.get(name).map_or(0, Vec::len);
        let Some(ParameterValue::Table(rows)) = &filled.value else { return false };
        let gap = |cell: &String| cell.trim().is_empty() || placeholder::in_value(cell);
        rows.iter().any(|row| row.len() != columns || row.iter().any(gap))
    })
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
    fn a_row_that_is_not_whole_is_pointed_out() {
        let cleaning = choosing(&example("stadning"), &["lab-terms-duty"]);
        let rows = |table: serde_json::Value| {
            codes(&setting(&cleaning, "lab-terms-duty", "pay_table", &table), "R07")
        };
        let gap = ["R07 rows requirement lab-terms-duty stop"];
        assert_eq!(rows(json!([["Lokalvårdare"]])), gap);
        assert_eq!(rows(json!([["Lokalvårdare", "151", " "]])), gap);
        assert_eq!(rows(json!([["Lokalvårdare", "151", "timme", "mer"]])), gap);
        assert_eq!(rows(json!([["Lokalvårdare", "fylls i", "timme"]])), gap);
    }

    #[test]
    fn a_need_without_an_answer_about_levels_is_a_gap_even_when_nothing_is_chosen() {
        let need = json!({ "q18a": { "pay_terms_need": "yes", "reason": "Städning är en riskbransch." } });
        let mut project = answering(example("stadning"), &need);
        project.answers.remove("q17");
        assert_eq!(codes(&project, "R07"), ["R07 need question q17 stop"]);
        let known = answering(project, &json!({ "q17": { "pay_level": "no" } }));
        assert!(codes(&known, "R07").is_empty());
    }

    #[test]
    fn terms_without_any_level_are_no_terms() {
        let none =
            answering(example("stadning"), &json!({ "q17": { "pay_level": "yes", "parties_heard": "Ja." } }));
        let chosen = choosing(&none, &["lab-terms-duty"]);
        assert_eq!(codes(&chosen, "R07"), ["R07 levels requirement lab-terms-duty stop"]);
    }

    #[test]
    fn no_annex_of_pay_is_asked_for_when_pay_is_not_among_the_levels() {
        let answers = json!({ "q17": { "pay_level": "yes", "levels": ["holiday"], "parties_heard": "Ja." } });
        let chosen = choosing(&answering(example("stadning"), &answers), &["lab-terms-duty"]);
        assert!(codes(&chosen, "R07").is_empty());
    }
}
