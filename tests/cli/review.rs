//! `samkrav review`: what it says of each example, and how it answers.

use serde_json::{Value, json};

use crate::support::{Desk, EXAMPLES};

/// The example with all that is recommended chosen, and a decision in every theme that is left.
fn decided(example: &str) -> Desk {
    let desk = Desk::with(example);
    desk.run(&["choose", "P.samkrav", "--recommended"]).done();
    let assessed = desk.assessed();
    let open = assessed["themes"].as_array().unwrap().iter().filter(|theme| theme["open"] == true);
    let edits: Vec<Value> = open
        .map(|theme| {
            let decision = json!({ "outcome": "not_relevant", "reason": "Inget i köpet rör temat." });
            json!({ "edit": "decide", "theme": theme["theme"], "decision": decision })
        })
        .collect();
    desk.run_with(&["edit", "P.samkrav"], &json!(edits).to_string()).done();
    desk
}

#[test]
fn what_is_left_when_all_that_is_recommended_is_chosen() {
    for example in EXAMPLES {
        insta::assert_snapshot!(
            format!("{example}.review"),
            decided(example).run(&["review", "P.samkrav"]).out
        );
    }
}

#[test]
fn what_is_said_before_anything_is_chosen() {
    for example in EXAMPLES {
        let said = Desk::with(example).run(&["review", "P.samkrav"]).out;
        insta::assert_snapshot!(format!("{example}.review_untouched"), said);
    }
}

#[test]
fn an_open_stop_is_the_answer_no_until_it_is_set_aside_with_a_reason() {
    let desk = decided("stadning");
    let answer = desk.run(&["review", "P.samkrav", "--json"]);
    assert_eq!(answer.status, 1);
    let findings: Value = serde_json::from_str(&answer.out).unwrap();
    let stops =
        findings["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "stop");
    let edits: Vec<Value> = stops
        .map(|stop| {
            let finding = json!({ "code": stop["code"], "case": stop["case"], "place": stop["where"] });
            json!({ "edit": "override", "finding": finding,
                "reason": "Uppgiften fylls i när kollektivavtalet är klart i mars." })
        })
        .collect();
    assert!(!edits.is_empty());
    desk.run_with(&["edit", "P.samkrav"], &json!(edits).to_string()).done();
    let answer = desk.run(&["review", "P.samkrav", "--json"]);
    assert_eq!(answer.status, 0, "{}", answer.out);
    let kept: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(kept["findings"][0]["overridden"]["on"], "2026-11-25");
    assert_eq!(kept["findings"][0]["where"]["kind"], "requirement");
}

#[test]
fn what_is_imported_counts_in_the_review() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    assert!(!desk.run(&["review", "P.samkrav"]).out.contains("G10"));
    let page = include_str!("../../docs/catalogue.md");
    let own = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    std::fs::write(desk.path("eget.toml"), own).unwrap();
    desk.run(&["catalogue", "import", "eget.toml"]).done();
    let said = desk.run(&["review", "P.samkrav"]).out;
    assert!(said.contains("G10"), "the authority proposes another number of visits: {said}");
}
