//! What the tests of the rules share: examples, small changes to them, and findings a line each.

use std::sync::{Arc, LazyLock};

use serde_json::Value;

use crate::apply::apply;
use crate::assess::assess;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::{EntryRules, EntryText};
use crate::edit::Edit;
use crate::project::Project;
use crate::review::finding::{Finding, Place};
use crate::signature::Signature;

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| crate::built_in::catalogue().unwrap());

pub fn signature() -> Signature {
    Signature { by: "Anna Lindqvist".into(), on: jiff::civil::date(2026, 11, 25) }
}

/// An example with its facts and answers, and nothing chosen.
pub fn example(name: &str) -> Project {
    let file = format!("{}/../../assets/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let facts: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut project = Project::new("p".into(), "2026:1");
    project.procurement = serde_json::from_value(facts["procurement"].clone()).unwrap();
    project.answers = serde_json::from_value(facts["answers"].clone()).unwrap();
    project
}

/// Removals for a region: a framework with three ranked suppliers, where half the value is options and staff are hired in.
pub fn removals() -> Project {
    let facts = serde_json::json!({ "cpv": ["98392000"], "nature": "services", "authority_kind": "region",
        "value_sek": 11_200_000, "option_value_sek": 5_600_000, "months": 24, "option_months": 24, "framework": true,
        "guaranteed_volume": false, "call_off": "ranking", "supplier_count": 3, "subcontracting": "yes",
        "aim": "Flyttarna ska ha rätt lön, även inhyrda. En eller två som står långt från arbete ska få en plats.",
        "notice_date": "2026-12-03", "start": "2027-06-01" });
    let answers = serde_json::json!({ "q01": "work", "q02": 7, "q02b": 30, "q03": "60_80",
        "q04": { "need_pattern": "call_off" }, "q05": { "beginner_tasks": ["simple"] }, "q07": ["experience", "paid_job"],
        "q08": ["open"], "q09": { "candidates_per_year": 2 }, "q10": "both", "q11": "step", "q12": "no",
        "q15": { "risk_sector": "yes", "reason": "Mycket bemanning." }, "q16": ["staffing_agency", "earlier_breaches"],
        "q17": { "pay_level": "parties_not_asked" },
        "q18a": { "pay_terms_need": "yes", "reason": "Mycket bemanning och lön betald kontant." },
        "q19": { "outside_sweden": "no", "reason": "All flytt sker i Sverige." }, "q20": ["premises"],
        "q22": ["nobody"], "q26": "yes", "q31": ["users"], "q33": "no", "q34": "no", "q35": 60,
        "q36": { "market": "unused", "small_firms": "yes" } });
    answering(buying(Project::new("p".into(), "RS 2026/1184"), &facts), &answers)
}

/// Guards for a municipality: a social service under the limit, advertised all the same, alone and at night, where the working
/// time was broken before and the parties are not asked about the levels yet.
pub fn guards() -> Project {
    let facts = serde_json::json!({ "cpv": ["79713000"], "nature": "services", "annex_2_service": true,
        "advertised_anyway": true, "value_sek": 7_600_000, "option_value_sek": 1_900_000, "months": 36,
        "option_months": 12, "framework": false, "supplier_count": 1, "subcontracting": "unknown",
        "notice_date": "2026-12-14", "start": "2027-05-01" });
    let answers = serde_json::json!({ "q01": "work", "q02": 5, "q02b": 45, "q03": "80_100",
        "q04": { "need_pattern": "even" }, "q05": { "beginner_tasks": ["none"] }, "q07": ["none"], "q13": ["none"],
        "q15": "yes", "q16": ["lone_or_night", "earlier_breaches"],
        "q18a": { "pay_terms_need": "yes", "reason": "Arbetstiderna blev längre än avtalat i förra avtalet." },
        "q17": { "pay_level": "parties_not_asked" }, "q19": { "outside_sweden": "no" }, "q20": ["premises"],
        "q22": ["nobody"], "q26": "no", "q31": ["public", "children"], "q33": "yes", "q34": "no", "q35": 40,
        "q36": { "market": "some", "small_firms": "no" } });
    answering(buying(Project::new("p".into(), "KS 2026/0773"), &facts), &answers)
}

pub fn choosing(project: &Project, entries: &[&str]) -> Project {
    let choose = |id: &&str| Edit::Choose { entry: (*id).into() };
    entries.iter().map(choose).fold(project.clone(), |project, edit| doing(&project, &edit))
}

pub fn setting(project: &Project, entry: &str, parameter: &str, value: &Value) -> Project {
    let value = Some(serde_json::from_value(value.clone()).unwrap());
    doing(project, &Edit::SetParameter { entry: entry.into(), parameter: parameter.into(), value })
}

pub fn doing(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &CATALOGUE, &signature()).unwrap()
}

/// The project with other facts.
pub fn buying(mut project: Project, facts: &Value) -> Project {
    let mut all = serde_json::to_value(&project.procurement).unwrap();
    all.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    project.procurement = serde_json::from_value(all).unwrap();
    project
}

/// The project with other answers; null takes an answer away.
pub fn answering(mut project: Project, answers: &Value) -> Project {
    for (id, answer) in answers.as_object().unwrap() {
        drop(project.answers.remove(id.as_str()));
        if !answer.is_null() {
            project.answers.insert(id.as_str().into(), serde_json::from_value(answer.clone()).unwrap());
        }
    }
    project
}

/// The project with other rules in a requirement, as a file from elsewhere may have them.
pub fn with_rules(mut project: Project, entry: &str, change: impl FnOnce(&mut EntryRules)) -> Project {
    let requirement = project.requirements.iter_mut().find(|r| r.id().as_str() == entry).unwrap();
    change(&mut Arc::make_mut(&mut requirement.entry).rules);
    project
}

/// The project with other Swedish words in a requirement.
pub fn with_words(mut project: Project, entry: &str, change: impl FnOnce(&mut EntryText)) -> Project {
    let requirement = project.requirements.iter_mut().find(|r| r.id().as_str() == entry).unwrap();
    change(&mut Arc::make_mut(&mut requirement.entry).text.sv);
    project
}

/// The findings of a rule, a line each: code, case, place, severity.
pub fn codes(project: &Project, code: &str) -> Vec<String> {
    findings(project, code).iter().map(line).collect()
}

/// What they say, in Swedish.
pub fn words(project: &Project, code: &str) -> String {
    let said = findings(project, code).into_iter().map(|f| format!("{} {}", f.message.sv, f.remedy.sv));
    said.collect::<Vec<_>>().join("\n").to_lowercase()
}

fn findings(project: &Project, code: &str) -> Vec<Finding> {
    let found = assess(project, &CATALOGUE, signature().on).findings;
    found.into_iter().filter(|finding| finding.rule.code() == code).collect()
}

fn line(finding: &Finding) -> String {
    let place = match &finding.place {
        Place::Whole => "whole".to_owned(),
        Place::Fact(field) => format!("fact {}", crate::needs::facts::serde_name(field)),
        Place::Question(id) => format!("question {id}"),
        Place::Theme(theme) => format!("theme {}", theme.code()),
        Place::Requirement(id) => format!("requirement {id}"),
    };
    let severity = crate::needs::facts::serde_name(&finding.severity);
    format!("{} {} {place} {severity}", finding.rule.code(), finding.case)
}
