//! The legal basis of a requirement: which sections are cited under which act and regime, and whether they govern there
//! or only serve as a model. A wrong section can cost a procurement, so the table is written by hand from the acts.

use crate::support::{SHIPPED, TODAY};
use domain::assess::assess;
use domain::catalogue::legal::Basis;
use domain::catalogue::parameter::ParameterValue;
use domain::procurement::Act;
use domain::procurement::regime::{Regime, RegimeOverride};
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use domain::requirements::words::Speaker;
use domain::text::Language;
use serde_json::{Value, json};

use Act::{Lou, Luf, Luk};
use Regime::{DirectAward, DirectiveGoverned, NationallyGoverned};

/// A project under an act and a regime, with one answer.
fn under(act: Act, regime: Regime, answer: (&str, Value)) -> Project {
    let mut project = Project::new("p1".into(), "2026:1");
    project.procurement.act = act;
    project.regime_override = Some(RegimeOverride { regime, reason: "prövas".into() });
    project.answers.insert(answer.0.into(), serde_json::from_value(answer.1).unwrap());
    project
}

/// What is cited for an entry; in brackets what is only a model.
fn cited(project: &Project, entry: &str) -> String {
    let assessment = assess(project, &SHIPPED, TODAY);
    let speaker = Speaker::new(project, &assessment, Language::Sv);
    let said = speaker.requirement(&SHIPPED.entries[entry]);
    let cited = said.citations().into_iter().map(|citation| match citation.basis {
        Basis::Law => speaker.sections(citation),
        Basis::Guidance => format!("[{}]", speaker.sections(citation)),
    });
    cited.collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(entry: &str, act: Act, expected: [&str; 3]) {
    for (regime, expected) in [DirectiveGoverned, NationallyGoverned, DirectAward].into_iter().zip(expected) {
        let project = under(act, regime, ("q22", json!(["staff"])));
        assert_eq!(cited(&project, entry), expected, "{entry} {act:?} {regime:?}");
    }
}

#[test]
fn terms_for_the_contract() {
    let under_19 = "19 kap. 3 och 9 §§ LOU, [17 kap. 1 § LOU]";
    check("emp-internship", Lou, ["17 kap. 1 § LOU", under_19, "19 a kap. 8 § LOU, [17 kap. 1 § LOU]"]);
    let under_19 = "19 kap. 3 och 9 §§ LUF, [16 kap. 1 § LUF]";
    check("emp-internship", Luf, ["16 kap. 1 § LUF", under_19, "19 a kap. 7 § LUF, [16 kap. 1 § LUF]"]);
    let under_15 = "15 kap. 2 och 4 §§ LUK, [14 kap. 1 § LUK]";
    check("emp-internship", Luk, ["14 kap. 1 § LUK", under_15, "15 kap. 2 § LUK, [14 kap. 1 § LUK]"]);
}

#[test]
fn labour_terms() {
    check(
        "lab-subs-chain",
        Lou,
        [
            "17 kap. 2, 3 och 5 §§ LOU",
            "19 kap. 3 och 9 §§ LOU, [17 kap. 2, 3 och 5 §§ LOU]",
            "19 a kap. 8 § LOU, [17 kap. 2, 3 och 5 §§ LOU]",
        ],
    );
    check(
        "lab-ilo",
        Luf,
        [
            "16 kap. 4 § LUF",
            "19 kap. 3 och 9 §§ LUF, [16 kap. 4 § LUF]",
            "19 a kap. 7 § LUF, [16 kap. 4 § LUF]",
        ],
    );
    check(
        "lab-subs-names",
        Luk,
        [
            "14 kap. 7 § LUK",
            "15 kap. 2 och 4 §§ LUK, [14 kap. 7 § LUK]",
            "15 kap. 2 § LUK, [14 kap. 7 § LUK]",
        ],
    );
}

#[test]
fn accessibility_is_law_only_where_the_directive_governs_and_never_under_luk() {
    check(
        "acc-service",
        Lou,
        [
            "9 kap. 2 § LOU",
            "[19 kap. 2 och 3 §§ LOU], [9 kap. 2 § LOU]",
            "[19 a kap. 8 § LOU], [9 kap. 2 § LOU]",
        ],
    );
    check(
        "acc-service",
        Luf,
        [
            "9 kap. 2 § LUF",
            "[19 kap. 2 och 3 §§ LUF], [9 kap. 2 § LUF]",
            "[19 a kap. 7 § LUF], [9 kap. 2 § LUF]",
        ],
    );
    check("acc-service", Luk, ["", "", ""]);
}

#[test]
fn a_digital_service_to_the_public_has_a_law_of_its_own_whatever_the_regime() {
    for act in [Lou, Luf, Luk] {
        for regime in [DirectiveGoverned, NationallyGoverned, DirectAward] {
            let to = |users: &str| cited(&under(act, regime, ("q22", json!([users]))), "acc-ict");
            assert!(to("public").contains("10 § DOS-lagen (2018:1937)"), "{act:?} {regime:?}");
            assert!(!to("staff").contains("DOS-lagen"), "{act:?} {regime:?}");
        }
    }
}

#[test]
fn award_criteria_and_labels() {
    let under_19 = "19 kap. 9 § LOU, [16 kap. 1, 2 och 6 §§ LOU], [9 kap. 12–15 §§ LOU]";
    check(
        "eth-farm-award",
        Lou,
        ["16 kap. 1, 2 och 6 §§ LOU, 9 kap. 12–15 §§ LOU", under_19, "[9 kap. 12–15 §§ LOU]"],
    );
    let under_19 = "19 kap. 9 § LUF, [15 kap. 1, 2 och 6 §§ LUF], [9 kap. 13–16 §§ LUF]";
    check(
        "eth-farm-award",
        Luf,
        ["15 kap. 1, 2 och 6 §§ LUF, 9 kap. 13–16 §§ LUF", under_19, "[9 kap. 13–16 §§ LUF]"],
    );
    check(
        "sup-living-wage",
        Luk,
        ["13 kap. 1 och 3 §§ LUK", "15 kap. 2 § LUK, [13 kap. 1 och 3 §§ LUK]", ""],
    );
}

#[test]
fn exclusion_goes_through_19_17_below_the_threshold() {
    let under_19 = "19 kap. 17 § LOU, 13 kap. 3 § LOU";
    check("lab-exclusion", Lou, ["13 kap. 3, 3 a, 4 och 5 §§ LOU", under_19, ""]);
    let under_19 = "19 kap. 17 § LUF, 13 kap. 4 § LUF";
    check("lab-exclusion", Luf, ["13 kap. 4, 4 a, 5 och 6 §§ LUF", under_19, ""]);
    check("lab-exclusion", Luk, ["11 kap. 4, 4 a, 5 och 6 §§ LUK", "", ""]);
}

#[test]
fn reservation_has_its_sections_in_one_regime_only() {
    check("res-418", Lou, ["4 kap. 18 § LOU", "", ""]);
    check("res-418", Luf, ["4 kap. 16 § LUF", "", ""]);
    check("res-418", Luk, ["4 kap. 8 § LUK", "", ""]);
    check("res-1925", Lou, ["", "19 kap. 25 § LOU", ""]);
    check("res-1925", Luf, ["", "19 kap. 25 § LUF", ""]);
    check("res-1925a", Lou, ["", "19 kap. 25 a § LOU", ""]);
    check("res-1925a", Luf, ["", "", ""]);
}

#[test]
fn proof_of_capacity() {
    let [under_19, under_19_a] =
        ["19 kap. 2 och 9 §§ LOU, [14 kap. 1–6 §§ LOU]", "19 a kap. 8 § LOU, [14 kap. 1–6 §§ LOU]"];
    check("sup-trace-sel", Lou, ["14 kap. 1–6 §§ LOU, 15 kap. 11 § LOU", under_19, under_19_a]);
    check("acc-competence", Lou, ["14 kap. 1–6 §§ LOU, 15 kap. 11 § 7 LOU", under_19, under_19_a]);
    let [under_19, under_19_a] =
        ["19 kap. 2 och 9 §§ LUF, [14 kap. 1 och 2 §§ LUF]", "19 a kap. 7 § LUF, [14 kap. 1 och 2 §§ LUF]"];
    check("sup-trace-sel", Luf, ["14 kap. 1 och 2 §§ LUF, 14 kap. 3 § LUF", under_19, under_19_a]);
}

#[test]
fn an_extract_is_demanded_by_the_act_that_the_requirement_names() {
    let naming = |statute: Option<&str>| {
        let mut project = under(Lou, DirectiveGoverned, ("q22", json!(["public"])));
        let mut records = Requirement::of(&SHIPPED.entries["chi-records"], true);
        let statute = statute.map(|code| ("statute".into(), ParameterValue::Text(code.to_owned())));
        records.values.extend(statute);
        project.requirements.push(records);
        cited(&project, "chi-records")
    };
    assert_eq!(naming(None), "17 kap. 1 § LOU");
    assert_eq!(naming(Some("education_act")), "17 kap. 1 § LOU, 2 kap. 31–33 §§ skollagen (2010:800)");
    let care = naming(Some("residential_care_act"));
    assert!(care.contains("(2007:171)") && !care.contains("skollagen"), "{care}");
    let disability = naming(Some("disability_act"));
    assert!(disability.contains("(2010:479)") && !disability.contains("skollagen"), "{disability}");
    let other_work = naming(Some("children_work_act"));
    assert!(other_work.contains("1, 3 och 5 §§ lagen (2013:852)"), "{other_work}");
    let own = naming(Some("other_act"));
    assert!(own.ends_with("Den lag om registerutdrag som kravet anger, kontrollera"), "{own}");
}

#[test]
fn the_name_of_another_act_is_asked_for_only_when_another_is_chosen() {
    let lacks = |statute: &str| {
        let mut project = under(Lou, DirectiveGoverned, ("q22", json!(["public"])));
        let mut records = Requirement::of(&SHIPPED.entries["chi-records"], true);
        records.values.insert("statute".into(), ParameterValue::Text(statute.to_owned()));
        project.requirements.push(records);
        let findings = assess(&project, &SHIPPED, TODAY).findings;
        let told = findings.into_iter().filter(|finding| finding.rule.code() == "G06");
        told.map(|finding| finding.message.sv).collect::<String>().contains("Den andra lagens namn")
    };
    assert!(lacks("other_act") && !lacks("children_work_act"));
}
