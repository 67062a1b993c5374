//! Facts files and examples.

use domain::procurement::amount::Sek;
use domain::project::ProjectId;
use domain::refusal::Kind;
use store::{edits_file, example, facts_file};

use crate::support::{CATALOGUE, stamp, title};

/// What an officer reads who gives this as the facts.
fn said(facts: &str) -> String {
    let parsed = facts_file::parse(facts);
    let project = parsed.and_then(|facts| facts_file::project(ProjectId::from("p"), facts, &CATALOGUE));
    project.unwrap_err().to_string()
}

#[test]
fn facts_are_read_as_people_write_them() {
    let text = "\u{feff}{\"procurement\": {\"value_sek\": \"20 000 000 kr\", \"months\": \"48 månader\", \"cpv\": [\"45400000-1\"]}}";
    let (procurement, answers) = facts_file::parse(text).unwrap();
    assert_eq!(procurement.value_sek, Some(Sek(20_000_000)));
    assert_eq!(procurement.months.unwrap().count(), 48);
    assert_eq!(procurement.main_cpv().unwrap().as_str(), "45400000");
    assert!(answers.is_empty());
}

#[test]
fn faults_are_named_with_their_place() {
    let cases =
        include_str!("facts.txt").split("\n\n").skip(1).map(|case| case.split_once("says: ").unwrap());
    for (facts, words) in cases {
        let said = said(facts);
        assert!(said.starts_with(words.trim_end()), "{facts}\n  says: {said}\n  not:  {words}");
    }
}

#[test]
fn edits_are_a_list() {
    let edits = edits_file::parse(r#"[{"edit": "fact", "field": "title", "value": "Städning"}]"#).unwrap();
    assert_eq!(edits, [title("Städning")]);
    let words =
        "Filen är inte den JSON som väntades: den ska börja med [. Kontrollera att du har valt rätt fil.";
    assert_eq!(edits_file::parse("{}").unwrap_err().to_string(), words);
}

#[test]
fn every_example_is_a_whole_procurement() {
    for name in example::NAMES {
        let project = example::project(name, stamp(0).project_id(), &CATALOGUE).unwrap();
        let assessment = domain::assess::assess(&project, &CATALOGUE, stamp(0).day());
        assert!(assessment.regime.regime().is_some(), "{name} has a regime");
        assert_eq!(project.edition, CATALOGUE.edition.edition);
    }
}

#[test]
fn an_unknown_example_names_those_there_are() {
    let refusal = example::project("vägar", stamp(0).project_id(), &CATALOGUE).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotFound);
    let words = "Det finns inget exempel som heter ”vägar”. \
                 Exemplen heter byggtjanster, stadning, it-system, arbetsklader.";
    assert_eq!(refusal.to_string(), words);
}
