//! A project goes to a colleague as a file and comes home.

use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::merge::{Choices, Field, Relation, Settled, Side};
use domain::procurement::Procurement;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::requirements::decision::{Decision, Outcome};
use domain::revision::RevisionId;
use domain::undo::Way;
use store::project_file::{Content, ProjectFile, parse, to_text};
use store::{Arrival, Edited, Mark, Stamp, Store};

use crate::support::{CATALOGUE, begun, stamp, title};

/// An officer at a computer of their own.
struct Officer {
    store: Store,
    name: &'static str,
    id: ProjectId,
    head: RevisionId,
    now: i64,
    _folder: tempfile::TempDir,
}

impl Officer {
    /// Anna, who begins the project.
    fn anna() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let (id, head) = begun(&mut store);
        Self { store, name: "Anna Lindqvist", id, head, now: 0, _folder: folder }
    }

    /// Erik, who gets the project as a file.
    fn erik(file: &ProjectFile) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let at = Stamp { officer: "Erik Sandström".to_owned(), ..stamp(10) };
        let head = store.receive(file, &CATALOGUE, &at).unwrap().id;
        Self { store, name: "Erik Sandström", id: file.project.id.clone(), head, now: 10, _folder: folder }
    }

    fn stamp(&mut self) -> Stamp {
        self.now += 180;
        Stamp { officer: self.name.to_owned(), ..stamp(self.now) }
    }

    fn edits(&mut self, edit: &Edit) {
        let at = self.stamp();
        self.head = self.store.edit(&self.id, &self.head, edit, &CATALOGUE, &at).unwrap().revision.id;
    }

    fn undoes(&mut self, way: Way) -> Project {
        let at = self.stamp();
        let edited = self.store.step(&self.id, &self.head, way, &CATALOGUE, &at).unwrap().edited;
        self.head = edited.revision.id;
        edited.project
    }

    /// The file as it reaches the other.
    fn sends(&self) -> ProjectFile {
        parse(&to_text(&self.store.project_file(&self.id).unwrap())).unwrap()
    }

    fn looks_at(&self, file: &ProjectFile) -> Arrival {
        self.store.arrival(file.clone()).unwrap().unwrap()
    }

    fn merges(&mut self, file: &ProjectFile, choices: &Choices) -> Result<Edited, Refusal> {
        let at = self.stamp();
        let edited = self.store.merge((&self.id, &self.head), file, choices, &CATALOGUE, &at)?;
        self.head = edited.revision.id.clone();
        Ok(edited)
    }

    fn project(&self) -> Project {
        self.store.load(&self.id).unwrap().project
    }
}

fn none() -> Choices {
    Choices::default()
}

fn reference(reference: &str) -> Edit {
    Edit::Fact(FactEdit::Reference(reference.to_owned()))
}

fn decide(reason: &str) -> Edit {
    let decision = Decision { outcome: Outcome::NotNow, reason: reason.to_owned() };
    Edit::Decide { theme: Theme::Children, decision: Some(decision) }
}

#[test]
fn what_is_not_here_comes_in_as_itself() {
    let anna = Officer::anna();
    let sent = anna.sends();
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.arrival(sent.clone()).unwrap(), None);
    store.receive(&sent, &CATALOGUE, &stamp(10)).unwrap();
    let back = store.project_file(&sent.project.id).unwrap();
    assert_eq!(back.project, sent.project);
    assert!(back.lineage.starts_with(&sent.lineage) && back.lineage.len() == sent.lineage.len() + 1);
    let refusal = store.receive(&sent, &CATALOGUE, &stamp(11)).unwrap_err();
    assert!(refusal.to_string().contains("finns redan här"), "{refusal}");
}

#[test]
fn a_file_says_who_changed_it_last_and_when() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&title("Annas"));
    erik.edits(&title("Eriks"));
    let arrival = anna.looks_at(&erik.sends());
    let changed = arrival.file.changed.as_ref().unwrap();
    assert_eq!((&*changed.by, changed.at), ("Erik Sandström", stamp(190).at));
    assert_eq!((&*arrival.changed.by, arrival.changed.at), ("Anna Lindqvist", stamp(180).at));
    assert_eq!(arrival.base.unwrap().at, Some(stamp(0).at), "the version that both come from");
}

#[test]
fn a_removed_project_is_among_the_others_again_when_it_is_merged() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    erik.edits(&title("Eriks"));
    let at = anna.stamp();
    anna.store.mark(&anna.id, Mark::Removed, true, &at).unwrap();
    anna.merges(&erik.sends(), &none()).unwrap();
    assert_eq!(anna.store.projects().unwrap()[0].marks.removed, None);
}

#[test]
fn a_newer_file_brings_all_of_it_and_an_older_one_nothing() {
    let mut anna = Officer::anna();
    let first = anna.sends();
    let mut erik = Officer::erik(&first);
    erik.edits(&title("Eriks"));
    erik.edits(&decide("Utreds."));
    let sent = erik.sends();
    let arrival = anna.looks_at(&sent);
    assert_eq!(arrival.relation, Relation::Newer);
    let merged = arrival.merged(&none()).unwrap();
    assert_eq!((merged.changes.len(), merged.conflicts.len()), (2, 0));
    assert_eq!(anna.project(), first.project, "to look changes nothing");

    let edited = anna.merges(&sent, &none()).unwrap();
    assert_eq!(edited.project, sent.project);
    assert_eq!(edited.revision.words.sv, "Uppdaterat från en projektfil från Erik Sandström");
    assert_eq!(anna.looks_at(&first).relation, Relation::Older);
    assert_eq!(anna.looks_at(&sent).relation, Relation::Older);
    let refusal = anna.merges(&first, &none()).unwrap_err();
    assert_eq!(refusal.to_string(), "Allt i filen finns redan i projektet. Projektet är inte ändrat.");
    assert_eq!(erik.looks_at(&anna.sends()).relation, Relation::Newer);
}

#[test]
fn copies_that_went_apart_are_merged_with_both_for_parents() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&reference("KS 2027/1"));
    erik.edits(&decide("Utreds."));
    let sent = erik.sends();
    assert_eq!(anna.looks_at(&sent).relation, Relation::Diverged);
    let head = anna.head.clone();
    let edited = anna.merges(&sent, &none()).unwrap();
    assert_eq!(edited.project.procurement.reference, "KS 2027/1");
    assert_eq!(edited.project.decisions[&Theme::Children].reason, "Utreds.");
    assert_eq!(edited.revision.parents, [head, erik.head.clone()]);
    assert_eq!(anna.store.revisions(&anna.id).unwrap().pop().unwrap(), edited.revision);

    let home = anna.sends();
    assert!(home.lineage.contains(&erik.head) && home.lineage.last() == Some(&anna.head));
    let back = erik.merges(&home, &none()).unwrap();
    assert_eq!(back.project, edited.project);
}

#[test]
fn what_both_have_changed_waits_for_the_officer() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&title("Annas"));
    erik.edits(&title("Eriks"));
    erik.edits(&decide("Utreds."));
    let sent = erik.sends();
    let before = anna.project();
    let refusal = anna.merges(&sent, &none()).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    assert_eq!(anna.project(), before);
    let conflicts = anna.looks_at(&sent).merged(&none()).unwrap();
    assert_eq!(conflicts.open().collect::<Vec<_>>(), [&Field::Fact("title")]);
    let edited = anna.merges(&sent, &Choices::all(Side::Theirs)).unwrap();
    assert_eq!(edited.project.procurement.title, "Eriks");
    assert_eq!(edited.project.decisions[&Theme::Children].reason, "Utreds.");
}

#[test]
fn a_merge_is_undone_whole_and_the_file_is_as_new_as_before() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&reference("KS 2027/1"));
    erik.edits(&title("Eriks"));
    erik.edits(&decide("Utreds."));
    let (sent, before) = (erik.sends(), anna.project());
    let together = anna.merges(&sent, &none()).unwrap().project;
    assert_eq!(anna.undoes(Way::Undo), before);
    assert_eq!(anna.looks_at(&sent).relation, Relation::Diverged);
    assert_eq!(
        anna.looks_at(&sent).merged(&none()).unwrap().whole(&CATALOGUE, &stamp(0).signature()).unwrap(),
        together
    );
    assert_eq!(anna.undoes(Way::Redo), together);
    assert_eq!(anna.looks_at(&sent).relation, Relation::Older);
    assert_eq!(anna.undoes(Way::Undo), before);
    assert_eq!(anna.merges(&sent, &none()).unwrap().project, together);
}

#[test]
fn an_edit_that_was_undone_here_does_not_come_back_with_a_copy() {
    let mut anna = Officer::anna();
    anna.edits(&title("För tidigt"));
    let mut erik = Officer::erik(&anna.sends());
    erik.edits(&decide("Utreds."));
    let undone = anna.undoes(Way::Undo);
    let merged = anna.merges(&erik.sends(), &none()).unwrap().project;
    assert_eq!(merged.procurement.title, undone.procurement.title);
    assert_eq!(merged.decisions[&Theme::Children].reason, "Utreds.");
}

#[test]
fn a_colleague_who_goes_on_by_himself_is_merged_again_against_what_he_sent() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&reference("KS 2027/1"));
    erik.edits(&title("Eriks"));
    anna.merges(&erik.sends(), &none()).unwrap();
    anna.edits(&title("Annas"));
    erik.edits(&decide("Utreds."));
    let arrival = anna.looks_at(&erik.sends());
    assert_eq!(arrival.relation, Relation::Diverged);
    assert_eq!(arrival.base.as_ref().unwrap().project.procurement.title, "Eriks");
    let merged = anna.merges(&erik.sends(), &none()).unwrap().project;
    assert_eq!(merged.procurement.title, "Annas", "he had not changed the title since");
    assert_eq!(merged.decisions[&Theme::Children].reason, "Utreds.");
}

#[test]
fn two_colleagues_who_got_the_same_file_are_merged_against_it() {
    let anna = Officer::anna();
    let sent = anna.sends();
    let (mut erik, mut eva) = (Officer::erik(&sent), Officer::erik(&sent));
    erik.edits(&reference("KS 2027/1"));
    eva.edits(&decide("Utreds."));
    let arrival = erik.looks_at(&eva.sends());
    assert_eq!(arrival.base.as_ref().unwrap().project, sent.project);
    let merged = erik.merges(&eva.sends(), &none()).unwrap().project;
    assert_eq!((&*merged.procurement.reference, merged.decisions.len()), ("KS 2027/1", 1));
}

#[test]
fn what_is_changed_back_after_both_took_in_a_third_copy_is_asked_about() {
    let mut anna = Officer::anna();
    let before = anna.project().procurement.title;
    let mut erik = Officer::erik(&anna.sends());
    anna.edits(&title("Annas"));
    let mut eva = Officer::erik(&anna.sends());
    erik.edits(&reference("KS 2027/1"));
    erik.edits(&reference("KS 2027/2"));
    anna.merges(&erik.sends(), &none()).unwrap();
    let each = [("title", Settled::Mine), ("reference", Settled::Theirs)];
    let each = each.map(|(field, chosen)| (format!("procurement.{field}"), chosen)).into();
    eva.merges(&erik.sends(), &Choices { all: None, each }).unwrap();
    eva.edits(&title(&before));
    // Erik's copy, which both have behind them, had that title too, and Anna's first did not.
    for (mine, theirs) in [(&anna, &eva), (&eva, &anna)] {
        let arrival = mine.looks_at(&theirs.sends());
        assert_eq!((arrival.relation, &arrival.base), (Relation::Diverged, &None));
        let merged = arrival.merged(&none()).unwrap();
        assert_eq!(merged.open().collect::<Vec<_>>(), [&Field::Fact("title")]);
    }
    let merged = anna.merges(&eva.sends(), &Choices::all(Side::Theirs)).unwrap().project;
    assert_eq!((merged.procurement.title, &*merged.procurement.reference), (before, "KS 2027/2"));
}

#[test]
fn what_is_changed_back_since_a_version_that_never_came_here_is_asked_about() {
    let mut anna = Officer::anna();
    let before = anna.project().procurement.title;
    let mut erik = Officer::erik(&anna.sends());
    erik.edits(&title("Eriks"));
    let mut eva = Officer::erik(&erik.sends());
    erik.edits(&reference("KS 2027/1"));
    anna.merges(&erik.sends(), &none()).unwrap();
    eva.edits(&title(&before));
    // The last that Anna and Eva both come from is Erik's first, and Anna has seen only what he made of it.
    let arrival = anna.looks_at(&eva.sends());
    assert_eq!(arrival.base, None);
    let merged = arrival.merged(&none()).unwrap();
    assert_eq!(merged.open().collect::<Vec<_>>(), [&Field::Fact("title"), &Field::Fact("reference")]);
}

#[test]
fn copies_that_go_back_and_forth_are_merged_against_the_last_that_both_had() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    for round in 0..3 {
        anna.edits(&reference(&format!("KS 2027/{round}")));
        erik.edits(&title(&format!("Eriks {round}")));
        anna.merges(&erik.sends(), &none()).unwrap();
        let sent = anna.sends();
        erik.merges(&sent, &none()).unwrap();
        assert_eq!(anna.project(), erik.project());
        for (mine, theirs) in [(&anna, &erik), (&erik, &anna)] {
            let file = theirs.sends();
            let mut told = file.lineage.clone();
            told.sort_unstable();
            told.dedup();
            assert_eq!(told.len(), file.lineage.len(), "each revision is told once");
            assert!(matches!(mine.looks_at(&file).base, Some(base) if base.project == sent.project));
        }
    }
}

#[test]
fn copies_with_nothing_in_common_are_laid_beside_each_other() {
    let mut anna = Officer::anna();
    let stranger =
        ProjectFile::begun(Project { procurement: Procurement::default(), ..anna.project() }, &stamp(400));
    let arrival = anna.looks_at(&stranger);
    assert_eq!((arrival.relation, &arrival.base), (Relation::Diverged, &None));
    let before = anna.project();
    assert_eq!(
        anna.merges(&stranger, &Choices::all(Side::Mine)).unwrap().project,
        before,
        "nothing is emptied"
    );
}

#[test]
fn of_two_windows_neither_merges_what_it_has_not_seen() {
    let mut anna = Officer::anna();
    let mut erik = Officer::erik(&anna.sends());
    erik.edits(&decide("Utreds."));
    let stale = anna.head.clone();
    anna.edits(&title("Annas"));
    anna.head = stale;
    let refusal = anna.merges(&erik.sends(), &none()).unwrap_err();
    assert!(refusal.to_string().contains("ändrats i ett annat fönster"), "{refusal}");
}

/// The file as it reaches the other, with so much of the project.
fn sent(anna: &Officer, content: Content) -> ProjectFile {
    parse(&to_text(&anna.sends().holding(content, &CATALOGUE, &stamp(500)))).unwrap()
}

#[test]
fn a_file_without_history_tells_nothing_of_it_and_comes_home_field_by_field() {
    let mut anna = Officer::anna();
    anna.edits(&title("Annas"));
    let file = sent(&anna, Content::NoHistory);
    assert_eq!(file.project, anna.project());
    let text = to_text(&file);
    assert!(anna.sends().lineage.iter().all(|id| !text.contains(id.as_str())), "no revision is named");
    let mut erik = Officer::erik(&file);
    erik.edits(&decide("Utreds."));
    let arrival = anna.looks_at(&erik.sends());
    assert_eq!((arrival.relation, &arrival.base), (Relation::Diverged, &None));
    let merged = anna.merges(&erik.sends(), &none()).unwrap().project;
    assert_eq!(
        (&*merged.procurement.title, &*merged.decisions[&Theme::Children].reason),
        ("Annas", "Utreds.")
    );
}

#[test]
fn no_internal_note_is_in_a_file_without_them_and_none_is_lost_when_it_comes_home() {
    let mut anna = Officer::anna();
    for edit in with_notes() {
        anna.edits(&edit);
    }
    let before = anna.project();
    let file = sent(&anna, Content::NoNotes);
    assert!(to_text(&anna.sends()).matches("HEMLIG").count() >= 5, "the whole file has them all");
    assert!(!to_text(&file).contains("HEMLIG"));
    assert_eq!(file.project.procurement, before.procurement);
    let mut erik = Officer::erik(&file);
    erik.edits(&title("Eriks"));
    let choices = Choices { all: None, each: [("procurement.title".to_owned(), Settled::Theirs)].into() };
    let merged = anna.merges(&erik.sends(), &choices).unwrap().project;
    let procurement = Procurement { title: "Eriks".to_owned(), ..before.procurement.clone() };
    assert_eq!(merged, Project { procurement, ..before });
}

/// Edits that leave a note wherever there can be one.
fn with_notes() -> Vec<Edit> {
    serde_json::from_value(serde_json::json!([
        { "edit": "answer", "question": "q01", "answer": { "unknown": "HEMLIG: fråga Bo" } },
        { "edit": "answer", "question": "q02", "answer": { "not_relevant": "HEMLIG orsak" } },
        { "edit": "answer", "question": "q18a", "answer": { "pay_terms_need": "no", "reason": "HEMLIG bedömning" } },
        { "edit": "decide", "theme": "children", "decision": { "outcome": "not_now", "reason": "HEMLIG utredning" } },
        { "edit": "overrule_regime", "choice": { "regime": "direct_award", "reason": "HEMLIG strategi" } },
    ]))
    .unwrap()
}
