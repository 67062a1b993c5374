//! The search: everyday words lead to the requirement, the question or the finding that an officer means.

use crate::support::{SHIPPED, TODAY, apply, example};
use domain::assess::assess;
use domain::edit::Edit;
use domain::requirements::words::Speaker;
use domain::search::{Hit, Hits, search};
use domain::spot::Spot;
use domain::text::Language;

fn found(typed: &str, language: Language) -> Hits {
    let choose = Edit::Choose { entry: "emp-study-visit".into() };
    let project = apply(&example("stadning"), &choose, &SHIPPED).unwrap();
    let assessment = assess(&project, &SHIPPED, TODAY);
    search(Speaker::new(&project, &assessment, language), typed)
}

fn named(hits: &[Hit]) -> Vec<String> {
    let name = |spot: &Spot| match spot {
        Spot::Requirement(entry) => entry.to_string(),
        Spot::Question(question) => question.to_string(),
        Spot::Cpv(code) => code.to_string(),
        Spot::Finding(finding) => finding.code.clone(),
        Spot::Task(task) => format!("{task:?}"),
        other => format!("{other:?}"),
    };
    hits.iter().map(|hit| name(&hit.spot)).collect()
}

/// The first hits hold what is meant.
#[track_caller]
fn check(typed: &str, meant: &str) {
    let Hits { project, catalogue, codes } = found(typed, Language::Sv);
    let first = [&project, &catalogue, &codes].map(|hits| named(&hits[..hits.len().min(5)]));
    assert!(first.iter().flatten().any(|name| name == meant), "{typed}: {first:?}");
}

#[test]
fn everyday_words_find_what_is_meant() {
    check("praktik", "emp-internship");
    check("larling", "emp-apprentice");
    check("Lärlingsplatser", "emp-apprentice");
    check("språkträning", "emp-language");
    check("besok studie", "emp-study-visit");
    check("granskning", "Review");
    check("uppfölj", "FollowUp");
    check("handledare", "emp-supervisor");
    check("vill ni nå", "q07");
    check("90910000", "90910000");
    check("städ", "90910000");
}

#[test]
fn a_requirement_of_the_project_is_found_there_and_not_in_the_catalogue() {
    let Hits { project, catalogue, .. } = found("studiebesök", Language::Sv);
    assert_eq!(named(&project)[0], "emp-study-visit");
    assert!(project[0].title.text.starts_with('K'), "{}", project[0].title.text);
    assert!(!named(&catalogue).contains(&"emp-study-visit".to_owned()));
}

#[test]
fn a_hit_in_other_words_shows_them() {
    let hits = found("skyddsutrustning", Language::Sv).project;
    let visit = hits.iter().find(|hit| named(std::slice::from_ref(hit)) == ["emp-study-visit"]).unwrap();
    let excerpt = visit.excerpt.as_ref().unwrap();
    assert_eq!(&excerpt.text[excerpt.found[0].clone()], "skyddsutrustning");
}

#[test]
fn it_speaks_the_language_of_the_window() {
    assert_eq!(named(&found("study visit", Language::En).project)[0], "emp-study-visit");
}

#[test]
fn nothing_typed_finds_the_tasks_and_nonsense_nothing() {
    let nothing = found("  ", Language::Sv);
    assert_eq!((nothing.project.len(), nothing.catalogue.len(), nothing.codes.len()), (7, 0, 0));
    assert_eq!(found("xyzzy plugh", Language::Sv), Hits::default());
}
