//! Fastställ: what is fixed stays as it was, a number is never given to another, and what has changed since is said.

use std::collections::{HashMap, HashSet};

use crate::support::{SHIPPED, TODAY, apply, example};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::EntryId;
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::fixed::{Change, Version, hinders, since};
use domain::progress::{Task, TaskState};
use domain::project::Project;
use domain::requirements::decision::{Decision, Outcome};
use domain::review::finding::{Place, Severity};
use domain::text::Language;
use proptest::prelude::*;
use proptest::sample::select;

const VISIT: &str = "emp-study-visit";
const DIALOGUE: &str = "emp-dialogue";
const PLACES: &str = "emp-internship";

fn assessed(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

fn edited(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &SHIPPED).unwrap()
}

fn choose(project: &Project, entry: &str) -> Project {
    edited(project, &Edit::Choose { entry: entry.into() })
}

fn remove(project: &Project, entry: &str) -> Project {
    edited(project, &Edit::Remove { entry: entry.into() })
}

/// The project with a reason for each open Stop.
fn cleared(project: &Project) -> Project {
    let findings = assessed(project).findings;
    let stops = findings.iter().filter(|f| f.severity == Severity::Stop && f.overridden.is_none());
    stops.fold(project.clone(), |project, stop| {
        let reason = "Prövat med upphandlingschefen inför beslutet.".to_owned();
        edited(&project, &Edit::Override { finding: stop.key(), reason })
    })
}

fn fix(version: &str) -> Edit {
    Edit::Fix { version: version.parse().unwrap(), documents: Vec::new() }
}

fn fixed(project: &Project, version: &str) -> Project {
    edited(&cleared(project), &fix(version))
}

fn numbers(project: &Project) -> HashMap<EntryId, usize> {
    assessed(project).active.into_iter().map(|active| (active.entry, active.number)).collect()
}

fn refused(project: &Project, version: &str) -> String {
    apply(project, &fix(version), &SHIPPED).unwrap_err().to_string()
}

#[test]
fn a_number_stays_and_is_never_given_to_another() {
    let first = fixed(&choose(&choose(&example("stadning"), DIALOGUE), VISIT), "1.0");
    let before = numbers(&first);
    let next = choose(&remove(&first, DIALOGUE), PLACES);
    let now = numbers(&next);
    assert_eq!(now[VISIT], before[VISIT]);
    assert_eq!(now[PLACES], before.values().max().unwrap() + 1, "also where it stands before others");
    let gone: Vec<_> = next.withdrawn(&assessed(&next)).iter().map(|gone| gone.entry.to_string()).collect();
    assert!(gone.contains(&DIALOGUE.to_owned()), "{gone:?}");
    let back = choose(&fixed(&next, "2.0"), DIALOGUE);
    assert_eq!(numbers(&back)[DIALOGUE], before[DIALOGUE], "it is the same requirement again");
}

/// Below the threshold as well: a term that points to an empty table can neither be kept nor checked.
#[test]
fn an_annex_that_nobody_has_filled_in_is_not_fixed() {
    let mut project = choose(&example("byggtjanster"), "lab-terms-voluntary");
    let mut set = |entry: &str, parameter: &str, value| {
        let (entry, parameter) = (entry.into(), parameter.into());
        project = edited(&project, &Edit::SetParameter { entry, parameter, value: Some(value) });
    };
    let text = |text: &str| ParameterValue::Text(text.to_owned());
    for (name, value) in [
        ("agreement", "Byggavtalet mellan Byggföretagen och Byggnads"),
        ("valid", "2031-12-31"),
        ("holiday", "25 dagar"),
        ("hours", "40 timmar i veckan"),
    ] {
        set("lab-terms-voluntary", name, text(value));
    }
    set("lab-info", "languages", text("svenska"));
    let stops = |project: &Project| {
        let findings = assessed(project).findings;
        let stops = findings.into_iter().filter(|finding| finding.severity == Severity::Stop);
        stops.map(|stop| stop.message.of(Language::Sv).clone()).collect::<Vec<_>>()
    };
    assert!(refused(&project, "1.0").contains("stopp i granskningen"), "{}", refused(&project, "1.0"));
    let [stop] = &stops(&project)[..] else { panic!("{:#?}", stops(&project)) };
    assert!(stop.contains("Lägsta lön per yrkesgrupp"), "{stop}");
    let with_a_reason = refused(&cleared(&project), "1.0");
    assert!(with_a_reason.contains("Ett värde saknas i K"), "a reason fills in nothing: {with_a_reason}");

    let paid = |row: [&str; 3]| {
        let value = Some(ParameterValue::Table(vec![row.map(str::to_owned).into()]));
        let entry = "lab-terms-voluntary".into();
        edited(&project, &Edit::SetParameter { entry, parameter: "pay_table".into(), value })
    };
    let by_what = refused(&cleared(&paid(["Snickare", "190", ""])), "1.0");
    assert!(by_what.contains("Ett värde saknas i K"), "190 an hour, or a month? {by_what}");
    let filled = paid(["Snickare", "190", "timme"]);
    assert_eq!(stops(&filled), Vec::<String>::new());
    edited(&filled, &fix("1.0"));
}

/// The review says of which Stops a reason is not enough, and it is those that hinder all the same.
#[test]
fn a_stop_that_no_reason_is_enough_for_is_one_about_gaps() {
    let unknown = || {
        let mut project = example("stadning");
        project.answers.remove("q17");
        project
    };
    for (project, entry) in [
        (example("stadning"), "lab-terms-duty"),
        (unknown(), "lab-terms-duty"),
        (example("byggtjanster"), "lab-terms-voluntary"),
        (example("it-system"), "acc-award"),
        (example("it-system"), "acc-ict"),
        (example("stadning"), VISIT),
    ] {
        let assessment = assessed(&choose(&project, entry));
        let gaps = assessment.active.iter().filter(|active| assessment.has_gaps(active));
        let gaps: HashSet<_> = gaps.map(|active| Place::Requirement(active.entry.clone())).collect();
        let found = assessment.findings.iter().filter(|finding| finding.to_fill_in);
        let found = found.flat_map(|finding| finding.also.iter().chain([&finding.place]));
        let found: HashSet<_> =
            found.filter(|place| matches!(place, Place::Requirement(_))).cloned().collect();
        assert_eq!(found, gaps, "{entry}");
        assert_eq!(gaps.is_empty(), entry == VISIT, "{entry}");
    }
}

#[test]
fn nothing_has_changed_until_something_has() {
    let project = fixed(&choose(&example("stadning"), VISIT), "1.0");
    assert_eq!(since(&project, &assessed(&project)).unwrap().changes, []);
    assert!(since(&example("stadning"), &assessed(&example("stadning"))).is_none());

    let titled = edited(&project, &Edit::Fact(FactEdit::Title("Lokalvård 2027".to_owned())));
    assert_eq!(since(&titled, &assessed(&titled)).unwrap().changes, [Change::Fact("title".to_owned())]);

    let value = Some(ParameterValue::number(4.0));
    let other = Edit::SetParameter { entry: VISIT.into(), parameter: "visits".into(), value };
    let other = edited(&project, &other);
    let assessment = assessed(&other);
    let changes = since(&other, &assessment).unwrap().changes;
    let [Change::Reworded { before, after }] = &changes[..] else { panic!("{changes:#?}") };
    let first = |texts: &[String]| texts[0].replace('\u{a0}', " ");
    assert!(first(after.duties.of(Language::Sv)).contains("fyra"), "{after:#?}");
    assert!(!first(before.duties.of(Language::Sv)).contains("fyra"), "{before:#?}");
}

#[test]
fn what_is_new_and_what_has_gone_is_said() {
    let project = fixed(&choose(&example("stadning"), DIALOGUE), "1.0");
    let next = choose(&remove(&project, DIALOGUE), VISIT);
    let assessment = assessed(&next);
    let changes = since(&next, &assessment).unwrap().changes;
    let added = |change: &&Change<'_>| matches!(change, Change::Added(new) if new.entry == VISIT);
    let gone = |change: &&Change<'_>| matches!(change, Change::Withdrawn(old) if old.entry == DIALOGUE);
    assert_eq!(changes.iter().filter(added).count(), 1, "{changes:#?}");
    assert_eq!(changes.iter().filter(gone).count(), 1, "{changes:#?}");
}

#[test]
fn a_project_is_not_fixed_while_a_stop_is_open_facts_are_left_or_nothing_stands() {
    for left in [FactEdit::ValueSek(None), FactEdit::Title(String::new())] {
        let unknown = edited(&choose(&example("stadning"), VISIT), &Edit::Fact(left));
        assert!(refused(&cleared(&unknown), "1.0").contains("är inte klara"));
    }
    assert!(refused(&example("stadning"), "1.0").contains("Inget krav är valt"));
    let open = choose(&example("stadning"), VISIT);
    assert!(refused(&open, "1.0").contains("stopp i granskningen"));
    edited(&cleared(&open), &fix("1.0"));
}

#[test]
fn all_that_hinders_a_version_is_told_at_once() {
    let tasks =
        |project: &Project| hinders(&assessed(project)).into_iter().map(|one| one.task).collect::<Vec<_>>();
    let empty = Project::new("p".into(), "2026:1");
    assert_eq!(
        tasks(&empty),
        [Task::Procurement, Task::Requirements],
        "stops are not known before the regime"
    );
    let nothing_chosen = example("stadning");
    assert_eq!(tasks(&nothing_chosen), [Task::Requirements, Task::Review]);
    let refusal = refused(&nothing_chosen, "1.0");
    assert!(refusal.contains("Inget krav är valt") && refusal.contains("stopp i granskningen"), "{refusal}");
    assert_eq!(tasks(&cleared(&choose(&nothing_chosen, VISIT))), []);
}

/// Every theme ends without a requirement, for a reason.
fn declined(project: &Project) -> Project {
    let decision = Decision { outcome: Outcome::NotNow, reason: "Avtalet är litet och kort.".to_owned() };
    edited(project, &Edit::DecideSeveral { themes: Theme::DECIDED.into(), decision })
}

fn follow_up(project: &Project) -> TaskState {
    let progress = assessed(project).progress;
    progress.into_iter().find(|progress| progress.task == Task::FollowUp).unwrap().state
}

#[test]
fn that_no_requirement_is_set_is_an_answer_once_every_theme_says_why() {
    let none = declined(&example("stadning"));
    assert_eq!(fixed(&none, "1.0").last_fixed().unwrap().requirements, []);
    assert_eq!(follow_up(&none), TaskState::Done, "there is nothing to follow up");

    let open = edited(&none, &Edit::Decide { theme: Theme::Children, decision: None });
    assert!(refused(&cleared(&open), "1.0").contains("teman utan beslut"));
    assert_eq!(follow_up(&open), TaskState::NotBegun);
}

#[test]
fn a_version_comes_after_the_last() {
    let project = fixed(&choose(&example("stadning"), VISIT), "1.0");
    assert_eq!(project.draft_version().to_string(), "1.1");
    assert_eq!(project.next_version().to_string(), "2.0");
    for earlier in ["1.0", "0.9", "0.0"] {
        assert!(refused(&project, earlier).contains("kommer inte efter version 1.0"), "{earlier}");
    }
    edited(&project, &fix("1.1"));
    for wrong in ["", "1", "1.", ".1", "1.0.0", "1,0", "-1.0", "1.0 ", "99999.0", "ett"] {
        assert!(wrong.parse::<Version>().is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_chosen_later_no_two_share_a_number(
        picks in prop::collection::vec((select(SHIPPED.offered().map(|e| e.id.clone()).collect::<Vec<_>>()), any::<bool>()), 1..16)
    ) {
        let first = fixed(&choose(&choose(&example("byggtjanster"), DIALOGUE), VISIT), "1.0");
        let before = numbers(&first);
        let now = picks.into_iter().fold(first, |project, (entry, in_or_out)| {
            let edit = if in_or_out { Edit::Choose { entry } } else { Edit::Remove { entry } };
            apply(&project, &edit, &SHIPPED).unwrap_or(project)
        });
        let after = numbers(&now);
        let distinct: HashSet<_> = after.values().collect();
        prop_assert_eq!(distinct.len(), after.len());
        for (entry, number) in &after {
            prop_assert!(before.get(entry).is_none_or(|fixed| fixed == number));
            prop_assert!(before.contains_key(entry) || !before.values().any(|fixed| fixed == number));
        }
    }
}
