//! Two copies of a project become one. Nothing that an officer has put in is lost in silence.

use std::collections::BTreeMap;

use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::fixed::Version;
use domain::merge::{
    Choices, Conflict, Field, Kind, Merged, Relation, Settled, Side, Spoken, common, differences, merge,
    relation, texts, united,
};
use domain::notes::Noted;
use domain::procurement::amount::Sek;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::requirements::decision::{Decision, Outcome};
use domain::requirements::requirement::Requirement;
use domain::requirements::words::Speaker;
use domain::review::finding::Finding;
use domain::revision::RevisionId;
use domain::text::Language;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::edits::{any_project, edit};
use crate::support::{SHIPPED, TODAY, apply, example, signature};

// ---- Random copies

/// Edits that meet each other: a few fields, a few values.
fn narrow() -> impl Strategy<Value = Edit> {
    let entry = || select(vec!["emp-study-visit", "emp-dialogue", "acc-ict"]);
    let visits = prop::option::of(1..=3i32);
    let duties = prop::option::of(select(vec![
        "Leverantören ska ta emot {visits} besök.",
        "Leverantören ska ta emot besök.",
    ]));
    let theme = select(vec![Theme::Employment, Theme::Children]);
    let reason = select(vec!["Prövas nästa år.", "Utreds."]);
    prop_oneof![
        select(vec!["Städning", "Lokalvård", ""]).prop_map(title),
        prop::option::of(1..=3u64)
            .prop_map(|n| Edit::Fact(FactEdit::ValueSek(n.map(|n| Sek(n * 1_000_000))))),
        any::<bool>().prop_map(|design| Edit::Fact(FactEdit::Design(design))),
        entry().prop_map(|entry| Edit::Choose { entry: entry.into() }),
        entry().prop_map(|entry| Edit::Remove { entry: entry.into() }),
        visits.prop_map(set_visits),
        duties.prop_map(|duties| reword(duties.as_slice())),
        (theme, reason).prop_map(|(theme, reason)| decide(theme, reason)),
        select(vec!["unknown", "work", "goods_only"]).prop_map(|code| answer("q01", &json!(code))),
        prop::option::of(select(vec!["Leken", "Parken"])).prop_map(own),
    ]
}

/// Edits of one and the same requirement.
fn on_the_visit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Choose { entry: "emp-study-visit".into() }),
        Just(Edit::Remove { entry: "emp-study-visit".into() }),
        prop::option::of(1..=3i32).prop_map(set_visits),
        Just(reword(&["Leverantören ska ta emot {visits} besök."])),
    ]
}

fn work() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(prop_oneof![2 => narrow(), 1 => edit()], 0..14)
}

/// A project after edits; what does not fit is not made.
fn after(project: &Project, edits: &[Edit]) -> Project {
    let edited = |project: Project, edit| apply(&project, edit, &SHIPPED).unwrap_or(project);
    edits.iter().fold(project.clone(), edited)
}

/// A project, and two copies of it that have been worked on.
fn copies() -> impl Strategy<Value = [Project; 3]> {
    let project = (any_project(), prop::collection::vec(narrow(), 0..6));
    (project, work(), work()).prop_map(|((project, more), mine, theirs)| {
        let base = after(&project, &more);
        [after(&base, &mine), after(&base, &theirs), base]
    })
}

fn title(title: &str) -> Edit {
    Edit::Fact(FactEdit::Title(title.to_owned()))
}

fn set_visits(visits: Option<i32>) -> Edit {
    read(
        json!({ "edit": "set_parameter", "entry": "emp-study-visit", "parameter": "visits", "value": visits }),
    )
}

fn reword(duties: &[&str]) -> Edit {
    let duties = (!duties.is_empty()).then(|| duties.iter().map(|&duty| duty.to_owned()).collect());
    Edit::Reword { entry: "emp-study-visit".into(), duties }
}

fn decide(theme: Theme, reason: &str) -> Edit {
    Edit::Decide { theme, decision: Some(Decision { outcome: Outcome::NotNow, reason: reason.to_owned() }) }
}

fn answer(question: &str, answer: &Value) -> Edit {
    read(json!({ "edit": "answer", "question": question, "answer": answer }))
}

fn own(duty: Option<&str>) -> Edit {
    let requirement = duty.map(|duty| {
        json!({ "theme": "children", "level": "base", "placement": "contract_term", "title": duty,
            "duties": [format!("Leverantören ska hålla {duty} öppen.")] })
    });
    read(json!({ "edit": "write_own", "entry": "own-lek", "requirement": requirement }))
}

fn read(edit: Value) -> Edit {
    serde_json::from_value(edit).unwrap()
}

// ---- A project taken apart, by other means than the merge's own

/// All that an officer has put in, by where it stands.
fn parts(project: &Project) -> BTreeMap<String, Value> {
    let whole = serde_json::to_value(project).unwrap();
    let mut parts = BTreeMap::new();
    for table in ["procurement", "answers", "decisions"] {
        let fields = whole[table].as_object().unwrap().iter();
        parts.extend(fields.map(|(name, value)| (format!("{table}.{name}"), value.clone())));
    }
    parts.extend(whole.get("regime_override").map(|choice| ("regime_override".to_owned(), choice.clone())));
    for one in &project.requirements {
        let (at, json) = (format!("requirements.{}", one.id()), serde_json::to_value(one).unwrap());
        parts.insert(at.clone(), json!("stands"));
        parts.insert(format!("{at}.entry"), json!([json["entry"], json["kept_before"]]));
        parts.extend(one.chosen.then(|| (format!("{at}.chosen"), json!(true))));
        parts.extend(json.get("own_wording").map(|duties| (format!("{at}.own_wording"), duties.clone())));
        for (name, value) in &one.values {
            parts.insert(format!("{at}.values.{name}"), serde_json::to_value(value).unwrap());
        }
    }
    for set_aside in &project.overrides {
        let field = Field::Override(set_aside.finding.clone()).to_string();
        parts.insert(field, serde_json::to_value(set_aside).unwrap());
    }
    parts
}

/// The same without its internal notes.
fn noteless(value: &Value) -> Value {
    let mut value = value.clone();
    for note in ["reason", "unknown", "not_relevant"] {
        value
            .as_object_mut()
            .and_then(|fields| fields.get_mut(note))
            .into_iter()
            .for_each(|note| *note = json!(""));
    }
    value
}

/// The same without the reason of an answer: an answer that has none has no field for it.
fn reasonless(value: &Value) -> Value {
    let mut value = value.clone();
    drop(value.as_object_mut().and_then(|fields| fields.remove("reason")));
    value
}

/// Whether the officer is asked about a place, by itself or as a part of its requirement.
fn asked(place: &str, conflicts: &[Conflict]) -> bool {
    conflicts.iter().map(|conflict| conflict.field.to_string()).any(|field| {
        place == field || (field.matches('.').count() == 1 && place.starts_with(&format!("{field}.")))
    })
}

fn merged(base: &Project, mine: &Project, theirs: &Project, choices: &Choices) -> Merged {
    merge(Some(base), mine, theirs, choices).unwrap()
}

fn swapped(side: Side) -> Side {
    if side == Side::Mine { Side::Theirs } else { Side::Mine }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_only_one_has_changed_is_taken_as_it_is([mine, _, base] in copies()) {
        let none = Choices::default();
        for (theirs, by) in [(&base, Side::Mine), (&mine, Side::Theirs)] {
            let ours = if by == Side::Mine { &mine } else { &base };
            let together = merged(&base, ours, theirs, &none);
            prop_assert_eq!(&together.project, &mine);
            prop_assert!(together.conflicts.is_empty() && together.changes.iter().all(|change| change.by == by));
        }
        let same = merged(&base, &mine, &mine, &none);
        prop_assert_eq!(&same.project, &mine);
        prop_assert!(same.conflicts.is_empty() && same.changes.is_empty());
    }

    #[test]
    fn which_copy_is_called_mine_changes_only_the_names([mine, theirs, base] in copies()) {
        for base in [Some(&base), None] {
            let one = merge(base, &mine, &theirs, &Choices::all(Side::Mine)).unwrap();
            let other = merge(base, &theirs, &mine, &Choices::all(Side::Theirs)).unwrap();
            prop_assert_eq!(serde_json::to_string(&one.project).unwrap(), serde_json::to_string(&other.project).unwrap());
            let fields = |merged: &Merged| merged.conflicts.iter().map(|c| c.field.clone()).collect::<Vec<_>>();
            prop_assert_eq!(fields(&one), fields(&other));
            let mirrored: Vec<_> = other.changes.into_iter().map(|c| (c.field, swapped(c.by), c.kind)).collect();
            let changes: Vec<_> = one.changes.into_iter().map(|c| (c.field, c.by, c.kind)).collect();
            prop_assert_eq!(changes, mirrored);
        }
    }

    #[test]
    fn no_value_disappears_without_an_edit_or_a_question([mine, theirs, base] in copies()) {
        let together = merged(&base, &mine, &theirs, &Choices::default());
        let [b, m, t, r] = [&base, &mine, &theirs, &together.project].map(parts);
        for place in b.keys().chain(m.keys()).chain(t.keys()).chain(r.keys()) {
            let [b, m, t, r] = [&b, &m, &t, &r].map(|parts| parts.get(place));
            let expected = if m == t || t == b { m } else if m == b { t } else {
                prop_assert!(asked(place, &together.conflicts), "{place}: {b:?} became {m:?} and {t:?}");
                continue;
            };
            prop_assert!(r == expected || asked(place, &together.conflicts), "{place}: {r:?} is not {expected:?}");
        }
    }

    #[test]
    fn what_one_has_worked_on_and_the_other_has_taken_away_is_asked_about(
        mine in prop::collection::vec(on_the_visit(), 0..4), theirs in prop::collection::vec(on_the_visit(), 0..4),
    ) {
        let base = with_visit();
        let [mine, theirs] = [mine, theirs].map(|edits| after(&base, &edits));
        let together = merged(&base, &mine, &theirs, &Choices::default());
        let visit = |project: &Project| project.requirement(&"emp-study-visit".into()).cloned();
        let (was, place) = (visit(&base), "requirements.emp-study-visit");
        for [one, other] in [[&mine, &theirs], [&theirs, &mine]].map(|sides| sides.map(visit)) {
            let stands = |one: &Option<Requirement>| one.as_ref().is_some_and(|one| one.chosen);
            let lost = !stands(&one) && stands(&other) && other != was;
            prop_assert!(!lost || asked(place, &together.conflicts));
        }
    }

    #[test]
    fn without_a_common_version_all_that_is_filled_in_stands_or_is_asked_about([mine, theirs, _] in copies()) {
        let together = merge(None, &mine, &theirs, &Choices::default()).unwrap();
        let (kept, blank) = (parts(&together.project), [json!(""), json!([])]);
        for (place, value) in parts(&mine).into_iter().chain(parts(&theirs)).filter(|(_, value)| !blank.contains(value)) {
            let is_in = |kept: &Value| [kept.clone(), noteless(kept), reasonless(kept)].contains(&value);
            let stands = kept.get(&place).is_some_and(is_in);
            prop_assert!(stands || asked(&place, &together.conflicts), "{place}: {value}");
        }
    }

    #[test]
    fn each_conflict_is_settled_as_the_officer_chooses([mine, theirs, base] in copies(), dice in any::<u64>()) {
        let mut choices = Choices::default();
        // A choice can bring a question with it: whether its parts go with the others.
        for _ in 0..3 {
            let open: Vec<Field> = merged(&base, &mine, &theirs, &choices).open().cloned().collect();
            let side = |i: usize| if dice >> (i % 64) & 1 == 0 { Settled::Mine } else { Settled::Theirs };
            choices.each.extend(open.into_iter().enumerate().map(|(i, field)| (field.to_string(), side(i))));
        }
        let together = merged(&base, &mine, &theirs, &choices);
        prop_assert_eq!(together.open().count(), 0);
        let kept = parts(&together.project);
        for Conflict { field, chosen } in &together.conflicts {
            let side = if *chosen == Some(Settled::Mine) { &mine } else { &theirs };
            let (kept, place) = (kept.get(&field.to_string()).cloned(), field.to_string());
            prop_assert_eq!(kept, parts(side).get(&place).cloned());
        }
        prop_assert_eq!(together.clone().whole(&SHIPPED, &signature()).unwrap(), together.project);
    }

    #[test]
    fn a_copy_without_notes_comes_home_without_a_question_and_takes_no_note_away([project, _, _] in copies()) {
        let sent = project.without_notes();
        for (mine, theirs) in [(&project, &sent), (&sent, &project)] {
            let together = merge(None, mine, theirs, &Choices::default()).unwrap();
            prop_assert_eq!(&together.project, &project);
            prop_assert!(together.conflicts.is_empty());
        }
    }

    #[test]
    fn the_differences_are_the_places_that_differ([mine, _, base] in copies()) {
        let (before, after) = (parts(&base), parts(&mine));
        let differ = |place: &String| before.get(place) != after.get(place);
        let places = before.keys().chain(after.keys()).filter(|place| differ(place));
        let found: Vec<String> = differences(&base, &mine).iter().map(|change| change.field.to_string()).collect();
        for place in places {
            prop_assert!(found.iter().any(|field| place.starts_with(field.as_str())), "{place}: {found:?}");
        }
        prop_assert_eq!(found.is_empty(), before == after, "the order alone is no difference");
    }

    #[test]
    fn every_field_can_be_said([mine, theirs, base] in copies()) {
        let together = merged(&base, &mine, &theirs, &Choices::default());
        let fields = together.changes.iter().map(|c| &c.field).chain(together.conflicts.iter().map(|c| &c.field));
        for field in fields {
            let [a, b] = [&mine, &theirs].map(|project| spoken(project, |speaker| {
                (field.label(&[speaker]), field.shown(speaker))
            }));
            prop_assert!(!a.0.is_empty(), "{field}");
            prop_assert!(a.1.is_some() || b.1.is_some() || together.changes.iter().any(|c| c.kind == Kind::Removed), "{field}");
        }
    }
}

fn spoken<T>(project: &Project, speak: impl FnOnce(Speaker<'_>) -> T) -> T {
    let assessment = domain::assess::assess(project, &SHIPPED, TODAY);
    speak(Speaker::new(project, &assessment, Language::Sv))
}

// ---- What the officer meets

fn with_visit() -> Project {
    after(&example("stadning"), &[Edit::Choose { entry: "emp-study-visit".into() }])
}

/// The conflicts of two copies, as they are said: field, base, mine, theirs.
fn asks(mine: &[Edit], theirs: &[Edit]) -> Vec<[String; 4]> {
    let base = with_visit();
    let (mine, theirs) = (after(&base, mine), after(&base, theirs));
    let together = merged(&base, &mine, &theirs, &Choices::default());
    let shown = |project, field: &Field| spoken(project, |speaker| field.shown(speaker)).unwrap_or_default();
    let said = |field: &Field| {
        let label = spoken(&mine, |mine| spoken(&theirs, |theirs| field.label(&[mine, theirs])));
        [label, shown(&base, field), shown(&mine, field), shown(&theirs, field)]
            .map(|text| text.replace('\u{a0}', " "))
    };
    together.open().map(said).collect()
}

#[test]
fn the_officer_reads_what_it_was_and_what_each_says() {
    let value = |kronor| Edit::Fact(FactEdit::ValueSek(Some(Sek(kronor))));
    let theme = |reason| decide(Theme::Children, reason);
    let read = asks(
        &[
            value(40_000_000),
            set_visits(Some(3)),
            theme("Prövas nästa år."),
            reword(&["Leverantören ska ta emot {visits} besök."]),
        ],
        &[
            value(30_000_000),
            set_visits(Some(4)),
            theme("Utreds."),
            reword(&["Leverantören ska visa arbetsplatsen."]),
        ],
    );
    let expected = [
        ["Värde exklusive moms", "36 000 000 kr", "40 000 000 kr", "30 000 000 kr"],
        ["Studiebesök, antal besök per avtalsår", "två (inte ändrat)", "tre", "fyra"],
        [
            "Studiebesök, kravtext",
            "",
            "Leverantören ska ta emot tre besök.",
            "Leverantören ska visa arbetsplatsen.",
        ],
        ["Beslut: Barn och unga", "", "Inte nu. Prövas nästa år.", "Inte nu. Utreds."],
    ];
    assert_eq!(read.len(), expected.len(), "{read:#?}");
    for (read, expected) in read.iter().zip(expected) {
        assert_eq!([&*read[0], &*read[2], &*read[3]], [expected[0], expected[2], expected[3]]);
        assert!(expected[1].is_empty() || read[1] == expected[1], "{read:?}");
    }
}

#[test]
fn what_each_has_done_by_itself_stands_side_by_side() {
    let base = example("stadning");
    let mine = after(&base, &[title("Mitt"), Edit::Choose { entry: "emp-study-visit".into() }]);
    let theirs =
        after(&base, &[decide(Theme::Children, "Utreds."), Edit::Choose { entry: "emp-dialogue".into() }]);
    let together = merged(&base, &mine, &theirs, &Choices::default());
    let project = together.clone().whole(&SHIPPED, &signature()).unwrap();
    assert_eq!(project.procurement.title, "Mitt");
    assert_eq!(project.decisions[&Theme::Children].reason, "Utreds.");
    for entry in ["emp-study-visit", "emp-dialogue"] {
        assert!(project.requirement(&entry.into()).unwrap().chosen, "{entry}");
    }
    let from_them = together.changes.iter().filter(|change| change.by == Side::Theirs);
    assert!(from_them.into_iter().all(|change| change.kind == Kind::Added));
}

#[test]
fn an_own_requirement_that_one_has_taken_away_and_the_other_changed_is_asked_about() {
    let base = after(&example("stadning"), &[own(Some("Leken"))]);
    let (gone, changed) = (after(&base, &[own(None)]), after(&base, &[own(Some("Parken"))]));
    let together = merged(&base, &gone, &changed, &Choices::default());
    assert_eq!(together.open().collect::<Vec<_>>(), [&Field::Requirement("own-lek".into())]);
    assert!(
        together
            .clone()
            .whole(&SHIPPED, &signature())
            .unwrap_err()
            .to_string()
            .starts_with("Ett fält har ändrats på olika sätt")
    );
    let kept =
        merged(&base, &gone, &changed, &Choices::all(Side::Theirs)).whole(&SHIPPED, &signature()).unwrap();
    assert_eq!(kept, changed);
}

#[test]
fn a_text_does_not_come_to_stand_on_an_entry_that_lacks_its_value() {
    let base = with_visit();
    let mine = after(&base, &[reword(&["Leverantören ska ta emot {visits} besök."])]);
    let mut theirs = base.clone();
    let one = theirs.requirements.iter_mut().find(|one| *one.id() == "emp-study-visit").unwrap();
    std::sync::Arc::make_mut(&mut one.entry).rules.parameters.shift_remove("visits");
    let together = merged(&base, &mine, &theirs, &Choices::default());
    assert_eq!(together.open().collect::<Vec<_>>(), [&Field::Requirement("emp-study-visit".into())]);
    assert_eq!(
        merged(&base, &mine, &theirs, &Choices::all(Side::Theirs)).whole(&SHIPPED, &signature()).unwrap(),
        theirs
    );
}

// ---- Fixed versions

/// A project with a requirement and no open Stop, fixed as a version.
fn fixed(project: &Project, version: &str) -> Project {
    let findings = domain::assess::assess(project, &SHIPPED, TODAY).findings;
    let reason = || "Prövat med upphandlingschefen inför beslutet.".to_owned();
    let stops = findings.iter().filter(|finding| finding.is_open_stop());
    let aside: Vec<Edit> =
        stops.map(Finding::key).map(|finding| Edit::Override { finding, reason: reason() }).collect();
    let fix = Edit::Fix { version: version.parse().unwrap(), documents: Vec::new() };
    apply(&after(project, &aside), &fix, &SHIPPED).unwrap()
}

#[test]
fn a_version_that_one_has_fixed_comes_along_whole() {
    let base = with_visit();
    let (mine, theirs) = (after(&base, &[title("Annan titel")]), fixed(&base, "1.0"));
    for (a, b) in [(&mine, &theirs), (&theirs, &mine)] {
        let project = merged(&base, a, b, &Choices::default()).whole(&SHIPPED, &signature()).unwrap();
        assert_eq!(project.fixed, theirs.fixed);
        assert_eq!(project.procurement.title, "Annan titel");
    }
    let versions =
        |a, b| differences(a, b).into_iter().filter(|change| matches!(change.field, Field::Fixed(_)));
    assert_eq!(versions(&mine, &theirs).map(|change| change.kind).collect::<Vec<_>>(), [Kind::Added]);
    assert_eq!(versions(&theirs, &mine).map(|change| change.kind).collect::<Vec<_>>(), [Kind::Removed]);
}

#[test]
fn two_that_have_each_fixed_a_version_are_kept_as_two() {
    let base = with_visit();
    let both = fixed(&base, "1.0");
    let (mine, theirs) =
        (fixed(&after(&both, &[title("Mitt")]), "2.0"), fixed(&after(&both, &[title("Deras")]), "3.0"));
    let refusal = merge(Some(&both), &mine, &theirs, &Choices::all(Side::Mine)).unwrap_err();
    assert!(
        refusal.to_string().ends_with("De går inte att slå ihop. Behåll båda som två projekt."),
        "{refusal}"
    );
    assert_eq!(merged(&base, &mine, &both, &Choices::all(Side::Theirs)).project.fixed, mine.fixed);
}

// ---- How copies stand to each other

fn ids(ids: &[&str]) -> Vec<RevisionId> {
    ids.iter().map(|&id| id.into()).collect()
}

#[track_caller]
fn check(here: &[&str], copy: &[&str], expected: Relation) {
    assert_eq!(relation(&ids(here), &ids(copy)), expected);
}

#[test]
fn a_copy_is_newer_older_the_same_or_has_gone_its_own_way() {
    check(&["1", "2"], &["1", "2"], Relation::Same);
    check(&["1", "2"], &["1", "2", "3"], Relation::Newer);
    check(&["1", "2", "3"], &["1", "2"], Relation::Older);
    check(&["1", "2", "3"], &["1", "2", "4"], Relation::Diverged);
    check(&["1"], &["2"], Relation::Diverged);
    check(&[], &["2"], Relation::Diverged);
}

#[test]
fn what_both_have_behind_them_is_told_from_the_last() {
    assert_eq!(common(&ids(&["3", "1", "2", "5"]), &ids(&["1", "2", "3", "4"])), ids(&["3", "2", "1"]));
    assert_eq!(common(&ids(&["1"]), &ids(&["2"])), ids(&[]));
}

#[test]
fn the_lineage_of_both_is_in_the_order_of_time() {
    assert_eq!(united(&ids(&["1", "3"]), &ids(&["1", "2", "4"])), ids(&["1", "2", "3", "4"]));
}

#[test]
fn a_version_is_named_as_it_is_printed() {
    let version: Version = "1.0".parse().unwrap();
    assert_eq!(Field::Fixed(version).to_string(), "fixed.1.0");
}

/// The project after the officer has written a text of their own in a field that clashes.
fn written(mine: &[Edit], theirs: &[Edit], field: &str, text: &str) -> Result<Project, Refusal> {
    let base = with_visit();
    let (mine, theirs) = (after(&base, mine), after(&base, theirs));
    let each = [(field.to_owned(), Settled::Own(text.to_owned()))].into();
    let together = merged(&base, &mine, &theirs, &Choices { all: None, each });
    assert_eq!(together.open().count(), 0, "an own text decides");
    together.whole(&SHIPPED, &signature())
}

#[test]
fn the_officer_writes_a_text_out_of_both() {
    let project =
        written(&[title("Städning")], &[title("Lokalvård")], "procurement.title", " Städning och lokalvård ");
    assert_eq!(project.unwrap().procurement.title, "Städning och lokalvård");

    let theme = |reason| decide(Theme::Children, reason);
    let project =
        written(&[theme("Prövas.")], &[theme("Utreds.")], "decisions.children", "Prövas och utreds.");
    let decision = &project.unwrap().decisions[&Theme::Children];
    assert_eq!((decision.outcome, &*decision.reason), (Outcome::NotNow, "Prövas och utreds."));

    let wording = "requirements.emp-study-visit.own_wording";
    let both = [
        reword(&["Leverantören ska ta emot {visits} besök."]),
        reword(&["Leverantören ska visa arbetsplatsen."]),
    ];
    let written = |text| written(&both[..1], &both[1..], wording, text);
    let project =
        written("Leverantören ska ta emot {visits} besök.\n\nLeverantören ska visa arbetsplatsen.").unwrap();
    assert_eq!(
        project.requirement(&"emp-study-visit".into()).unwrap().own_wording,
        ["Leverantören ska ta emot {visits} besök.", "Leverantören ska visa arbetsplatsen."]
    );
    let refusal = written("Leverantören ska ta emot {besök} besök.").unwrap_err().to_string();
    assert!(refusal.starts_with("”{besök}” är inget värde i kravet."), "{refusal}");
}

#[test]
fn a_field_that_is_no_text_is_chosen_and_not_written() {
    let value = |kronor| Edit::Fact(FactEdit::ValueSek(Some(Sek(kronor))));
    let refusal = written(&[value(1)], &[value(2)], "procurement.value_sek", "3").unwrap_err().to_string();
    assert!(refusal.contains("ingen text som går att skriva om"), "{refusal}");
}

#[test]
fn what_can_be_written_begins_as_each_has_it() {
    let base = with_visit();
    let copy = |edits: &[Edit]| Spoken::of(after(&base, edits), &SHIPPED, TODAY, Language::Sv);
    let said = |field: Field, mine: &[Edit], theirs: &[Edit]| {
        texts(&field, &copy(mine), &copy(theirs)).map(|texts| texts.map(|text| text.duties))
    };
    let titles = said(Field::Fact("title"), &[title("Mitt")], &[title("Deras")]).unwrap();
    assert_eq!(titles, [["Mitt"], ["Deras"]]);
    let wording = Field::Wording("emp-study-visit".into());
    let mine = [set_visits(Some(3)), reword(&["Leverantören ska ta emot {visits} besök."])];
    let duties = said(wording, &mine, &[reword(&["Leverantören ska visa arbetsplatsen."])]).unwrap();
    let tinted = "Leverantören ska ta emot \u{2068}tre\u{2069} besök.";
    assert_eq!(duties, [[tinted], ["Leverantören ska visa arbetsplatsen."]]);
    assert_eq!(said(Field::Fact("value_sek"), &[], &[]), None);
}

#[test]
fn a_fixed_version_without_its_notes_is_the_same_version() {
    let base = after(&with_visit(), &[decide(Theme::Children, "Utreds.")]);
    let mine = fixed(&base, "1.0");
    for (a, b) in [(&mine, &mine.without_notes()), (&mine.without_notes(), &mine)] {
        assert_eq!(merge(None, a, b, &Choices::default()).unwrap().project.fixed, mine.fixed);
    }
}

#[test]
fn what_a_colleague_with_a_newer_catalogue_has_answered_is_said_as_it_is_written() {
    let mut project = example("stadning");
    project
        .answers
        .insert("q07".into(), serde_json::from_value(json!(["first_contact", "nyare_val"])).unwrap());
    let said = spoken(&project, |speaker| Field::Answer("q07".into()).shown(speaker)).unwrap();
    assert!(said.ends_with(" och nyare_val"), "{said}");
}
