//! R07. Labour terms without levels: a requirement that points to levels which nobody has stated.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View, labels, names};
use crate::catalogue::entry::Role;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::ParameterKind;
use crate::procurement::regime::Regime;
use crate::requirements::values::missing;

/// What is found when labour terms state no level, or leave their table empty.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let terms = view.standing.iter().filter(|stands| stands.entry.rules.role == Some(Role::LabourTerms));
    let (awaiting, known): (Vec<_>, Vec<_>) = terms.partition(|stands| is_awaited(stands, view));
    let found = known.into_iter().filter_map(|stands| finding(stands, view));
    awaited(&awaiting, view).into_iter().chain(found).collect()
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let case = case(stands, view)?;
    let severity = if is_directive_governed(view) { Severity::Stop } else { Severity::Warning };
    let draft = view.about(stands, Rule::VagueLabourTerms, case, severity);
    // Which levels the text states is answered among the needs, and not in the requirement.
    let answered = (case == "levels").then(|| view.question("levels"));
    Some(draft.also(answered).on_gaps(case != "levels").on(Ground::Law("labour_terms")))
}

/// Whether terms that the law may demand stand before anybody knows if their levels can be stated. All that they lack has
/// that one cause, and is one finding.
pub fn is_awaited(stands: &Stands<'_>, view: &View<'_>) -> bool {
    let terms = stands.entry.rules.role == Some(Role::LabourTerms);
    let known = view.facts().code("pay_level").is_some_and(|level| matches!(level, "yes" | "no"));
    terms && is_directive_governed(view) && !known
}

/// One answer is waited for, so it is one finding, however many terms wait for it.
fn awaited(terms: &[&Stands<'_>], view: &View<'_>) -> Option<Finding> {
    let lacking = terms.iter().flat_map(|stands| {
        let empty = missing(stands.entry, &stands.active.values, view.facts());
        empty.into_iter().map(|name| (*stands, name))
    });
    let lacking: Vec<_> = lacking.collect();
    let draft = view.find(Rule::VagueLabourTerms, "awaited", Severity::Stop, view.question("pay_level"));
    let draft = draft.with("requirement", names(terms)).with("values", labels(&lacking));
    let draft = draft.on_gaps(!lacking.is_empty());
    let places = terms.iter().map(|stands| stands.place());
    (!terms.is_empty()).then(|| draft.also(places).on(Ground::Law("labour_terms")))
}

fn case(stands: &Stands<'_>, view: &View<'_>) -> Option<&'static str> {
    if view.facts().codes("levels").next().is_none() {
        return Some("levels");
    }
    if !is_directive_governed(view) {
        return None;
    }
    let values = &stands.active.values;
    let lacking = missing(stands.entry, values, view.facts());
    let mut annexes = lacking.into_iter().filter(|name| is_table(stands, name)).peekable();
    annexes.peek()?;
    Some(if annexes.any(|name| values[name].value.is_none()) { "annex" } else { "rows" })
}

/// Whether a value is the annex of labour terms.
pub fn is_annex(stands: &Stands<'_>, name: &ParameterName) -> bool {
    stands.entry.rules.role == Some(Role::LabourTerms) && is_table(stands, name)
}

/// Whether the levels have to be stated by law. An annex with gaps is judged here then; elsewhere it is a value that is
/// missing like any other.
pub fn is_directive_governed(view: &View<'_>) -> bool {
    view.regime() == Some(Regime::DirectiveGoverned)
}

fn is_table(stands: &Stands<'_>, name: &ParameterName) -> bool {
    stands.entry.rules.parameters.get(name).is_some_and(|p| p.kind == ParameterKind::Table)
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, removals, setting, words};
    use serde_json::json;

    #[test]
    fn a_lowest_pay_is_an_amount() {
        let cleaning = choosing(&example("stadning"), &["lab-terms-duty"]);
        let paid = |pay: &str| {
            let table = json!([["Lokalvårdare", pay, "timme"]]);
            codes(&setting(&cleaning, "lab-terms-duty", "pay_table", &table), "R07")
        };
        for pay in ["151", "151,50", "26 000 kr", "150 kr/tim", "28000:-", "150 kr/tim."] {
            assert!(paid(pay).is_empty(), "{pay}");
        }
        for pay in [
            "0",
            "-150",
            "−150",
            "NaN",
            "enligt avtal",
            "00",
            "150%",
            "88 % av 215 kr",
            "1e3",
            "150 (2027: 155)",
            "150 – 180",
            "150*",
            "minst 150",
        ] {
            assert_eq!(paid(pay), ["R07 rows requirement lab-terms-duty stop"], "{pay}");
        }
    }

    #[test]
    fn an_empty_annex_is_a_stop_under_the_directive_and_below() {
        let cleaning = choosing(&example("stadning"), &["lab-terms-duty"]);
        assert_eq!(codes(&cleaning, "R07"), ["R07 annex requirement lab-terms-duty stop"]);
        let building = choosing(&example("byggtjanster"), &["lab-terms-voluntary"]);
        assert!(codes(&building, "R07").is_empty(), "{:?}", codes(&building, "R07"));
        let stop = "G06 fill_in requirement lab-terms-voluntary stop".to_owned();
        assert!(codes(&building, "G06").contains(&stop), "{:?}", codes(&building, "G06"));
        assert!(words(&building, "G06").contains("lägsta lön per yrkesgrupp"), "{}", words(&building, "G06"));
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

    /// Below the threshold the annex is a value like any other, and the document cannot be fixed without it.
    #[test]
    fn an_annex_with_gaps_is_a_stop_below_the_threshold_too() {
        let building = choosing(&example("byggtjanster"), &["lab-terms-voluntary"]);
        let annex = |table: serde_json::Value| {
            let filled = setting(&building, "lab-terms-voluntary", "pay_table", &table);
            words(&filled, "G06").contains("lägsta lön per yrkesgrupp")
        };
        assert!(annex(json!([["Snickare"]])) && annex(json!([["Snickare", "fylls i", "timme"]])));
        assert!(!annex(json!([["Snickare", "190", "timme"]])));
        let odd = setting(
            &building,
            "lab-terms-voluntary",
            "pay_table",
            &json!([["Snickare", "minst 190", "timme"]]),
        );
        assert!(words(&odd, "G06").contains("lönen inte ett belopp i kronor"), "{}", words(&odd, "G06"));
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

    /// What is lacking has one cause, and is told once; when the levels are known each gap is told where it is.
    #[test]
    fn what_terms_lack_while_nobody_knows_the_levels_is_one_stop() {
        let chosen = choosing(&removals(), &["lab-terms-duty"]);
        assert_eq!(codes(&chosen, "R07"), ["R07 awaited question q17 stop"]);
        assert_eq!(codes(&chosen, "G06"), ["G06 fill_in requirement lab-info stop"]);
        let said = words(&chosen, "R07");
        assert!(said.contains("lägsta lön per yrkesgrupp") && said.contains("kollektivavtal"), "{said}");
        let known = answering(chosen, &json!({ "q17": { "pay_level": "yes", "levels": ["pay"] } }));
        assert!(codes(&known, "R07").contains(&"R07 annex requirement lab-terms-duty stop".to_owned()));
        assert!(codes(&known, "G06").contains(&"G06 fill_in requirement lab-terms-duty stop".to_owned()));
    }

    /// Two terms that exclude each other wait for the same answer: one stop, which names both.
    #[test]
    fn two_terms_that_wait_for_one_answer_are_one_stop() {
        let both = choosing(&removals(), &["lab-terms-duty", "lab-terms-voluntary"]);
        assert_eq!(codes(&both, "R07"), ["R07 awaited question q17 stop"]);
        let said = words(&both, "R07");
        assert_eq!(said.matches("”lägsta lön per yrkesgrupp").count(), 1, "{said}");
        assert!(said.contains(" och k2 "), "{said}");
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
