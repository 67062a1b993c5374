//! The notice fields as a document and as OCDS: an independent validator reads the release with the standard's own schema.

use std::path::Path;

use crate::support::project::{
    CATALOGUE, EXAMPLES, TODAY, begun, doing, everything, example, notice_fields, print, read, with,
};
use documents::notice_fields::ocds;
use documents::text;
use domain::assess::assess;
use domain::project::Project;
use domain::text::Language;
use jsonschema::Validator;
use serde_json::{Value, json};

fn package(project: &Project, language: Language) -> Value {
    let package = ocds::package(project, &assess(project, &CATALOGUE, TODAY), &print(language));
    serde_json::to_value(package).unwrap()
}

// ---- The document

#[test]
fn the_officer_is_told_that_names_may_differ_and_what_to_do() {
    let said = text::render(&notice_fields(&example("stadning"), Language::Sv));
    assert!(said.contains("Namnet kan avvika i din annonsdatabas."), "{said}");
    let said = text::render(&notice_fields(&example("stadning"), Language::En));
    assert!(said.contains("The name may differ in your notice database."), "{said}");
}

#[test]
fn a_reserved_lot_has_headings_of_its_own() {
    let said = text::render(&notice_fields(&everything(), Language::Sv));
    for heading in
        ["Reservation, delområde: Fönsterputs", "Reservation, övriga delområden", "Uteslutningsgrunder\n"]
    {
        assert!(said.contains(heading), "{heading}");
    }
    assert!(said.contains("Upphandlingen är uppdelad i delområden: "));
}

#[test]
fn a_text_that_does_not_fit_says_so_under_it() {
    let said = text::render(&notice_fields(&everything(), Language::Sv));
    let told = "Hela texten får inte plats i fältet. Resten är ersatt av en hänvisning.";
    let pointer = "Se avsnittet Kraven i korthet i kravspecifikationen.\n";
    let (before, after) = said.split_once(pointer).unwrap();
    assert!(before.contains("BT-777") && after.lines().next().unwrap().ends_with(told), "{after}");
}

#[test]
fn whoever_reads_only_the_notice_is_told_where_the_terms_stand() {
    let said = text::render(&notice_fields(&example("it-system"), Language::Sv));
    let (_, terms) = said.split_once("BT-70\n").unwrap();
    let (_, after) = terms.split_once("K9 Inga uppgifter om enskilda i det som lämnas.\n").unwrap();
    let pointer = "Se avsnitten Särskilda kontraktsvillkor och Gemensamma villkor i kravspecifikationen.";
    assert_eq!(after.lines().find(|line| !line.is_empty()), Some(pointer), "{terms}");
}

#[test]
fn nothing_in_the_document_is_left_unworded() {
    for language in [Language::Sv, Language::En] {
        let said = text::render(&notice_fields(&everything(), language));
        assert!(!said.contains("notice.") && !said.contains('{'), "{said}");
    }
}

// ---- OCDS

/// The schema of a release, with the sustainability extension merged in as the standard says (RFC 7396).
fn validator() -> Validator {
    let mut schema = read("tests/documents/ocds/release-schema.json");
    json_patch::merge(&mut schema, &read("tests/documents/ocds/sustainability-patch.json"));
    // What the lots extension adds, as far as the release uses it.
    let lots = json!({ "definitions": {
        "Tender": { "properties": { "lots": { "type": "array", "items": { "$ref": "#/definitions/Lot" } } } },
        "Lot": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } },
    } });
    json_patch::merge(&mut schema, &lots);
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn faults(validator: &Validator, release: &Value) -> Vec<String> {
    validator.iter_errors(release).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn releases_follow_the_schema_of_the_standard() {
    let validator = validator();
    let nothing = begun(&json!({ "procurement": {}, "answers": {} }));
    let projects = EXAMPLES.into_iter().map(example).chain([everything(), nothing]);
    for project in projects {
        for language in [Language::Sv, Language::En] {
            let package = package(&project, language);
            assert_eq!(package["version"], "1.1");
            let found = faults(&validator, &package["releases"][0]);
            assert!(found.is_empty(), "{}: {}", project.procurement.title, found.join("\n"));
        }
    }
}

#[test]
fn a_spoiled_release_does_not() {
    let validator = validator();
    let release = package(&everything(), Language::Sv)["releases"][0].clone();
    let spoiled = [
        ("/ocid", json!(null)),
        ("/date", json!("igår")),
        ("/tag", json!([])),
        ("/initiationType", json!("direct")),
        ("/tender/status", json!("planerad")),
        ("/tender/value/currency", json!("kr")),
        ("/tender/hasSustainability", json!("ja")),
        ("/tender/lots/0/id", json!(1)),
        ("/tender/lots/0/sustainability", json!([])),
        ("/tender/lots/0/sustainability/0/goal", json!("")),
        ("/tender/lots/1/sustainability/0/strategies", json!([])),
    ];
    for (place, value) in spoiled {
        let mut changed = release.clone();
        *changed.pointer_mut(place).unwrap() = value;
        assert!(!faults(&validator, &changed).is_empty(), "{place}");
    }
}

#[test]
fn goals_and_strategies_are_those_of_the_extension() {
    let listed = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/documents/ocds").join(name);
        let mut rows = csv::Reader::from_path(path).unwrap();
        rows.records().map(|row| row.unwrap()[0].to_owned()).collect::<Vec<_>>()
    };
    let (goals, strategies) = (listed("sustainability-goal.csv"), listed("sustainability-strategy.csv"));
    let package = package(&everything(), Language::Sv);
    let aims = package["releases"][0]["tender"]["lots"][0]["sustainability"].as_array().unwrap().clone();
    assert_eq!(aims.len(), 7);
    for aim in &aims {
        assert!(goals.iter().any(|goal| aim["goal"] == **goal), "{aim}");
        for strategy in aim["strategies"].as_array().unwrap() {
            assert!(strategies.iter().any(|known| strategy == known), "{aim}");
        }
    }
}

#[test]
fn aims_stand_on_the_whole_tender_or_on_the_lots_that_have_them() {
    let whole = package(&example("stadning"), Language::Sv);
    let tender = &whole["releases"][0]["tender"];
    assert_eq!(tender["hasSustainability"], true);
    assert_eq!(tender["sustainability"][0]["goal"], "social.laborRightsPromotion");
    assert_eq!(tender["lots"], Value::Null);
    assert_eq!(whole["extensions"].as_array().unwrap().len(), 1);

    let facts = json!({ "procurement": { "lots": ["Fönsterputs", "Golvvård"] }, "answers": {} });
    let reserved = with(begun(&facts), ["res-lot".into()]);
    let lot = json!({ "edit": "set_parameter", "entry": "res-lot", "parameter": "lot", "value": "Golvvård" });
    let reserved = doing(&reserved, &serde_json::from_value(lot).unwrap());
    let divided = package(&reserved, Language::Sv);
    let tender = &divided["releases"][0]["tender"];
    assert_eq!((&tender["hasSustainability"], &tender["sustainability"]), (&json!(true), &Value::Null));
    assert_eq!(tender["lots"][0], json!({ "id": "LOT-0001", "title": "Fönsterputs" }));
    assert_eq!(tender["lots"][1]["sustainability"][0]["strategies"], json!(["reservedParticipation"]));
    assert_eq!(divided["extensions"].as_array().unwrap().len(), 2);
}

#[test]
fn that_there_is_no_aim_is_not_said_for_what_is_not_known() {
    let nothing = package(&begun(&json!({ "procurement": {}, "answers": {} })), Language::Sv);
    assert_eq!(nothing["releases"][0]["tender"]["hasSustainability"], Value::Null);
    assert_eq!(nothing["releases"][0]["buyer"], Value::Null);
}
