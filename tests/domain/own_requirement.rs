//! Own requirements, and other levels and kriterietyper of an idea: nothing that the officer has written vanishes unsaid.

use crate::support::{SHIPPED, TODAY, apply, example};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::EntryId;
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::theme::{Level, Placement};
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::wording::plain;
use domain::requirements::words::Speaker;
use domain::text::Language;
use serde_json::{Value, json};

const OWN: &str = "own-lek";

fn whole() -> Value {
    json!({
        "theme": "children", "level": "base", "placement": "contract_term", "title": "Lekplatsen hålls öppen",
        "duties": ["Leverantören ska hålla lekplatsen öppen under arbetet.", "Lekplatsen ska vara ren."],
        "motive": "Barn leker där arbetet görs.", "evidence_contract": "Bilder varje månad.",
        "follow_up": { "who": "contract_manager", "first_after_days": 30, "every_months": 6 },
        "how_checked": "Bilderna jämförs med platsen.", "follow_up_hours": 2, "sanction": "cure"
    })
}

/// Writes the requirement with some fields changed.
fn written(change: &Value) -> Edit {
    let mut requirement = whole();
    requirement.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    serde_json::from_value(json!({ "edit": "write_own", "entry": OWN, "requirement": requirement })).unwrap()
}

fn discard() -> Edit {
    Edit::WriteOwn { entry: OWN.into(), requirement: None }
}

fn edited(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &SHIPPED).unwrap()
}

fn own(change: &Value) -> Project {
    edited(&example("stadning"), &written(change))
}

fn look(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

fn codes(project: &Project) -> Vec<String> {
    let about = |finding: &&domain::review::finding::Finding| {
        finding.place == domain::review::finding::Place::Requirement(OWN.into())
    };
    look(project).findings.iter().filter(about).map(|f| format!("{} {}", f.rule.code(), f.case)).collect()
}

fn refused(change: &Value) -> String {
    apply(&example("stadning"), &written(change), &SHIPPED).unwrap_err().to_string()
}

/// Duties and legal bases as they are printed.
fn printed(project: &Project, language: Language) -> (Vec<String>, Vec<String>) {
    let assessment = look(project);
    let speaker = Speaker::new(project, &assessment, language);
    let said = speaker.requirement(assessment.catalogue.entry(&OWN.into()).unwrap());
    let bases = said.citations().into_iter().map(|citation| speaker.sections(citation)).collect();
    (said.duties().iter().map(|duty| plain(duty)).collect(), bases)
}

#[test]
fn an_own_requirement_stands_with_what_its_sanction_and_evidence_need_and_rests_on_its_kriterietyp() {
    let project = own(&json!({}));
    assert!(codes(&project).is_empty(), "{:?}", codes(&project));
    let standing: Vec<&str> = project.standing().iter().map(|r| r.id().as_str()).collect();
    assert_eq!(standing, [OWN, "gen-remedy", "gen-contact"]);
    let (duties, bases) = printed(&project, Language::Sv);
    assert_eq!(
        duties,
        ["Leverantören ska hålla lekplatsen öppen under arbetet.", "Lekplatsen ska vara ren."]
    );
    assert_eq!(bases, ["17 kap. 1 § LOU"], "the general one of a contract term under the directive");
    let small = json!({ "edit": "fact", "field": "value_sek", "value": 1_500_000 });
    let options = json!({ "edit": "fact", "field": "option_value_sek", "value": null });
    let smaller = [options, small]
        .into_iter()
        .fold(project.clone(), |project, edit| edited(&project, &serde_json::from_value(edit).unwrap()));
    assert_eq!(printed(&smaller, Language::Sv).1, ["19 kap. 3 och 9 §§ LOU", "17 kap. 1 § LOU"]);
    assert!(look(&project).editions.is_empty(), "no catalogue has anything to say about it");
}

#[test]
fn an_own_requirement_is_reviewed_as_the_others_are() {
    let bare = json!({ "evidence_contract": "", "follow_up": null });
    assert_eq!(codes(&own(&bare)), ["R11 evidence", "R11 follow_up"]);
    let criterion = own(&json!({ "placement": "award_criterion" }));
    assert_eq!(codes(&criterion), ["R10 unfilled"]);
    let weight = Edit::SetParameter {
        entry: OWN.into(),
        parameter: "weight".into(),
        value: Some(ParameterValue::number(5.0)),
    };
    let weighed = edited(&criterion, &weight);
    assert!(codes(&weighed).is_empty());
    let duties = printed(&weighed, Language::Sv).0;
    assert_eq!(duties[2].replace('\u{a0}', " "), "Kriteriet har vikten 5 procent.");
    let again = edited(&weighed, &written(&json!({ "placement": "award_criterion", "title": "Ny" })));
    assert!(codes(&again).is_empty(), "the weight stays");
    let term = edited(&weighed, &written(&json!({})));
    assert_eq!(term, own(&json!({})), "and goes when it is no criterion");
}

#[test]
fn what_was_written_can_be_written_again_put_aside_and_had_back() {
    use domain::requirements::custom::CustomRequirement;
    let project = own(&json!({ "placement": "award_criterion" }));
    let entry = &project.requirement(&OWN.into()).unwrap().entry;
    let requirement = CustomRequirement::of(entry);
    let again = edited(&project, &Edit::WriteOwn { entry: OWN.into(), requirement });
    assert_eq!(again, project);
    let aside = edited(&project, &Edit::Remove { entry: OWN.into() });
    assert!(look(&aside).active.is_empty() && look(&aside).catalogue.entry(&OWN.into()).is_some());
    assert_eq!(edited(&aside, &Edit::Choose { entry: OWN.into() }), project);
    let gone = edited(&project, &discard());
    assert!(gone.requirement(&OWN.into()).is_none());
    assert!(apply(&gone, &discard(), &SHIPPED).unwrap_err().text.sv.contains("inget eget krav"));
    let words = discard().words(&project, &SHIPPED);
    assert_eq!(words.sv, "Eget krav borttaget: Lekplatsen hålls öppen");
}

#[test]
fn what_cannot_be_a_requirement_is_refused_with_what_to_do() {
    assert!(refused(&json!({ "title": " " })).contains("Namnet är tomt."));
    assert!(refused(&json!({ "duties": [] })).contains("Skriv minst en mening"));
    assert!(refused(&json!({ "duties": ["Minst {n}."] })).contains("Skriv texten utan klamrar."));
    assert!(refused(&json!({ "evidence_tender": "{x}" })).contains("utan klamrar"));
    assert!(refused(&json!({ "motive": "a\u{202e}b" })).contains("U+202E"));
    assert!(refused(&json!({ "theme": "common_terms" })).contains("nio temana"));
    let never = json!({ "follow_up": { "who": "officer", "first_after_days": 99_999 } });
    assert!(refused(&never).contains("följ") || refused(&never).contains("follow_up"));
    let named = json!({ "edit": "write_own", "entry": "emp-lek", "requirement": whole() });
    let named = apply(&example("stadning"), &serde_json::from_value(named).unwrap(), &SHIPPED).unwrap_err();
    assert!(named.to_string().contains("börjar med own-"));
    let reword = Edit::Reword { entry: OWN.into(), duties: Some(vec!["Ny.".into()]) };
    assert!(
        apply(&own(&json!({})), &reword, &SHIPPED)
            .unwrap_err()
            .to_string()
            .contains("Ändra kravet i stället")
    );
}

// ---- Other levels and kriterietyper

fn choose(entry: &str) -> Project {
    edited(&example("stadning"), &Edit::Choose { entry: entry.into() })
}

fn set(project: &Project, entry: &str, parameter: &str, value: f64) -> Project {
    let value = Some(ParameterValue::number(value));
    edited(project, &Edit::SetParameter { entry: entry.into(), parameter: parameter.into(), value })
}

#[test]
fn a_change_of_level_keeps_what_fits_and_says_what_does_not() {
    let share = set(&choose("emp-apprentice"), "emp-apprentice", "places", 2.0);
    let up = Edit::ChangeLevel { entry: "emp-apprentice".into(), level: Level::Spearhead };
    let up = if apply(&share, &up, &SHIPPED).is_ok() {
        up
    } else {
        Edit::ChangeLevel { entry: "emp-apprentice".into(), level: Level::Advanced }
    };
    let higher = edited(&share, &up);
    let chosen: Vec<&str> = higher.chosen().map(EntryId::as_str).collect();
    assert_eq!(chosen, ["emp-apprentice-share"]);
    let said = up.words(&share, &SHIPPED).sv;
    assert!(said.starts_with("Bytt nivå: ") && said.contains("Värden som inte längre passar: "), "{said}");
}

#[test]
fn an_own_text_stays_with_its_level_and_comes_back_with_it() {
    let own = Edit::Reword { entry: "emp-study-visit".into(), duties: Some(vec!["Egen mening.".into()]) };
    let visit = edited(&choose("emp-study-visit"), &own);
    let up = Edit::ChangeLevel { entry: "emp-study-visit".into(), level: Level::Advanced };
    assert!(up.words(&visit, &SHIPPED).sv.ends_with("Den egna texten följer inte med."));
    let higher = edited(&visit, &up);
    assert!(higher.requirement(&"emp-internship".into()).unwrap().own_wording.is_empty());
    let down = Edit::ChangeLevel { entry: "emp-internship".into(), level: Level::Base };
    let back = edited(&higher, &down);
    let requirement = back.requirement(&"emp-study-visit".into()).unwrap();
    assert_eq!((requirement.chosen, &*requirement.own_wording), (true, &["Egen mening.".to_owned()][..]));
}

#[test]
fn an_idea_with_two_places_changes_from_term_to_criterion() {
    let farm = choose("eth-farm");
    let change = |placement| Edit::ChangePlacement { entry: "eth-farm".into(), placement };
    let criterion = edited(&farm, &change(Placement::AwardCriterion));
    let chosen: Vec<&str> = criterion.chosen().map(EntryId::as_str).collect();
    assert_eq!(chosen, ["eth-farm-award"]);
    let none = apply(&farm, &change(Placement::ExclusionGround), &SHIPPED).unwrap_err();
    assert!(none.to_string().contains("finns inte i den formen"));
    let unchosen = apply(&example("stadning"), &change(Placement::AwardCriterion), &SHIPPED).unwrap_err();
    assert!(unchosen.text.sv.contains("är inte valt"));
}

/// The damages that come along count something for the own requirement too, and nothing says that nothing follows.
#[test]
fn an_own_requirement_with_damages_says_what_they_are_and_contradicts_nothing() {
    let project = own(&json!({ "sanction": "cure_then_damages" }));
    let assessment = look(&project);
    let speaker = Speaker::new(&project, &assessment, Language::Sv);
    let said = |entry: &str| {
        let said = speaker.requirement(assessment.catalogue.entry(&entry.into()).unwrap());
        said.duties().iter().map(|text| plain(text)).collect::<Vec<_>>().join(" ")
    };
    let (damages, cure) = (said("gen-penalty"), said("gen-remedy"));
    assert!(damages.contains("för varje brist"), "{damages}");
    assert!(!damages.contains("för en plats") && !damages.contains("arbetstagare"), "{damages}");
    assert!(!cure.contains("ingen ytterligare påföljd"), "{cure}");
    let unfilled = assessment.findings.iter().filter(|finding| finding.rule.code() == "G06");
    let unfilled: Vec<&str> = unfilled.map(|finding| finding.message.sv.as_str()).collect();
    assert!(
        unfilled.iter().any(|message| message.contains("Vite per brist")),
        "the amount is the buyer's own: {unfilled:?}"
    );

    let places = edited(&example("stadning"), &Edit::Choose { entry: "emp-internship".into() });
    let places = edited(&places, &Edit::Choose { entry: "gen-penalty".into() });
    let assessment = look(&places);
    let speaker = Speaker::new(&places, &assessment, Language::Sv);
    let said = speaker.requirement(assessment.catalogue.entry(&"gen-penalty".into()).unwrap());
    assert!(
        !said.duties().iter().any(|duty| plain(duty).contains("för varje brist")),
        "places have an amount"
    );
}
