//! What a project has taken over, against what the catalogue says now: nothing changes until the officer takes it over,
//! and nothing of the officer's vanishes unsaid.

use std::sync::Arc;

use crate::support::{EXAMPLES, SHIPPED, TODAY, apply, example};
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::EntryId;
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::theme::{Level, Placement};
use domain::edit::Edit;
use domain::editions::{self, Change, Now, Pending};
use domain::project::Project;
use domain::refusal::Refusal;
use domain::requirements::wording::plain;
use domain::requirements::words::Speaker;
use domain::text::Language;
use domain::word_by_word::Run;
use jiff::civil::date;
use proptest::prelude::*;

const VISIT: &str = "emp-study-visit";

/// What somebody has done to an entry since.
type ChangeOfEntry = fn(&mut Entry);

fn edited(project: &Project, edit: &Edit, catalogue: &Catalogue) -> Project {
    apply(project, edit, catalogue).unwrap()
}

fn choose(entry: &str) -> Edit {
    Edit::Choose { entry: entry.into() }
}

fn accept(entry: &str) -> Edit {
    Edit::AcceptEdition { entry: entry.into() }
}

fn keep(entry: &str) -> Edit {
    Edit::KeepEdition { entry: entry.into() }
}

fn set(entry: &str, parameter: &str, value: f64) -> Edit {
    Edit::SetParameter {
        entry: entry.into(),
        parameter: parameter.into(),
        value: Some(ParameterValue::number(value)),
    }
}

/// A project with a study visit, three times a year.
fn with_visit() -> Project {
    let project = edited(&example("stadning"), &choose(VISIT), &SHIPPED);
    edited(&project, &set(VISIT, "visits", 3.0), &SHIPPED)
}

/// The catalogue with one entry changed.
fn changed(id: &str, change: impl Fn(&mut Entry)) -> Catalogue {
    let mut catalogue = SHIPPED.clone();
    change(Arc::make_mut(catalogue.entries.get_mut(id).unwrap()));
    catalogue
}

fn reworded() -> Catalogue {
    changed(VISIT, |entry| {
        let text = &mut entry.text;
        "Leverantören ska ta emot {visits|ett besök|besök} om året.".clone_into(&mut text.sv.duties[0].text);
        "The supplier shall receive {visits|one visit|visits} a year."
            .clone_into(&mut text.en.duties[0].text);
    })
}

fn withdrawn(by: &[&str]) -> Catalogue {
    changed(VISIT, |entry| {
        entry.rules.withdrawn_on = Some(date(2027, 1, 1));
        entry.rules.replaced_by = by.iter().map(|id| EntryId::from(*id)).collect();
        let text = &mut entry.text;
        "Ersatt av ett tydligare krav.".clone_into(&mut text.sv.withdrawn);
        "Replaced by a clearer one.".clone_into(&mut text.en.withdrawn);
    })
}

fn pending(project: &Project, catalogue: &Catalogue) -> Vec<Pending> {
    assess(project, catalogue, TODAY).editions
}

fn of(project: &Project, catalogue: &Catalogue, id: &str) -> Pending {
    pending(project, catalogue).into_iter().find(|pending| pending.entry == id).unwrap()
}

fn refused(project: &Project, edit: &Edit, catalogue: &Catalogue) -> Refusal {
    apply(project, edit, catalogue).unwrap_err()
}

/// All that the requirements say, as the documents print it.
fn printed(project: &Project, assessment: &Assessment) -> Vec<String> {
    let speaker = Speaker::new(project, assessment, Language::Sv);
    let said = assessment.active.iter().map(|active| {
        let said = speaker.requirement(assessment.catalogue.entry(&active.entry).unwrap());
        let duties: Vec<String> = said.duties().iter().map(|duty| plain(duty)).collect();
        let rest = [said.evidence_tender(), said.evidence_contract(), said.follow_up(), said.sanction()];
        format!("K{} {} {} {}", active.number, said.words.title, duties.join(" "), rest.join(" "))
    });
    said.collect()
}

fn looks(project: &Project, catalogue: &Catalogue) -> Vec<String> {
    printed(project, &assess(project, catalogue, TODAY))
}

// ---- What is told

#[test]
fn nothing_is_told_of_what_is_as_it_was() {
    assert_eq!(pending(&with_visit(), &SHIPPED), []);
    let later = changed(VISIT, |entry| {
        entry.rules.version += 1;
        entry.rules.checked_on = date(2027, 1, 1);
        entry.rules.sources.clear();
        entry.rules.burden = 3;
        entry.rules.when = None;
    });
    assert_eq!(pending(&with_visit(), &later), [], "what a requirement that stands has nothing of");
}

#[test]
fn each_kind_of_change_is_told_by_its_name() {
    let table: [(Change, ChangeOfEntry); 8] = [
        (Change::Words, |entry| entry.text.sv.evidence_contract.push_str(" Nytt.")),
        (Change::Values, |entry| entry.rules.parameters["visits"].range = Some([1.0, 2.0])),
        (Change::Level, |entry| entry.rules.level = Level::Spearhead),
        (Change::Placement, |entry| entry.rules.placement = Placement::AwardCriterion),
        (Change::LegalBasis, |entry| entry.rules.legal_basis.push("contract_changes".to_owned())),
        (Change::FollowUp, |entry| entry.rules.follow_up = None),
        (Change::Companions, |entry| entry.rules.requires.push("gen-support".into())),
        (Change::Advice, |entry| entry.text.sv.motive.push_str(" Nytt.")),
    ];
    for (change, make) in table {
        let told = of(&with_visit(), &changed(VISIT, make), VISIT);
        assert!(told.asks());
        assert_eq!(told.changes, [change]);
    }
    let rules =
        of(&with_visit(), &changed(VISIT, |entry| entry.rules.conflicts.push("emp-dialogue".into())), VISIT);
    assert_eq!(rules.changes, [Change::Rules]);
}

#[test]
fn a_companion_that_changes_is_told_too() {
    let catalogue = changed("gen-contact", |entry| entry.text.sv.title.push_str(" nu"));
    assert_eq!(of(&with_visit(), &catalogue, "gen-contact").changes, [Change::Words]);
    assert!(pending(&example("stadning"), &catalogue).is_empty(), "it does not stand in an empty project");
}

#[test]
fn what_is_withdrawn_is_told_with_what_stands_in_its_place() {
    let by = |ids: &[&str]| match of(&with_visit(), &withdrawn(ids), VISIT).now {
        Now::Withdrawn { by, entry } => (by.len(), entry.text.sv.withdrawn.clone()),
        other => panic!("{other:?}"),
    };
    for ids in [&[][..], &["emp-career-talks"], &["emp-career-talks", "emp-dialogue"]] {
        assert_eq!(by(ids), (ids.len(), "Ersatt av ett tydligare krav.".to_owned()));
    }
    let catalogue = withdrawn(&["emp-career-talks"]);
    assert!(!catalogue.is_offered(&VISIT.into()), "it is never offered");
    let refusal = refused(&example("stadning"), &choose(VISIT), &catalogue);
    assert!(refusal.to_string().contains("är återkallat. Välj i stället emp-career-talks"), "{refusal}");
}

#[test]
fn what_this_catalogue_lacks_stands_as_it_was_and_asks_for_nothing() {
    let mut without = SHIPPED.clone();
    without.entries.shift_remove(VISIT);
    let told = of(&with_visit(), &without, VISIT);
    assert_eq!((told.now.clone(), told.asks()), (Now::Elsewhere, false));
    for edit in [accept(VISIT), keep(VISIT)] {
        assert!(refused(&with_visit(), &edit, &without).to_string().contains("har inte ändrats"));
    }
}

// ---- What the officer decides

#[test]
fn nothing_changes_before_the_officer_decides() {
    assert_eq!(looks(&with_visit(), &reworded()), looks(&with_visit(), &SHIPPED));
}

#[test]
fn taken_over_it_speaks_anew_with_the_values_that_were_set() {
    let after = edited(&with_visit(), &accept(VISIT), &reworded());
    assert!(looks(&after, &reworded()).concat().contains("ta emot tre\u{a0}besök om året"));
    assert_eq!(pending(&after, &reworded()), []);
    assert!(refused(&after, &accept(VISIT), &reworded()).to_string().contains("har inte ändrats"));
}

#[test]
fn a_value_that_no_longer_fits_is_told_before_and_after() {
    let narrow = changed(VISIT, |entry| entry.rules.parameters["visits"].range = Some([1.0, 2.0]));
    let before = with_visit();
    assert_eq!(of(&before, &narrow, VISIT).lost, [("visits".into(), ParameterValue::number(3.0))]);
    let said = accept(VISIT).words(&before, &narrow);
    assert_eq!(
        said.sv,
        "Tog över det som gäller nu: Studiebesök. Värden som inte längre passar: Antal besök per avtalsår."
    );
    let after = edited(&before, &accept(VISIT), &narrow);
    assert!(after.requirement(&VISIT.into()).unwrap().values.is_empty());
}

#[test]
fn new_companions_come_along() {
    let catalogue = changed(VISIT, |entry| entry.rules.requires.push("gen-support".into()));
    let stands = |project: &Project| project.standing().iter().any(|r| *r.id() == "gen-support");
    assert!(!stands(&with_visit()));
    assert!(stands(&edited(&with_visit(), &accept(VISIT), &catalogue)));
}

#[test]
fn what_is_kept_prints_the_same_and_is_not_asked_about_again() {
    let kept = edited(&with_visit(), &keep(VISIT), &reworded());
    assert_eq!(looks(&kept, &reworded()), looks(&with_visit(), &SHIPPED));
    let told = of(&kept, &reworded(), VISIT);
    assert!(told.kept && !told.asks());
    let again = changed(VISIT, |entry| entry.text.sv.title.push_str(" igen"));
    assert!(of(&kept, &again, VISIT).asks(), "it has changed again");
    let accepted = edited(&kept, &accept(VISIT), &reworded());
    assert_eq!(pending(&accepted, &reworded()), [], "a change of mind");
}

#[test]
fn what_is_replaced_goes_and_its_successors_are_chosen() {
    for ids in [&["emp-career-talks"][..], &["emp-career-talks", "emp-dialogue"]] {
        let catalogue = withdrawn(ids);
        assert!(accept(VISIT).words(&with_visit(), &catalogue).sv.contains("Studiebesök. Ersatt av "));
        let after = edited(&with_visit(), &accept(VISIT), &catalogue);
        assert!(after.requirement(&VISIT.into()).is_none());
        for id in ids {
            assert!(after.requirement(&EntryId::from(*id)).unwrap().chosen, "{id}");
        }
        assert_eq!(pending(&after, &catalogue), []);
    }
    let gone = edited(&with_visit(), &accept(VISIT), &withdrawn(&[]));
    assert!(gone.chosen().next().is_none());
}

#[test]
fn a_successor_takes_the_values_that_fit() {
    let project = edited(&with_visit(), &set(VISIT, "hours", 2.0), &SHIPPED);
    let catalogue = withdrawn(&["emp-career-talks"]);
    let names: Vec<String> =
        of(&project, &catalogue, VISIT).lost.iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(names, ["visits"]);
    let after = edited(&project, &accept(VISIT), &catalogue);
    let values = &after.requirement(&"emp-career-talks".into()).unwrap().values;
    assert_eq!(values.get("hours"), Some(&ParameterValue::number(2.0)));
}

#[test]
fn a_successor_that_is_switched_off_is_not_chosen() {
    let mut catalogue = withdrawn(&["emp-career-talks"]);
    catalogue.switched_off = Arc::new(["emp-career-talks".into()].into());
    let refusal = refused(&with_visit(), &accept(VISIT), &catalogue);
    assert!(refusal.to_string().contains("avstängt i er egen katalog"), "{refusal}");
}

#[test]
fn old_and_new_stand_side_by_side() {
    let (project, catalogue) = (with_visit(), reworded());
    let assessment = assess(&project, &catalogue, TODAY);
    let requirement = project.requirement(&VISIT.into()).unwrap();
    let speaker = Speaker::new(&project, &assessment, Language::Sv);
    let rows = editions::rows(requirement, &assessment.editions[0], speaker);
    assert_eq!(rows.iter().map(|row| &*row.label).collect::<Vec<_>>(), ["Kravtext"]);
    let line = |runs: &[Run]| runs.iter().map(|run| run.text.clone()).collect::<String>();
    assert!(line(&rows[0].old[0]).contains("tre\u{a0}studiebesök"), "{rows:?}");
    assert_eq!(line(&rows[0].new[0]), "Leverantören ska ta emot tre\u{a0}besök om året.");
    assert!(rows[0].old[1].iter().all(|run| !run.changed), "the second duty is the same");
}

// ---- Whatever changes

fn change() -> impl Strategy<Value = ChangeOfEntry> {
    let all: Vec<ChangeOfEntry> = vec![
        |entry| entry.text.sv.title.push_str(" nu"),
        |entry| entry.text.sv.duties.truncate(1),
        |entry| drop(entry.rules.parameters.shift_remove_index(0)),
        |entry| entry.rules.parameters.values_mut().for_each(|p| p.range = Some([0.0, 1.0])),
        |entry| entry.rules.level = Level::Spearhead,
        |entry| entry.rules.requires.clear(),
        |entry| entry.rules.requires.push("gen-support".into()),
        |entry| entry.rules.withdrawn_on = Some(date(2027, 1, 1)),
    ];
    proptest::sample::select(all)
}

/// An example with some entries chosen and values set, and a catalogue in which some have changed since.
fn since() -> impl Strategy<Value = (Project, Catalogue)> {
    let offered: Vec<EntryId> = SHIPPED.offered().map(|entry| entry.id.clone()).collect();
    let chosen = proptest::sample::subsequence(offered.clone(), 1..6);
    let changes = prop::collection::vec((proptest::sample::select(offered), change()), 1..12);
    (proptest::sample::select(&EXAMPLES[..]), chosen, changes, 1..4_u32).prop_map(
        |(name, chosen, changes, number)| {
            let mut project = example(name);
            for entry in &chosen {
                project = edited(&project, &choose(entry.as_str()), &SHIPPED);
                for parameter in SHIPPED.entry(entry).unwrap().rules.parameters.keys() {
                    let set = set(entry.as_str(), parameter.as_str(), f64::from(number));
                    project = apply(&project, &set, &SHIPPED).unwrap_or(project);
                }
            }
            let mut catalogue = SHIPPED.clone();
            // Half of what changes is what was chosen.
            let some = changes
                .into_iter()
                .enumerate()
                .map(|(i, (id, change))| (chosen.get(i / 2).cloned().unwrap_or(id), change));
            some.for_each(|(id, change)| change(Arc::make_mut(catalogue.entries.get_mut(&id).unwrap())));
            (project, catalogue)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keeping_leaves_what_is_printed_as_it_was((project, catalogue) in since()) {
        let mut kept = project.clone();
        for told in pending(&project, &catalogue).iter().filter(|told| told.asks()) {
            kept = apply(&kept, &keep(told.entry.as_str()), &catalogue).unwrap();
        }
        prop_assert_eq!(looks(&kept, &catalogue), looks(&project, &catalogue));
        prop_assert!(pending(&kept, &catalogue).iter().all(|told| !told.asks()));
    }

    #[test]
    fn accepting_shows_what_holds_now_and_loses_no_value_unsaid((project, catalogue) in since()) {
        for told in pending(&project, &catalogue).into_iter().filter(Pending::asks) {
            let after = apply(&project, &accept(told.entry.as_str()), &catalogue).unwrap();
            let old = project.requirement(&told.entry).unwrap();
            match &told.now {
                Now::Changed(entry) => {
                    let new = after.requirement(&told.entry).unwrap();
                    prop_assert_eq!(&new.entry, entry);
                    for (name, value) in &old.values {
                        let lost = told.lost.iter().any(|(lost, _)| lost == name);
                        prop_assert_eq!(new.values.get(name), (!lost).then_some(value));
                    }
                }
                _ => prop_assert!(after.requirement(&told.entry).is_none()),
            }
            let said = accept(told.entry.as_str()).words(&project, &catalogue);
            for (name, _) in &told.lost {
                prop_assert!(said.sv.contains(&editions::label(old, name, Language::Sv)), "{}", said);
            }
            prop_assert!(pending(&after, &catalogue).iter().all(|later| later.entry != told.entry));
        }
    }

    #[test]
    fn an_old_project_reads_back_and_goes_the_same_way((project, catalogue) in since()) {
        let read: Project = serde_json::from_str(&serde_json::to_string(&project).unwrap()).unwrap();
        prop_assert_eq!(&read, &project);
        for told in pending(&project, &catalogue).iter().filter(|told| told.asks()) {
            for edit in [accept(told.entry.as_str()), keep(told.entry.as_str())] {
                prop_assert_eq!(apply(&read, &edit, &catalogue).unwrap(), apply(&project, &edit, &catalogue).unwrap());
            }
        }
    }
}
