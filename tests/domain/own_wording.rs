//! Own wording: the officer's duties stand in the place of the catalogue's, with values that follow, until they are taken
//! back.

use std::sync::Arc;

use crate::support::{SHIPPED, TODAY, apply, example};
use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::parameter::ParameterValue;
use domain::edit::Edit;
use domain::editions;
use domain::project::Project;
use domain::requirements::own_wording::{AROUND_VALUE, LONGEST_DUTY, editable};
use domain::requirements::wording::plain;
use domain::requirements::words::Speaker;
use domain::review::finding::Severity;
use domain::text::Language;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;

const VISIT: &str = "emp-study-visit";
const OWN: &str = "Leverantören ska visa arbetet {visits|en gång|gånger} för elever.";

fn reword(duties: &[&str]) -> Edit {
    let duties = Some(duties.iter().map(|duty| (*duty).to_owned()).collect());
    Edit::Reword { entry: VISIT.into(), duties }
}

fn back() -> Edit {
    Edit::Reword { entry: VISIT.into(), duties: None }
}

fn visit() -> Project {
    apply(&example("stadning"), &Edit::Choose { entry: VISIT.into() }, &SHIPPED).unwrap()
}

fn edited(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &SHIPPED).unwrap()
}

/// The duties as they are printed.
fn printed(project: &Project, catalogue: &Catalogue, language: Language) -> Vec<String> {
    let assessment = assess(project, catalogue, TODAY);
    let speaker = Speaker::new(project, &assessment, language);
    let entry = assessment.catalogue.entry(&VISIT.into()).unwrap();
    speaker.requirement(entry).duties().iter().map(|duty| plain(duty).replace('\u{a0}', " ")).collect()
}

fn refused(duties: &[&str]) -> String {
    apply(&visit(), &reword(duties), &SHIPPED).unwrap_err().to_string()
}

#[test]
fn an_own_text_is_printed_in_the_place_of_the_catalogues_and_its_values_follow() {
    let project = edited(&visit(), &reword(&["  Besöken ska vara gratis. ", OWN]));
    let twice = ["Besöken ska vara gratis.", "Leverantören ska visa arbetet två gånger för elever."];
    assert_eq!(printed(&project, &SHIPPED, Language::Sv), twice);
    assert_eq!(printed(&project, &SHIPPED, Language::En), twice, "as it is written");
    let value = Some(ParameterValue::number(1.0));
    let once = Edit::SetParameter { entry: VISIT.into(), parameter: "visits".into(), value };
    let once = printed(&edited(&project, &once), &SHIPPED, Language::Sv);
    assert_eq!(once[1], "Leverantören ska visa arbetet en gång för elever.");
}

#[test]
fn going_back_brings_the_catalogues_text_and_leaves_no_trace() {
    let project = edited(&visit(), &reword(&[OWN]));
    assert_eq!(edited(&project, &back()), visit());
    assert_eq!(edited(&visit(), &back()), visit());
}

#[test]
fn an_own_text_waits_with_a_requirement_that_is_taken_away() {
    let project = edited(&visit(), &reword(&[OWN]));
    let away = edited(&project, &Edit::Remove { entry: VISIT.into() });
    assert_eq!(edited(&away, &Edit::Choose { entry: VISIT.into() }), project);
}

#[test]
fn what_cannot_be_a_duty_is_refused_with_what_to_do() {
    assert!(refused(&[]).contains("Skriv minst en mening"));
    assert!(refused(&["Ett.", " \t"]).starts_with("Skyldighet 2 är tomt. Skriv en mening"));
    assert!(refused(&["Ett\nTvå"]).contains("U+000A"));
    assert!(refused(&["Ett \u{202e}två"]).contains("tecken som styr hur text visas (U+202E)"));
    assert!(refused(&["å".repeat(LONGEST_DUTY + 1).as_str()]).contains("har fler än 10000 tecken"));
    assert!(refused(&["Ett."; 27]).contains("fler än 26 skyldigheter"));
    let unknown = refused(&["Minst {3 besök} om året."]);
    assert!(unknown.contains("”{3 besök}” är inget värde") && unknown.contains("{visits}"), "{unknown}");
    for broken in ["{visits", "visits}", "{visits|}", "{visits|ett|två|tre}", "{}"] {
        assert!(refused(&[broken]).contains("Klamrar står bara kring ett värde"), "{broken}");
    }
    edited(&visit(), &reword(&["å".repeat(LONGEST_DUTY).as_str()]));
    let unchosen = apply(&example("stadning"), &reword(&["Ett."]), &SHIPPED).unwrap_err();
    assert!(unchosen.text.sv.contains("är inte valt"));
}

/// What is not printed need not be filled in.
#[test]
fn a_value_that_the_own_text_leaves_out_is_no_gap() {
    let stops = |project: &Project| {
        let findings = assess(project, &SHIPPED, TODAY).findings;
        findings
            .iter()
            .filter(|finding| finding.rule.code() == "G06" && finding.severity == Severity::Stop)
            .count()
    };
    let chosen = apply(&example("it-system"), &Edit::Choose { entry: "acc-ict".into() }, &SHIPPED).unwrap();
    // The annex is printed whatever the text says.
    let tasks = Some(ParameterValue::Table(vec![vec!["Söka ett beslut".into(), "Allmänheten".into()]]));
    let filled = Edit::SetParameter { entry: "acc-ict".into(), parameter: "tasks".into(), value: tasks };
    let system = edited(&chosen, &filled);
    let own = |text: &str| {
        let duties = Some(vec![text.to_owned()]);
        edited(&system, &Edit::Reword { entry: "acc-ict".into(), duties })
    };
    assert_eq!((stops(&system), stops(&own("Delarna {parts} ska vara tillgängliga."))), (1, 1));
    assert_eq!(stops(&own("Systemet ska vara tillgängligt.")), 0);
}

/// A value that the officer has taken out binds nobody, also where what told of the catalogue's text named it.
#[test]
fn a_value_that_no_sentence_has_is_told_apart() {
    let unsaid = |project: &Project, entry: &str| {
        let assessment = assess(project, &SHIPPED, TODAY);
        let entry = assessment.catalogue.entry(&entry.into()).unwrap();
        let said = Speaker::new(project, &assessment, Language::Sv).requirement(entry);
        let names = entry.rules.parameters.keys().filter(|name| said.is_unsaid(name));
        names.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(unsaid(&visit(), VISIT).is_empty());
    assert_eq!(unsaid(&edited(&visit(), &reword(&[OWN])), VISIT), ["group", "hours"]);
    // The sanction counts in the least spell.
    let fixed_term = "emp-fixed-term";
    let chosen = edited(&example("stadning"), &Edit::Choose { entry: fixed_term.into() });
    let duties = Some(vec!["Leverantören ska anställa en person.".to_owned()]);
    let own = unsaid(&edited(&chosen, &Edit::Reword { entry: fixed_term.into(), duties }), fixed_term);
    assert!(!own.is_empty() && !own.contains(&"min_spell".to_owned()), "{own:?}");
}

#[test]
fn the_editor_shows_values_as_they_read_and_each_in_its_own_way() {
    let project = visit();
    let assessment = assess(&project, &SHIPPED, TODAY);
    let entry = assessment.catalogue.entry(&VISIT.into()).unwrap();
    let shown = editable(&Speaker::new(&project, &assessment, Language::Sv).requirement(entry), entry);
    let [open, close] = AROUND_VALUE;
    let visits = format!("{open}två studiebesök{close}");
    assert!(shown.duties[0].contains(&format!("ta emot {visits}, på minst {open}")), "{}", shown.duties[0]);
    assert!(!shown.duties[0].contains(['{', '}']), "{}", shown.duties[0]);
    assert_eq!(shown.values[0].shown, visits);
    assert_eq!(shown.values[0].slot, "{visits|ett studiebesök|studiebesök}");
    assert_eq!(shown.values[0].label, "Antal besök per avtalsår");
}

// ---- The catalogue goes on

fn changed(change: impl Fn(&mut Entry)) -> Catalogue {
    let mut catalogue = SHIPPED.clone();
    change(Arc::make_mut(catalogue.entries.get_mut(VISIT).unwrap()));
    catalogue
}

fn said_of_own_text(project: &Project, catalogue: &Catalogue) -> String {
    let assessment = assess(project, catalogue, TODAY);
    let pending = editions::pending(project, catalogue).remove(0);
    let requirement = project.requirement(&pending.entry).unwrap();
    pending.own_text(requirement, Speaker::new(project, &assessment, Language::Sv)).unwrap()
}

#[test]
fn a_newer_edition_does_not_touch_an_own_text_and_says_so() {
    let project = edited(&visit(), &reword(&[OWN]));
    let newer = changed(|entry| "Annat.".clone_into(&mut entry.text.sv.duties[0].text));
    assert!(said_of_own_text(&project, &newer).starts_with("Den egna texten ändras inte."));
    for edit in [Edit::AcceptEdition { entry: VISIT.into() }, Edit::KeepEdition { entry: VISIT.into() }] {
        let decided = apply(&project, &edit, &newer).unwrap();
        assert_eq!(printed(&decided, &newer, Language::Sv), printed(&project, &SHIPPED, Language::Sv));
    }
    let accepted = apply(&project, &Edit::AcceptEdition { entry: VISIT.into() }, &newer).unwrap();
    let back = apply(&accepted, &back(), &newer).unwrap();
    assert_eq!(printed(&back, &newer, Language::Sv)[0], "Annat.", "what is taken over waits beneath");
}

#[test]
fn a_value_that_the_new_entry_lacks_becomes_words() {
    let project = edited(&visit(), &reword(&[OWN]));
    let without = changed(|entry| drop(entry.rules.parameters.shift_remove("visits")));
    let accepted = apply(&project, &Edit::AcceptEdition { entry: VISIT.into() }, &without).unwrap();
    let text = printed(&accepted, &without, Language::Sv);
    assert_eq!(text, ["Leverantören ska visa arbetet två gånger för elever."]);
}

#[test]
fn an_own_text_for_a_value_that_is_gone_waits_with_its_own_entry() {
    let away = edited(&edited(&visit(), &reword(&[OWN])), &Edit::Remove { entry: VISIT.into() });
    let without = changed(|entry| drop(entry.rules.parameters.shift_remove("visits")));
    let again = apply(&away, &Edit::Choose { entry: VISIT.into() }, &without).unwrap();
    let text = printed(&again, &without, Language::Sv);
    assert_eq!(text, ["Leverantören ska visa arbetet två gånger för elever."]);
    assert_eq!(editions::pending(&again, &without).len(), 1, "the officer is asked");
}

#[test]
fn an_own_text_goes_along_to_a_single_successor_and_else_it_is_said_that_it_goes() {
    let project = edited(&visit(), &reword(&[OWN]));
    let withdrawn = |by: &[&str]| {
        changed(|entry| {
            entry.rules.withdrawn_on = Some(date(2027, 1, 1));
            entry.rules.replaced_by = by.iter().map(|id| (*id).into()).collect();
        })
    };
    let accept = Edit::AcceptEdition { entry: VISIT.into() };
    let one = withdrawn(&["emp-career-talks"]);
    assert_eq!(said_of_own_text(&project, &one), "Den egna texten följer med.");
    let next = apply(&project, &accept, &one).unwrap();
    let talks = next.requirement(&"emp-career-talks".into()).unwrap();
    assert!(talks.chosen && talks.own_wording[0].starts_with("Leverantören ska visa arbetet"));
    let none = withdrawn(&[]);
    assert_eq!(said_of_own_text(&project, &none), "Den egna texten följer inte med.");
    assert!(accept.words(&project, &none).sv.ends_with("Den egna texten följer inte med."));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// What the editor shows, sent back as it stands, reads as before.
    #[test]
    fn what_is_shown_to_be_edited_reads_as_what_it_was_made_from(
        entry in select(SHIPPED.offered().map(|entry| entry.id.clone()).collect::<Vec<_>>()),
        example_name in select(crate::support::EXAMPLES.to_vec()),
    ) {
        let project = apply(&example(example_name), &Edit::Choose { entry: entry.clone() }, &SHIPPED).unwrap();
        let assessment = assess(&project, &SHIPPED, TODAY);
        let speaker = Speaker::new(&project, &assessment, Language::Sv);
        let said = speaker.requirement(assessment.catalogue.entry(&entry).unwrap());
        let shown = editable(&said, assessment.catalogue.entry(&entry).unwrap());
        let names: std::collections::HashSet<&String> = shown.values.iter().map(|value| &value.shown).collect();
        prop_assert_eq!(names.len(), shown.values.len(), "no two values look alike");
        let as_kept = |duty: &String| {
            shown.values.iter().fold(duty.clone(), |text, value| text.replace(&value.shown, &value.slot))
        };
        let duties = Some(shown.duties.iter().map(as_kept).collect());
        let own = apply(&project, &Edit::Reword { entry: entry.clone(), duties }, &SHIPPED).unwrap();
        let after = assess(&own, &SHIPPED, TODAY);
        let read = |project: &Project, assessment: &domain::assess::Assessment| {
            let said = Speaker::new(project, assessment, Language::Sv);
            let said = said.requirement(assessment.catalogue.entry(&entry).unwrap());
            said.duties().iter().map(|duty| plain(duty)).collect::<Vec<_>>()
        };
        prop_assert_eq!(read(&own, &after), read(&project, &assessment));
    }
}
