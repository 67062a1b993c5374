//! The calculator and the choice among entries: each rule with the figures on both sides of its limits.

use crate::support::{SHIPPED, TODAY, apply, example, project, root};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::EntryId;
use domain::catalogue::parameter::ParameterValue;
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::proportionality::LabourShareSource;
use domain::requirements::quantity::Quantity;
use domain::requirements::recommend::Standing;
use domain::review::finding::Severity;
use serde_json::{Value, json};

fn look(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

/// The project with other facts.
fn buying(mut project: Project, facts: &Value) -> Project {
    let mut all = serde_json::to_value(&project.procurement).unwrap();
    all.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    project.procurement = serde_json::from_value(all).unwrap();
    project
}

/// The project with other answers; null takes an answer away.
fn answering(mut project: Project, answers: &Value) -> Project {
    for (id, answer) in answers.as_object().unwrap() {
        match answer {
            Value::Null => drop(project.answers.remove(id.as_str())),
            answer => drop(
                project.answers.insert(id.as_str().into(), serde_json::from_value(answer.clone()).unwrap()),
            ),
        }
    }
    project
}

fn choosing(project: &Project, entries: &[&str]) -> Project {
    let choose = |project: Project, entry: &&str| {
        apply(&project, &Edit::Choose { entry: (*entry).into() }, &SHIPPED).unwrap()
    };
    entries.iter().fold(project.clone(), choose)
}

fn setting(project: &Project, entry: &str, parameter: &str, number: f64) -> Project {
    let value = Some(ParameterValue::number(number));
    apply(project, &Edit::SetParameter { entry: entry.into(), parameter: parameter.into(), value }, &SHIPPED)
        .unwrap()
}

fn of(assessment: &Assessment, standing: Standing) -> Vec<&str> {
    let found = assessment.recommendations.iter().filter(|r| r.standing == standing);
    found.map(|r| r.entry.as_str()).collect()
}

fn candidates(project: &Project) -> Vec<String> {
    of(&look(project), Standing::Candidate).into_iter().map(str::to_owned).collect()
}

fn has(project: &Project, entry: &str) -> bool {
    candidates(project).iter().any(|id| id == entry)
}

fn number(project: &Project, entry: &str, parameter: &str) -> Option<f64> {
    let values = look(project).values_of(SHIPPED.entry(&entry.into()).unwrap(), project);
    values[parameter].value.as_ref().and_then(ParameterValue::as_number)
}

/// The case of the park: K2.
fn park() -> Project {
    let file = std::fs::read_to_string(root().join("tests/domain/cases/09-park-maintenance.toml"));
    let case: Value = serde_json::to_value(toml::from_str::<toml::Table>(&file.unwrap()).unwrap()).unwrap();
    let facts = json!({ "procurement": case["procurement"], "answers": case["answers"] });
    buying(project(serde_json::from_value(facts).unwrap()), &json!({ "notice_date": "2027-02-15" }))
}

fn quantity(assessment: &Assessment, entry: &str) -> Quantity {
    assessment.quantities[&EntryId::from(entry)]
}

fn near(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() < within, "{a} is not {b}");
}

// ---- How much work there is

#[test]
fn k1_nothing_is_rounded_on_the_way() {
    let project = example("stadning");
    let assessment = look(&project);
    let capacity = assessment.capacity.clone().unwrap();
    near(capacity.labour_hours, 75_789.473_7, 1e-3);
    near(capacity.full_time_months, 534.9845, 1e-3);
    near(capacity.headcount.used, 11.1455, 1e-3);
    let [language, internship] = ["emp-language", "emp-internship"].map(|id| quantity(&assessment, id));
    assert_eq!([language.unit_hours, internship.unit_hours], [80.0, 240.0]);
    assert_eq!([language.attended_hours, internship.attended_hours], [160.0, 480.0]);
    near(language.share + internship.share, 1920.0 / 75_789.473_7, 1e-9);
    near(language.supervision_cost + internship.supervision_cost, 218_880.0, 1e-6);
}

#[test]
fn k2_the_season_decides_how_many_work_at_the_same_time() {
    let capacity = |project: &Project| look(project).capacity.unwrap();
    near(capacity(&park()).headcount.used, 3.169, 1e-3);
    let all_year = answering(park(), &json!({ "q04": { "need_pattern": "even" } }));
    near(capacity(&all_year).headcount.used, 1.849, 1e-3);
    assert_eq!(candidates(&all_year), Vec::<String>::new());
}

#[test]
fn the_labour_share_of_the_branch_holds_while_it_lies_in_the_answered_band() {
    // The profile says 80 per cent, which lies on the border of two bands.
    let bands = [("60_80", 0.8), ("80_100", 0.8), ("40_60", 0.5), ("0_20", 0.1)];
    for (band, share) in bands {
        let capacity = look(&answering(example("stadning"), &json!({ "q03": band }))).capacity.unwrap();
        near(capacity.labour_share, share, 1e-12);
        let own = capacity.labour_share_source == LabourShareSource::AnsweredBand;
        assert_eq!(own, !band.contains("80"), "{band}");
    }
}

#[test]
fn an_answered_headcount_counts_up_to_one_and_a_half_times_the_calculated() {
    for (answered, used) in [(3.0, 3.0), (4.4, 4.4), (40.0, 4.4118)] {
        let project =
            choosing(&answering(example("byggtjanster"), &json!({ "q02": answered })), &["emp-study-visit"]);
        let assessment = look(&project);
        near(assessment.capacity.unwrap().headcount.used, used, 1e-3);
        let warned = assessment.findings.iter().any(|f| f.case == "headcount");
        assert_eq!(warned, answered > 4.5, "{answered}");
    }
}

#[test]
fn only_the_firm_period_for_one_supplier_counts() {
    let value =
        |facts: Value| look(&buying(example("stadning"), &facts)).capacity.unwrap().value_per_supplier;
    near(value(json!({})), 36e6, 1e-6);
    near(value(json!({ "supplier_count": 4 })), 9e6, 1e-6);
    near(value(json!({ "months": 24, "option_months": 24 })), 18e6, 1e-6);
    near(value(json!({ "months": 24, "option_months": 24, "option_value_sek": 16_000_000 })), 20e6, 1e-6);
}

#[test]
fn nothing_is_calculated_for_goods_or_without_value() {
    assert!(look(&example("arbetsklader")).capacity.is_none());
    assert!(look(&buying(example("stadning"), &json!({ "value_sek": null }))).capacity.is_none());
    let worthless = look(&buying(example("stadning"), &json!({ "value_sek": 0 })));
    assert!(worthless.quantities.values().all(|quantity| quantity.share == 0.0));
}

// ---- When employment is proposed at all

/// Limits count as reached. Persons are answered, so that value and time can stay.
#[test]
fn persons_and_months_decide_what_is_proposed() {
    let goals = json!({ "q07": ["first_contact", "paid_job"], "q11": "dialogue" });
    let employment = |months: u32, persons: f64| {
        let facts = json!({ "months": months, "value_sek": 2_000_000 * u64::from(months) });
        let project = answering(buying(example("stadning"), &facts), &goals);
        let project = answering(project, &json!({ "q02": persons }));
        let mut found = candidates(&project);
        found.retain(|id| id.starts_with("emp-"));
        found.join(" ")
    };
    let table = [
        (3, 6.0, ""),
        (4, 1.9, ""),
        (4, 2.0, "emp-study-visit emp-dialogue"),
        (5, 9.0, "emp-study-visit emp-dialogue"),
        (12, 4.9, "emp-study-visit emp-dialogue"),
        (12, 5.0, "emp-study-visit emp-adverts emp-dialogue"),
    ];
    for (months, persons, expected) in table {
        assert_eq!(employment(months, persons), expected, "{months} months, {persons} persons");
    }
}

/// Why nothing is recommended in Sysselsättning.
fn why_none_in_employment(project: &Project) -> String {
    let assessment = look(project);
    assessment.themes[0].outlook(project, &assessment).why_none.unwrap().sv
}

#[test]
fn fewer_than_two_persons_close_the_theme_and_say_what_would_open_it() {
    let why = why_none_in_employment(&example("it-system")).replace('\u{a0}', " ");
    assert!(why.contains("0,3 personer") && why.contains("76 500 000 kr"), "{why}");
}

#[test]
fn why_nothing_can_be_calculated_is_said() {
    let why = why_none_in_employment;
    assert!(why(&example("arbetsklader")).starts_with("Bara varor köps."));
    let no_value = buying(example("stadning"), &json!({ "value_sek": null }));
    assert!(why(&no_value).starts_with("Fyll i värde"));
    let insurance = buying(example("stadning"), &json!({ "cpv": ["66510000"] }));
    assert!(why(&insurance).contains("ingen tumregel för CPV-kodens bransch"));
}

// ---- How many places

#[test]
fn candidates_cap_the_places_that_need_somebody_to_propose_them() {
    let with = |q09: Value| answering(example("stadning"), &json!({ "q09": q09 }));
    let places = |q09: Value| {
        let project = with(q09);
        ["emp-language", "emp-internship"].map(|id| number(&project, id, "places"))
    };
    assert_eq!(places(json!({ "candidates_per_year": 1 })), [Some(2.0), Some(2.0)]);
    assert_eq!(places(json!({ "candidates_per_year": 0.25 })), [Some(1.0), None]);
    for nobody in [json!({ "candidates_per_year": 0 }), json!({ "unknown": "arbetsmarknadsenheten" })] {
        assert!(!has(&with(nobody.clone()), "emp-internship"), "{nobody}");
        assert!(has(&with(nobody.clone()), "emp-dialogue"), "a dialogue instead: {nobody}");
    }
    assert!(has(&answering(example("stadning"), &json!({ "q09": null })), "emp-internship"), "not asked yet");
}

#[test]
fn supervisors_cap_the_places_at_the_same_time() {
    let with = |count: Value| {
        let q05 = json!({ "q05": { "beginner_tasks": ["simple"], "supervisors": count } });
        answering(example("stadning"), &q05)
    };
    assert!(!has(&with(json!(0)), "emp-internship"), "nobody can supervise");
    assert_eq!(number(&with(json!(1)), "emp-internship", "places"), Some(6.0));
    // Ten weeks each, two at a time: sixteen can begin in the first half of three years.
    let many = json!({ "q09": { "candidates_per_year": 100 }, "q07": ["language"] });
    let short = |count| buying(answering(with(json!(count)), &many), &json!({ "months": 36 }));
    assert_eq!(number(&short(1), "emp-language", "places"), Some(16.0));
    assert_eq!(number(&short(9), "emp-language", "places"), Some(28.0));
}

#[test]
fn a_place_is_over_before_the_contract_is() {
    let long = json!({ "q07": ["vocational"], "q13": ["building"], "q11": "fixed_number" });
    let building = |months: u32| {
        let facts = json!({ "framework": false, "months": months, "value_sek": 75_000_000 });
        choosing(&buying(answering(example("byggtjanster"), &long), &facts), &["emp-apprentice"])
    };
    assert_eq!(number(&building(18), "emp-apprentice", "start_months"), Some(6.0));
    assert_eq!(number(&building(48), "emp-apprentice", "start_months"), Some(24.0));
    assert_eq!(number(&building(12), "emp-apprentice", "places"), None, "twelve months do not fit in twelve");
    let shorter = setting(&building(12), "emp-apprentice", "months", 6.0);
    assert_eq!(number(&shorter, "emp-apprentice", "start_months"), Some(6.0));
    assert!(number(&shorter, "emp-apprentice", "places").is_some());
}

#[test]
fn each_year_of_options_adds_its_places() {
    let facts = json!({ "months": 24, "option_months": 24 });
    let only = json!({ "q07": ["experience"] });
    let project = choosing(&answering(buying(example("stadning"), &facts), &only), &["emp-internship"]);
    let assessment = look(&project);
    let internship = assessment.active_for(&"emp-internship".into()).unwrap();
    assert_eq!(internship.quantity.unwrap().places, 4.0);
    assert_eq!(internship.option_places, [3.0, 2.0]);
    let none = look(&choosing(&example("stadning"), &["emp-internship"]));
    assert!(none.active_for(&"emp-internship".into()).unwrap().option_places.is_empty());
}

#[test]
fn what_the_officer_sets_is_taken_from_the_budget_first() {
    let project = choosing(&example("stadning"), &["emp-language", "emp-internship"]);
    let fewer = setting(&project, "emp-internship", "places", 9.0);
    assert_eq!(number(&fewer, "emp-internship", "places"), Some(9.0));
    assert_eq!(number(&fewer, "emp-language", "places"), Some(1.0), "113 hours are left of 2 273");
}

#[test]
fn a_step_keeps_the_share() {
    let step = |facts: Value| {
        let project = buying(example("byggtjanster"), &facts);
        (number(&project, "emp-framework-step", "step"), number(&project, "emp-framework-step", "step_max"))
    };
    assert_eq!(step(json!({})), (Some(8e6), Some(2.0)));
    assert!(!has(&buying(example("byggtjanster"), &json!({ "value_sek": 7_999_999 })), "emp-framework-step"));
    assert!(has(&buying(example("byggtjanster"), &json!({ "value_sek": 16_000_000 })), "emp-framework-step"));
    let shared = json!({ "supplier_count": 3 });
    assert!(
        !has(&buying(example("byggtjanster"), &shared), "emp-framework-step"),
        "one supplier has 6.7 million"
    );
}

#[test]
fn a_step_for_a_certain_volume_is_raised_until_it_takes_at_most_a_twentieth() {
    let steps = json!({ "q07": ["paid_job"], "q11": "step" });
    let project = answering(example("stadning"), &steps);
    let job = quantity(&look(&project), "emp-step");
    assert_eq!((job.step, job.places), (Some(25e6), 1.0));
    near(job.share, 1700.0 / 75_789.473_7, 1e-9);
    // Machines weigh much: one job in 25 million would be 8.7 per cent.
    let machines =
        json!({ "cpv": ["45112000"], "nature": "works", "value_sek": 120_000_000, "framework": false });
    let raised = quantity(&look(&buying(project, &machines)), "emp-step");
    assert!(raised.share <= 0.05 && raised.step >= Some(50e6), "{raised:?}");
}

#[test]
fn points_are_three_per_cent_of_the_full_time_months() {
    let project = choosing(&answering(example("stadning"), &json!({ "q11": "points" })), &["emp-points"]);
    assert_eq!(number(&project, "emp-points", "points"), Some(16.0), "3 per cent of 535.0 months");
}

// ---- What is large

fn severity_of_share(project: &Project) -> Option<Severity> {
    let findings = look(project).findings;
    findings.iter().find(|finding| finding.case == "share").map(|finding| finding.severity)
}

#[test]
fn the_share_of_the_hours_is_measured() {
    let places =
        |count: f64| setting(&choosing(&park(), &["emp-holiday-job"]), "emp-holiday-job", "places", count);
    let severity = |count: f64| severity_of_share(&places(count));
    // 160 hours each of 12 571: 2.5, 5.1, 7.6 and 10.2 per cent.
    let table = [
        (2.0, None),
        (4.0, Some(Severity::Info)),
        (6.0, Some(Severity::Warning)),
        (8.0, Some(Severity::Stop)),
    ];
    for (count, expected) in table {
        assert_eq!(severity(count), expected, "{count} places");
    }
}

#[test]
fn a_share_of_the_hours_is_measured_as_it_stands() {
    let building = json!({ "cpv": ["90910000"] });
    let project = choosing(&buying(example("stadning"), &building), &["emp-hours-share"]);
    let severity = |share| {
        let project = setting(&project, "emp-hours-share", "share", share);
        severity_of_share(&project)
    };
    assert_eq!([severity(5.0), severity(6.0)], [None, Some(Severity::Info)]);
    assert_eq!([severity(8.0), severity(10.0)], [Some(Severity::Warning), Some(Severity::Warning)]);
}

// ---- Which entries go together

#[test]
fn the_hours_for_follow_up_drop_the_lowest_score_and_never_a_duty() {
    let hours = |count: u32| answering(example("stadning"), &json!({ "q35": count }));
    assert_eq!(candidates(&hours(57)).len(), 6);
    assert_eq!(candidates(&hours(52)).len(), 6, "57 hours are a little more than 52");
    assert_eq!(candidates(&hours(51)).last().unwrap(), "emp-internship");
    let none = look(&hours(0));
    assert_eq!(of(&none, Standing::Duty), ["lab-terms-duty"]);
    assert!(of(&none, Standing::Candidate).is_empty());
}

#[test]
fn a_little_more_than_there_is_time_for_is_said_where_it_is_recommended() {
    let why = |count: u32| {
        let assessment = look(&answering(example("stadning"), &json!({ "q35": count })));
        let mut candidates =
            assessment.recommendations.into_iter().filter(|r| r.standing == Standing::Candidate);
        let last = candidates.next_back().unwrap();
        last.reasons.into_iter().map(|reason| reason.text.sv).collect::<Vec<_>>().join(", ")
    };
    assert!(
        why(52).ends_with("uppföljningen tar då 57\u{a0}timmar om året, lite mer än de 52 ni har"),
        "{}",
        why(52)
    );
    assert!(!why(57).contains("lite mer"), "{}", why(57));
}

/// Language training answers a goal, and traced pay does not.
#[test]
fn what_answers_a_goal_stays_when_hours_decide() {
    let few = candidates(&answering(example("stadning"), &json!({ "q35": 40 })));
    assert!(few.contains(&"emp-language".to_owned()), "{few:?}");
}

#[test]
fn a_careful_market_gets_one_advanced_entry_in_a_theme() {
    for careful in [
        json!({ "market": "unused", "small_firms": "no" }),
        json!({ "market": "common", "small_firms": "yes" }),
    ] {
        let found = candidates(&answering(example("stadning"), &json!({ "q36": careful })));
        assert_eq!(found, ["lab-pay-trace", "emp-language", "env-intro"]);
    }
}

#[test]
fn what_the_officer_chose_keeps_away_what_it_excludes() {
    let shared = choosing(&example("stadning"), &["emp-hours-share"]);
    assert!(!has(&shared, "emp-internship") && !has(&shared, "emp-language"), "two ways to count");
    let code = choosing(&example("arbetsklader"), &["sup-code"]);
    assert_eq!(candidates(&code), Vec::<String>::new(), "eth-textile brings sup-dd, which sup-code excludes");
}

#[test]
fn at_most_seven_are_recommended_beside_duties_and_companions() {
    assert_eq!(candidates(&example("byggtjanster")).len(), 7);
}
