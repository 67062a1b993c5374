//! Changing a project: edits and choices.

use serde_json::{Value, json};

use crate::support::Desk;

fn file(desk: &Desk) -> Value {
    serde_json::from_str(&desk.read("P.samkrav")).unwrap()
}

fn recommended<'a>(assessed: &'a Value, entry: &str) -> &'a Value {
    let all = assessed["recommendations"].as_array().unwrap();
    all.iter().find(|recommended| recommended["entry"] == entry).unwrap()
}

#[test]
fn edits_change_the_project_and_add_a_revision() {
    let desk = Desk::with("byggtjanster");
    let before = file(&desk)["lineage"].clone();
    let edits = json!([
        { "edit": "fact", "field": "value_sek", "value": "500 tkr" },
        { "edit": "fact", "field": "option_value_sek", "value": null },
    ]);
    let said = desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
    assert!(said.contains("500\u{a0}000\u{a0}kr"), "{said}");
    let after = file(&desk);
    assert_eq!(after["project"]["procurement"]["value_sek"], 500_000);
    let lineage = after["lineage"].as_array().unwrap();
    assert_eq!(lineage.len(), 2);
    assert_eq!(lineage[0], before[0]);
    assert_eq!(desk.assessed()["regime"]["regime"], "direct_award");
}

/// As in the window, where a field that is emptied is not filled in.
#[test]
fn an_emptied_text_empties_a_fact() {
    let fields = [
        "value_sek",
        "option_value_sek",
        "months",
        "option_months",
        "supplier_count",
        "notice_date",
        "start",
    ];
    let desk = Desk::with("stadning");
    let emptied = fields.map(|field| json!({ "edit": "fact", "field": field, "value": "" }));
    desk.run_with(&["edit", "P.samkrav"], &json!(emptied).to_string()).done();
    let procurement = file(&desk)["project"]["procurement"].clone();
    assert_eq!(fields.map(|field| procurement[field].clone()), fields.map(|_| Value::Null));
    let facts = json!({ "procurement": fields.map(|field| (field, "")).into_iter().collect::<std::collections::BTreeMap<_, _>>() });
    desk.run_with(&["new", "--facts", "-", "-o", "Ny.samkrav"], &facts.to_string()).done();
}

#[test]
fn a_value_that_does_not_fit_is_named_by_its_line() {
    let desk = Desk::with("stadning");
    let refused = |field: &str, value: Value, words: &str| {
        let edits = json!([{ "edit": "fact", "field": field, "value": value }]);
        desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).refused(&[words]);
    };
    refused("supplier_count", json!("tre"), "Ändring 1: Värdet på rad 1 är ”tre” men ska vara ett helt tal");
    refused("nature", json!("hus"), "Ändring 1: Värdet på rad 1 kan inte vara ”hus”");
    refused("value_sek", json!("0,4 kr"), "Skriv beloppet i hela kronor.");
}

#[test]
fn what_is_typed_cannot_steer_the_terminal() {
    let desk = Desk::with("stadning");
    let edits = json!([{ "edit": "fact", "field": "title", "value": "Städ\u{1b}[2J\nning" }]);
    let said = desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
    assert!(said.contains("Städ [2J ning\n") && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn of_edits_at_the_same_time_none_is_lost() {
    let desk = Desk::with("stadning");
    let edit = |count: usize| {
        let edits = json!([{ "edit": "fact", "field": "title", "value": count.to_string() }]);
        desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
    };
    std::thread::scope(|scope| (0..16).for_each(|count| drop(scope.spawn(move || edit(count)))));
    assert_eq!(file(&desk)["lineage"].as_array().unwrap().len(), 1 + 16);
    assert_eq!(desk.files(), ["P.samkrav"]);
}

#[test]
fn a_command_that_writes_what_it_has_read_loses_no_edit_of_another() {
    const FACTS: [&str; 8] = [
        "title",
        "reference",
        "authority_name",
        "unit",
        "officer",
        "contract_manager",
        "decision_maker",
        "aim",
    ];
    let desk = Desk::with("stadning");
    std::fs::copy(desk.path("P.samkrav"), desk.path("Bas.samkrav")).unwrap();
    std::fs::copy(desk.path("P.samkrav"), desk.path("B.samkrav")).unwrap();
    let fact =
        |field: &str, value: Value| json!([{ "edit": "fact", "field": field, "value": value }]).to_string();
    desk.run_with(&["edit", "B.samkrav"], &fact("option_months", json!(24))).done();
    let commands: [&[&str]; 2] = [
        &["merge", "Bas.samkrav", "P.samkrav", "B.samkrav", "-o", "P.samkrav"],
        &["choose", "P.samkrav", "emp-study-visit"],
    ];
    for command in commands {
        std::thread::scope(|scope| {
            for edit in FACTS.map(|field| fact(field, json!(command[0]))) {
                scope.spawn(|| desk.run(command).done());
                let desk = &desk;
                scope.spawn(move || desk.run_with(&["edit", "P.samkrav"], &edit).done());
            }
        });
        let facts = &file(&desk)["project"]["procurement"];
        assert!(FACTS.iter().all(|field| facts[field] == command[0]), "{}: {facts}", command[0]);
    }
}

#[test]
fn a_fault_in_the_third_edit_writes_nothing() {
    let desk = Desk::with("byggtjanster");
    let before = desk.read("P.samkrav");
    let edits = json!([
        { "edit": "fact", "field": "title", "value": "Ny" },
        { "edit": "choose", "entry": "emp-dialogue" },
        { "edit": "choose", "entry": "emp-dialog" },
    ]);
    let refused = desk.run_with(&["edit", "P.samkrav"], &edits.to_string());
    refused.refused(&["Ändring 3", "emp-dialog", "Menade du emp-dialogue?"]);
    // What is no edit at all is counted in the same way.
    let edits = r#"[{ "edit": "choose", "entry": "emp-dialogue" }, { "edit": "choose", "entry": 3 }]"#;
    desk.run_with(&["edit", "P.samkrav"], edits).refused(&["Ändring 2", "3", "text"]);
    assert_eq!(desk.read("P.samkrav"), before);
    assert_eq!(desk.files(), ["P.samkrav"]);
}

#[test]
fn no_edits_change_nothing() {
    let desk = Desk::with("stadning");
    let before = desk.read("P.samkrav");
    assert_eq!(desk.run_with(&["edit", "P.samkrav"], "[]").done(), "");
    assert_eq!(desk.read("P.samkrav"), before);
}

#[test]
fn a_chosen_entry_brings_its_companions() {
    let desk = Desk::with("stadning");
    let said = desk.run(&["choose", "P.samkrav", "emp-study-visit", "visits=3", "hours=2,5"]).done();
    assert!(said.starts_with("K1 Studiebesök (emp-study-visit)\n"), "{said}");
    assert!(said.contains("(gen-start-meeting, följer med)"), "{said}");
    let requirement = &file(&desk)["project"]["requirements"][0];
    assert_eq!(requirement["values"], json!({ "visits": 3, "hours": 2.5 }));
}

#[test]
fn a_value_is_set_on_a_companion_without_choosing_it() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    let said = desk.run(&["choose", "P.samkrav", "gen-start-meeting", "days=30"]).done();
    assert!(said.contains("(gen-start-meeting, följer med)"), "{said}");
    let project = &file(&desk)["project"];
    let all = project["requirements"].as_array().unwrap();
    let meeting = all.iter().find(|r| r["entry"]["id"] == "gen-start-meeting").unwrap();
    assert_eq!((&meeting["chosen"], &meeting["values"]), (&json!(false), &json!({ "days": 30 })));
}

#[test]
fn an_own_text_is_printed_until_it_is_taken_back() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit", "visits=3"]).done();
    let reword = |duties: Value| {
        let edits = json!([{ "edit": "reword", "entry": "emp-study-visit", "duties": duties }]);
        desk.run_with(&["edit", "P.samkrav"], &edits.to_string())
    };
    let own = json!(["Leverantören ska visa arbetet {visits|en gång|gånger} om året."]);
    assert_eq!(reword(own).done(), "Egen text: Studiebesök\n");
    let printed = || {
        let export = ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", "-"];
        desk.run(&export).done().replace('\u{a0}', " ")
    };
    assert!(printed().contains("K1 a Leverantören ska visa arbetet tre gånger om året.\n"), "{}", printed());
    reword(json!(["Visa {allt}."])).refused(&["Ändring 1", "”{allt}” är inget värde", "{visits}"]);
    assert_eq!(reword(Value::Null).done(), "Tillbaka till katalogens text: Studiebesök\n");
    assert!(printed().contains("ta emot tre studiebesök"), "{}", printed());
}

#[test]
fn an_own_requirement_is_reviewed_and_printed_as_the_others() {
    let desk = Desk::with("stadning");
    let own = json!({ "theme": "children", "level": "base", "placement": "contract_term", "title": "Lekplatsen hålls öppen",
        "duties": ["Leverantören ska hålla lekplatsen öppen."], "sanction": "cure" });
    let edits = json!([{ "edit": "write_own", "entry": "own-lek", "requirement": own }]);
    let said = desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
    assert_eq!(said, "Eget krav: Lekplatsen hålls öppen\n");
    let review = desk.run(&["review", "P.samkrav"]).no();
    assert!(review.contains("K1 Lekplatsen"), "{review}");
    let export = ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", "-"];
    let printed = desk.run(&export).done().replace('\u{a0}', " ");
    assert!(printed.contains("K1 a Leverantören ska hålla lekplatsen öppen.\n"), "{printed}");
    assert!(printed.contains("17 kap. 1 § LOU"), "{printed}");
    let nameless = json!([{ "edit": "write_own", "entry": "emp-lek", "requirement": own }]);
    desk.run_with(&["edit", "P.samkrav"], &nameless.to_string()).refused(&[
        "Ändring 1",
        "emp-lek",
        "börjar med own-",
    ]);
}

#[test]
fn another_level_takes_along_what_fits_and_says_what_does_not() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit", "visits=3"]).done();
    let up = json!([{ "edit": "change_level", "entry": "emp-study-visit", "level": "advanced" }]);
    let said = desk.run_with(&["edit", "P.samkrav"], &up.to_string()).done().replace('\n', " ");
    assert!(said.starts_with("Bytt nivå: Studiebesök → "), "{said}");
    assert!(said.contains("Värden som inte längre passar: Antal besök per avtalsår."), "{said}");
    let nowhere =
        json!([{ "edit": "change_placement", "entry": "emp-internship", "placement": "award_criterion" }]);
    desk.run_with(&["edit", "P.samkrav"], &nowhere.to_string())
        .refused(&["Ändring 1", "finns inte i den formen"]);
}

#[test]
fn nothing_recommended_is_said_and_is_no_fault() {
    let desk = Desk::new();
    let facts = json!({ "procurement": { "nature": "supplies", "cpv": ["30197630"], "value_sek": 50_000, "months": 1 } });
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], &facts.to_string()).done();
    let said = desk.run(&["choose", "P.samkrav", "--recommended"]).done();
    assert!(said.starts_with("Inget krav rekommenderas."), "{said}");
    assert_eq!(file(&desk)["project"]["requirements"], json!([]));
}

#[test]
fn values_are_read_by_their_kind() {
    let desk = Desk::with("byggtjanster");
    desk.run(&["choose", "P.samkrav", "emp-framework-step", "step=8 Mkr", "form=internship"]).done();
    desk.run(&["choose", "P.samkrav", "acc-passage", "entrance=nej"]).done();
    let project = &file(&desk)["project"];
    let values = |entry: &str| {
        let all = project["requirements"].as_array().unwrap();
        all.iter().find(|requirement| requirement["entry"]["id"] == entry).unwrap()["values"].clone()
    };
    assert_eq!(values("emp-framework-step"), json!({ "step": 8_000_000, "form": "internship" }));
    assert_eq!(values("acc-passage"), json!({ "entrance": false }));
}

#[test]
fn an_empty_value_goes_back_to_the_proposed_one() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit", "visits=3"]).done();
    desk.run(&["choose", "P.samkrav", "emp-study-visit", "visits="]).done();
    assert_eq!(file(&desk)["project"]["requirements"][0].get("values"), None);
}

#[test]
fn every_number_is_shown_with_its_calculation() {
    let assessed = Desk::with("byggtjanster").assessed();
    let counted = recommended(&assessed, "emp-framework-step");
    assert_eq!(counted["parameters"]["step"]["origin"], "computed");
    assert_eq!(counted["calculation"]["step_sek"], counted["parameters"]["step"]["value"]);
    assert_eq!(counted["calculation"]["rule_of_thumb"], true);
    assert!(!counted["reasons"].as_array().unwrap().is_empty());
    assert_eq!(recommended(&assessed, "emp-dialogue")["calculation"], Value::Null);
}

#[test]
fn a_missing_regime_is_null_with_what_is_missing() {
    let desk = Desk::new();
    let facts = json!({ "procurement": { "title": "Städning" } });
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], &facts.to_string()).done();
    let regime = &desk.assessed()["regime"];
    assert_eq!(regime["regime"], Value::Null);
    assert_eq!(regime["missing"], json!(["nature", "value", "cpv"]));
    assert_eq!(regime["reason"], "Fyll i kontraktets art, värdet och CPV-koden.");
}

#[test]
fn the_officers_own_regime_is_told_beside_the_computed_one() {
    let desk = Desk::with("byggtjanster");
    let choice = json!({ "regime": "directive_governed", "reason": "Räknas ihop med två andra köp." });
    let edits = json!([{ "edit": "overrule_regime", "choice": choice }]);
    desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
    let regime = &desk.assessed()["regime"];
    assert_eq!(regime["regime"], "directive_governed");
    assert_eq!(regime["overruled"]["computed"], "nationally_governed");
    assert_eq!(regime["overruled"]["reason"], "Räknas ihop med två andra köp.");
}

#[test]
fn the_day_decides_which_thresholds_hold() {
    let desk = Desk::new();
    let facts = json!({ "procurement": {
        "nature": "services", "cpv": ["90910000"], "value_sek": 2_400_000, "months": 24,
    } });
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], &facts.to_string()).done();
    let on = |day: &str| {
        let answer = desk.run(&["assess", "P.samkrav", "--json", "--date", day]).done();
        serde_json::from_str::<Value>(&answer).unwrap()["regime"].clone()
    };
    assert_eq!(on("2025-12-31")["regime"], "directive_governed");
    assert_eq!(on("2025-12-31")["status"], "published");
    assert_eq!(on("2026-01-01")["regime"], "nationally_governed");
    assert_eq!(on("2026-01-01")["threshold_sek"], 2_451_816);
}

#[test]
fn an_answer_to_a_hidden_question_is_kept_but_not_used() {
    let desk = Desk::new();
    let facts = json!({
        "procurement": { "nature": "supplies", "cpv": ["18100000"], "value_sek": 900_000, "months": 24 },
        "answers": { "q01": "goods_only", "q02": 12 },
    });
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], &facts.to_string()).done();
    assert_eq!(file(&desk)["project"]["answers"]["q02"], 12);
    let assessed = desk.assessed();
    let hidden = assessed["questions"].as_array().unwrap().iter().find(|q| q["id"] == "q02").unwrap();
    assert_eq!(hidden["visible"], false);
    let reasons = assessed["recommendations"].to_string();
    assert!(!reasons.contains("\"q02\""), "{reasons}");
}
