//! `samkrav lint`: what is said of a text on standard input.

use serde_json::Value;

use crate::support::Desk;

#[test]
fn a_whole_specification_gets_numbered_findings() {
    let text = "Krav på leverantören\n\n1. Leverantören ska ha tecknat kollektiv-\navtal.\n2. Golvet ska uppfylla SS-EN 14041.\n";
    let answer = Desk::new().run_with(&["lint", "--regime", "directive_governed"], text);
    assert_eq!((answer.status, &*answer.error), (1, ""));
    insta::assert_snapshot!(answer.out);
}

#[test]
fn the_same_as_json_with_spans_in_characters() {
    let text = "Åäö. Golvet ska uppfylla SS-EN 14041.";
    let options =
        ["lint", "--placement", "technical_specification", "--regime", "directive_governed", "--json"];
    let found: Value = serde_json::from_str(&Desk::new().run_with(&options, text).out).unwrap();
    let finding = &found["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&"R19".into(), &"stop".into()));
    assert_eq!(finding["span"], serde_json::json!([25, 36]));
    assert_eq!(finding["where"], serde_json::json!({ "kind": "text", "line": 1, "words": "SS-EN 14041" }));
    assert_eq!(finding["replacement"]["span"], serde_json::json!([36, 36]));
    assert_eq!(finding["basis"], "law");
}

#[test]
fn what_the_text_is_for_decides() {
    let grade = |options: &[&str]| {
        let arguments: Vec<&str> = ["lint", "--json"].iter().chain(options).copied().collect();
        let said = Desk::new().run_with(&arguments, "Personalen ska ha schyssta villkor.");
        let found: Value = serde_json::from_str(&said.out).unwrap();
        (said.status, found["findings"][0]["severity"].as_str().unwrap().to_owned())
    };
    assert_eq!(grade(&["--regime", "directive_governed"]), (1, "stop".to_owned()));
    assert_eq!(grade(&["--regime", "direct_award"]), (0, "warning".to_owned()));
}

#[test]
fn a_right_text_and_no_text_have_nothing_to_mend() {
    for text in ["", "Leverantören ska erbjuda en praktikplats om åtta veckor. Handledningen ingår i priset."]
    {
        assert_eq!(Desk::new().run_with(&["lint"], text).done(), "Inga anmärkningar.\n");
    }
}

#[test]
fn a_name_that_does_not_exist_is_refused_with_those_that_do() {
    let answer = Desk::new().run_with(&["lint", "--regime", "b"], "Text.");
    assert_eq!(answer.status, 2);
    let line = "samkrav: ”b” går inte att välja. Det som går är directive_governed, nationally_governed och direct_award.\n";
    assert_eq!(answer.error, line);
}
