//! The search: everyday words lead to the requirement, the question or the finding that an officer means.

use crate::support::{SHIPPED, TODAY, apply, example, root};
use domain::assess::assess;
use domain::edit::Edit;
use domain::procurement::cpv::CpvItem;
use domain::requirements::words::Speaker;
use domain::search::codes::with_other_check_digit;
use domain::search::{Hit, Hits, in_catalogue, search};
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
fn an_everyday_word_is_told_from_the_words_of_what_it_leads_to() {
    let catalogue = in_catalogue(&SHIPPED, "besöksdag", Language::Sv).catalogue;
    let visit = catalogue.iter().find(|hit| named(std::slice::from_ref(hit)) == ["emp-study-visit"]).unwrap();
    let excerpt = visit.excerpt.as_ref().map(|excerpt| &*excerpt.text);
    assert_eq!((excerpt, visit.everyday), (Some("besöksdag"), true));
    let own = found("skyddsutrustning", Language::Sv).project;
    assert!(own.iter().all(|hit| !hit.everyday));
}

#[test]
fn a_name_that_holds_what_was_typed_needs_no_everyday_word() {
    let catalogue = in_catalogue(&SHIPPED, "besok", Language::Sv).catalogue;
    let hit = |id: &str| catalogue.iter().find(|hit| named(std::slice::from_ref(hit)) == [id]).unwrap();
    let visit = hit("emp-study-visit");
    let marked: Vec<&str> = visit.title.found.iter().map(|at| &visit.title.text[at.clone()]).collect();
    assert_eq!((marked, visit.excerpt.is_none(), visit.everyday), (vec!["besök"], true, false));
    assert!(hit("emp-career-talks").everyday);
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

#[derive(serde::Deserialize)]
struct Table {
    first: Vec<(String, String)>,
    three: Vec<(String, String)>,
}

/// The hits of the kind that is expected, as one line when it is not where it must be.
fn fault((typed, expected): &(String, String), among: usize) -> Option<String> {
    let hits = in_catalogue(&SHIPPED, typed, Language::Sv);
    let code = expected.starts_with(|c: char| c.is_ascii_digit());
    let names = named(if code { &hits.codes } else { &hits.catalogue });
    let seen = &names[..names.len().min(5)];
    let found = seen.iter().take(among).any(|name| name == expected);
    (!found).then(|| format!("{typed}: {expected} expected, {seen:?} found"))
}

#[test]
fn what_officers_type_leads_where_they_expect() {
    let table = std::fs::read_to_string(root().join("tests/domain/searches.toml")).unwrap();
    let Table { first, three } = toml::from_str(&table).unwrap();
    let faults =
        first.iter().filter_map(|row| fault(row, 1)).chain(three.iter().filter_map(|row| fault(row, 3)));
    let faults: Vec<String> = faults.collect();
    assert_eq!(faults, [""; 0], "{} of {}", faults.len(), first.len() + three.len());
}

#[test]
fn what_was_found_is_marked() {
    let hits = in_catalogue(&SHIPPED, "praktikplats", Language::Sv);
    let title = &hits.catalogue[0].title;
    assert_eq!(&title.text[title.found[0].clone()], "Praktikplats");
    let hits = in_catalogue(&SHIPPED, "9091 städning", Language::Sv);
    let code = &hits.codes[0].title;
    let marked: Vec<&str> = code.found.iter().map(|place| &code.text[place.clone()]).collect();
    assert_eq!(marked, ["9091", "Städning"]);
}

#[test]
fn letters_inside_other_words_are_no_hits() {
    let codes = |typed: &str| in_catalogue(&SHIPPED, typed, Language::Sv).codes;
    assert!(codes("vite").iter().all(|hit| !hit.title.text.to_lowercase().contains("aktiviteter")));
    assert!(codes("praktik").iter().all(|hit| !hit.title.text.to_lowercase().contains("kiropraktik")));
}

#[test]
fn a_word_that_only_begins_alike_is_another() {
    let codes = in_catalogue(&SHIPPED, "flytt", Language::Sv).codes;
    assert!(codes.iter().all(|hit| !hit.title.text.contains("Flytande")));
}

#[test]
fn the_everyday_word_stands_beside_a_code_that_is_called_something_else() {
    let beside = |typed: &str| {
        let first = in_catalogue(&SHIPPED, typed, Language::Sv).codes.swap_remove(0);
        assert_eq!(first.everyday, first.excerpt.is_some());
        first.excerpt.map(|everyday| everyday.text)
    };
    assert_eq!(beside("flyttning").as_deref(), Some("flytt"));
    assert_eq!(beside("städning"), None, "the name says it");
}

#[test]
fn odd_things_typed_get_an_answer() {
    let long = "å".repeat(5_000);
    let many = "städning ".repeat(200);
    for typed in ["", " ", "\0", "….,-", "日本語", "1", "9".repeat(300).as_str(), &long, &many] {
        in_catalogue(&SHIPPED, typed, Language::Sv);
    }
}

#[test]
fn a_check_digit_that_is_not_the_codes_own_finds_that_code_alone() {
    assert_eq!(named(&in_catalogue(&SHIPPED, "90910000-8", Language::Sv).codes), ["90910000"]);
    for (typed, other) in [
        ("90910000-8", Some("90910000-9")),
        ("909100008", Some("90910000-9")),
        ("90 91 00 00 - 8", Some("90910000-9")),
        ("90910000-9", None),
        ("90910000", None),
        ("9091000", None),
        ("städning", None),
    ] {
        let found = with_other_check_digit(&SHIPPED.cpv, typed).map(CpvItem::printed);
        assert_eq!(found.as_deref(), other, "{typed}");
    }
}

#[test]
fn what_has_the_thing_comes_before_what_only_has_the_word_that_describes_it() {
    let codes = in_catalogue(&SHIPPED, "begagnade möbler", Language::Sv).codes;
    let title = |hit: &Hit| hit.title.text.to_lowercase();
    let last = codes.iter().rposition(|hit| title(hit).contains("möbler"));
    let first =
        codes.iter().position(|hit| !title(hit).contains("möbler") && title(hit).contains("begagnade"));
    assert!(last < first, "{:?}", codes.iter().map(title).collect::<Vec<_>>());
}
