//! Two copies of a project, each worked on as the bytes say, become one: no value is lost in silence, whichever is mine.
//!
//! A byte is an edit; 255 ends the common version, and then mine.

#![no_main]

#[path = "desk.rs"]
mod desk;

use std::sync::LazyLock;

use desk::{CATALOGUE, TODAY, after, signature};
use domain::edit::Edit;
use domain::merge::{Choices, Merged, Settled, Side, Spoken, differences, label, merge, texts};
use domain::project::Project;
use domain::text::Language;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const ENDS: u8 = 255;
/// A person makes fewer changes before they send a copy; more only take time.
const MOST: usize = 40;

static BASE: LazyLock<Project> = LazyLock::new(desk::project);
static EDITS: LazyLock<Vec<Edit>> = LazyLock::new(edits);

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == ENDS);
    let mut worked = |from: &Project| parts.next().unwrap_or_default().iter().take(MOST).fold(from.clone(), edited);
    let base = worked(&BASE);
    let (mine, theirs) = (worked(&base), worked(&base));
    one_sided(&base, &mine);
    for base in [Some(&base), None] {
        two_sided(base, &mine, &theirs);
    }
});

fn edited(project: Project, byte: &u8) -> Project {
    after(&project, &EDITS[usize::from(*byte) % EDITS.len()])
}

fn merged(base: Option<&Project>, mine: &Project, theirs: &Project, side: Side) -> Option<Merged> {
    merge(base, mine, theirs, &Choices::all(side)).ok()
}

/// What only one has changed is taken as it is.
fn one_sided(base: &Project, mine: &Project) {
    for (a, b) in [(mine, base), (base, mine), (mine, mine)] {
        let merged = merge(Some(base), a, b, &Choices::default()).expect("one side alone fixes nothing apart");
        assert!(merged.conflicts.is_empty() && merged.project == *mine);
    }
    assert_eq!(differences(base, mine).is_empty(), in_order(base) == in_order(mine));
}

/// Which requirement was put in first is no difference.
fn in_order(project: &Project) -> Project {
    let mut project = project.clone();
    project.requirements.sort_by(|a, b| a.id().as_str().cmp(b.id().as_str()));
    project
}

/// Which copy is called mine changes only the names, and every field can be said, chosen and, when it is a text, written.
fn two_sided(base: Option<&Project>, mine: &Project, theirs: &Project) {
    let (one, other) = (merged(base, mine, theirs, Side::Mine), merged(base, theirs, mine, Side::Theirs));
    let (Some(one), Some(other)) = (one, other) else { return };
    assert!(one.project == other.project && one.open().next().is_none());
    let spoken = |project: &Project| Spoken::of(project.clone(), &CATALOGUE, TODAY, Language::Sv);
    let (a, b) = (spoken(mine), spoken(theirs));
    for conflict in &one.conflicts {
        let field = &conflict.field;
        assert!(!label(field, &[&a, &b]).is_empty());
        assert!(a.shown(field).is_some() || b.shown(field).is_some());
        let choices = |settled| Choices { all: Some(Side::Mine), each: [(field.to_string(), settled)].into() };
        let own = Settled::Own("Leverantören ska göra det.".to_owned());
        let written = merge(base, mine, theirs, &choices(own));
        let kept = written.and_then(|merged| merged.whole(&CATALOGUE, &signature()));
        assert!(texts(field, &a, &b).is_none() || kept.is_ok(), "{field}: {:?}", kept.err());
    }
}

/// Edits that meet each other: a few fields, a few values.
fn edits() -> Vec<Edit> {
    let fact = |field: &str, value: Value| json!({ "edit": "fact", "field": field, "value": value });
    let on = |edit: &str, entry: &str| json!({ "edit": edit, "entry": entry });
    let visits = |n: Value| json!({ "edit": "set_parameter", "entry": "emp-study-visit", "parameter": "visits", "value": n });
    let reword = |duties: Value| json!({ "edit": "reword", "entry": "emp-study-visit", "duties": duties });
    let decide = |outcome: &str, reason: &str| {
        json!({ "edit": "decide", "theme": "children", "decision": { "outcome": outcome, "reason": reason } })
    };
    let answer = |question: &str, answer: Value| json!({ "edit": "answer", "question": question, "answer": answer });
    let own = |title: &str| {
        json!({ "edit": "write_own", "entry": "own-lek", "requirement": { "theme": "children", "level": "base",
            "placement": "contract_term", "title": title, "duties": [format!("Leverantören ska hålla {title} öppen.")] } })
    };
    let list = vec![
        fact("title", json!("Städning")), fact("title", json!("Lokalvård")), fact("title", json!("")),
        fact("aim", json!("Fler i arbete.")), fact("aim", json!("Ett öppet område.")),
        fact("value_sek", json!(1_000_000)), fact("value_sek", json!(40_000_000)), fact("value_sek", Value::Null),
        fact("months", json!(24)), fact("months", json!(48)), fact("design", json!(true)), fact("design", json!(false)),
        fact("lots", json!(["Norr"])), fact("lots", json!(["Norr", "Söder"])), fact("act", json!("luf")),
        fact("notice_date", json!("2027-04-01")), fact("nature", json!("supplies")), fact("cpv", json!(["90910000"])),
        on("choose", "emp-study-visit"), on("remove", "emp-study-visit"), on("choose", "emp-dialogue"),
        on("remove", "emp-dialogue"), on("choose", "acc-ict"), on("remove", "acc-ict"),
        on("choose", "emp-language"), on("remove", "emp-language"), on("choose", "emp-internship"),
        on("keep_edition", "emp-study-visit"), on("accept_edition", "emp-study-visit"),
        visits(json!(1)), visits(json!(2)), visits(json!(3)), visits(Value::Null),
        reword(json!(["Leverantören ska ta emot {visits} besök."])), reword(json!(["Leverantören ska ta emot besök."])),
        reword(Value::Null),
        decide("not_now", "Prövas nästa år."), decide("not_now", "Utreds."), decide("not_relevant", "Utreds."),
        decide("not_now", ""), json!({ "edit": "decide", "theme": "children", "decision": null }),
        json!({ "edit": "decide_several", "themes": ["employment", "children"],
            "decision": { "outcome": "not_now", "reason": "Samma skäl." } }),
        answer("q01", json!("work")), answer("q01", json!("unknown")), answer("q01", json!({ "unknown": "Fråga Bo." })),
        answer("q01", json!({ "not_relevant": "Gäller inte." })), answer("q01", json!({ "not_relevant": "" })),
        answer("q01", Value::Null), answer("q02", json!(5)), answer("q02", json!({ "unknown": "" })),
        answer("q18a", json!({ "pay_terms_need": "no", "reason": "Prövat." })),
        answer("q18a", json!({ "pay_terms_need": "no" })), answer("q18a", json!({ "pay_terms_need": "yes", "reason": "Risk." })),
        own("Leken"), own("Parken"), json!({ "edit": "write_own", "entry": "own-lek", "requirement": null }),
        json!({ "edit": "overrule_regime", "choice": { "regime": "direct_award", "reason": "Prövat." } }),
        json!({ "edit": "overrule_regime", "choice": { "regime": "direct_award", "reason": "Beslutat." } }),
        json!({ "edit": "overrule_regime", "choice": { "regime": "nationally_governed", "reason": "Prövat." } }),
        json!({ "edit": "overrule_regime", "choice": null }),
        json!({ "edit": "change_level", "entry": "emp-study-visit", "level": "advanced" }),
        json!({ "edit": "change_placement", "entry": "emp-study-visit", "placement": "award_criterion" }),
    ];
    list.into_iter().map(|edit| serde_json::from_value(edit).expect("each is an edit")).collect()
}
