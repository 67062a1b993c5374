//! What the officer sees of the plan: dates, marks, what is left, and the steps of sanctions.

use domain::apply::apply;
use domain::assess::assess;
use domain::catalogue::entry::CheckKind;
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::words::Speaker;
use domain::signature::Signature;
use domain::spot::Spot;
use domain::text::Language;
use serde_json::{Value, json};

use super::follow_up::FollowUpPlan;
use super::timeline::Timeline;

/// The plan of a contract for building services, with other facts and with requirements that are chosen.
fn plan(facts: &Value, entries: &[&str]) -> FollowUpPlan {
    let catalogue = domain::built_in::catalogue().unwrap();
    let on = jiff::civil::date(2026, 11, 25);
    let signature = Signature { by: "Anna Lindqvist".into(), on };
    let example: Value =
        serde_json::from_str(include_str!("../../../assets/examples/byggtjanster.json")).unwrap();
    let mut all = example["procurement"].clone();
    all.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let mut project = Project::new("p".into(), "2026:1");
    project.procurement = serde_json::from_value(all).unwrap();
    project.answers = serde_json::from_value(example["answers"].clone()).unwrap();
    for entry in entries {
        let edit = Edit::Choose { entry: (*entry).into() };
        project = apply(&project, &edit, &catalogue, &signature).unwrap();
    }
    let assessment = assess(&project, &catalogue, on);
    FollowUpPlan::of(Speaker::new(&project, &assessment, Language::Sv), on)
}

fn days(plan: &FollowUpPlan, entry: &str) -> Vec<String> {
    plan.rows.iter().find(|row| row.entry.as_str() == entry).unwrap().days.clone()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn labels(timeline: &Timeline) -> Vec<String> {
    timeline.ticks.iter().map(|tick| plain(&tick.label)).collect()
}

#[test]
fn the_days_follow_from_the_start_of_the_contract_and_its_end() {
    let plan = plan(&json!({ "start": "2027-04-01", "months": 24 }), &["emp-study-visit", "emp-dialogue"]);
    assert_eq!(
        days(&plan, "emp-study-visit"),
        ["2027-10-01", "2028-04-03", "2028-10-02", "2029-03-29"],
        "on a working day when each half-year is over, and the last while the contract lasts, before the holidays at its end"
    );
    assert_eq!(days(&plan, "gen-start-meeting"), ["2027-05-14"], "once, on a Friday before the sixteenth");
    let timeline = plan.timeline.unwrap();
    assert_eq!(labels(&timeline), ["apr 2027", "apr 2028", "slut mar 2029"]);
    let kinds: Vec<CheckKind> = timeline.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [CheckKind::Meeting, CheckKind::Check]);
    let meetings = &timeline.rows[0];
    assert_eq!(
        (meetings.name.as_str(), meetings.marks.len()),
        ("Möten", 4),
        "four dialogues, the first at the start meeting"
    );
    assert!(plain(&timeline.summary).starts_with(
        "Avtalet går från 2027-04-01 till 2029-03-31. Möten: 4 gånger, första gången 2027-05-14"
    ));
}

#[test]
fn marks_stand_where_their_days_are() {
    let plan = plan(&json!({ "start": "2027-04-01", "months": 24 }), &["emp-study-visit"]);
    let timeline = plan.timeline.unwrap();
    assert!(timeline.start.abs() < 1e-9 && (timeline.end - 1.0).abs() < 1e-9, "{}", timeline.end);
    let checks = timeline.rows.iter().find(|row| row.kind == CheckKind::Check).unwrap();
    let visit =
        |mark: &&super::timeline::TimeMark| mark.entries.iter().any(|e| e.as_str() == "emp-study-visit");
    let at: Vec<f64> = checks.marks.iter().filter(visit).map(|mark| mark.at).collect();
    assert!((at[0] - 183.0 / 730.0).abs() < 1e-9, "six months, 183 days of 730: {at:?}");
    assert!(at.is_sorted() && at.iter().all(|at| (0.0..=1.0).contains(at)), "{at:?}");
}

#[test]
fn what_is_read_after_the_end_makes_the_line_longer() {
    let plan = plan(&json!({ "start": "2027-04-01", "months": 4 }), &["emp-study-visit", "gen-report"]);
    assert_eq!(days(&plan, "emp-study-visit"), ["2027-07-30"], "no later than the last working day");
    let timeline = plan.timeline.unwrap();
    assert!(timeline.end < 1.0);
    assert_eq!(labels(&timeline), ["apr 2027", "slut jul 2027"]);
}

#[test]
fn without_a_start_the_line_counts_months() {
    let plan = plan(&json!({ "start": null, "months": 36 }), &["emp-study-visit"]);
    assert_eq!(days(&plan, "emp-study-visit")[..2], ["månad 7", "månad 13"]);
    let timeline = plan.timeline.unwrap();
    assert_eq!(labels(&timeline), ["start", "12 månader", "24 månader", "slut 36 månader"]);
    assert!(plain(&timeline.summary).starts_with("Avtalet är på 36 månader från avtalsstart."));
    assert!(plan.left.iter().any(|left| left.place == Spot::Fact("start".into())));
}

#[test]
fn there_is_no_line_while_the_length_is_not_known() {
    assert_eq!(plan(&json!({ "months": null }), &["emp-study-visit"]).timeline, None);
    assert_eq!(plan(&json!({}), &[]).timeline, None);
}

#[test]
fn the_steps_of_sanctions_say_the_ceiling_once() {
    let both = plan(&json!({}), &["emp-internship", "gen-penalty"]);
    let names: Vec<&str> = both.sanctions.iter().map(|step| step.name.as_str()).collect();
    assert_eq!(names, ["Rättelse", "Vite med tak"]);
    let ceiling = both.sanctions[1].values.last().unwrap();
    assert_eq!(plain(&ceiling.shown), "3 procent");
    let without = plan(&json!({}), &["emp-internship"]);
    let damages = &without.sanctions[1];
    assert!(damages.text.starts_with("Inte valt. Rättas en brist inte"), "{}", damages.text);
    assert!(!damages.stands);
    assert_eq!(plan(&json!({}), &[]).sanctions, []);
}

#[test]
fn the_hours_say_what_they_leave_out_as_the_printed_plan_does() {
    let places = "Möten, introduktioner och kontakter för varje enskild plats tar tid därutöver, efter antalet platser.";
    assert_eq!(plan(&json!({}), &["emp-study-visit"]).hours_beside, [""; 0]);
    assert_eq!(plan(&json!({}), &["emp-internship"]).hours_beside, [places]);
    let three = plan(&json!({ "framework": true, "supplier_count": 3 }), &["emp-study-visit"]).hours_beside;
    assert!(three[0].starts_with("De är räknade på en leverantör. Avtalet har tre,"), "{three:?}");
}

#[test]
fn what_is_to_be_done_next_is_named_by_number() {
    let facts = json!({ "start": "2026-04-01", "notice_date": "2025-09-01" });
    let next = |entries| {
        let next = plan(&facts, entries).next.unwrap();
        (next.date, plain(&next.what))
    };
    assert_eq!(next(&["emp-study-visit"]).1, "Kontroll K1, K4");
    let several = next(&["emp-study-visit", "emp-career-talks", "emp-supplier-forum", "emp-internship"]);
    assert_eq!(several, ("2027-04-01".to_owned(), "Kontroll K1, K2, K3".to_owned()));
}
