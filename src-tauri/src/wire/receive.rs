//! A project file that has come in: what it holds, how it stands to the project here, and what the two become together.

use domain::catalogue::Catalogue;
use domain::merge::{
    Change, Choices, Conflict, Field, Kind, Merged, Part, Relation, Settled, Side, Spoken, label, texts,
};
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::requirements::own_wording::{Editable, EditableValue};
use domain::text::Language;
use domain::word_by_word::beside;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::Arrival;
use store::project_file::Changed;
use ts_rs::TS;

use super::edition::TextRun;
use super::refusal::RefusalView;
use super::requirement::WordingValue;
use crate::tray::Received;

/// A project file that was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum FileView {
    /// It is whole.
    Held {
        /// What it holds.
        file: Box<ReceivedView>,
    },
    /// It cannot be read.
    Damaged {
        /// Why.
        file: DamagedView,
    },
}

/// A file that cannot be read: nothing of it has been taken in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DamagedView {
    /// The name of the file.
    pub name: String,
    /// What is wrong with it, and what to do.
    pub why: RefusalView,
    /// The project here that it seems to be a copy of.
    pub known: Option<KnownProject>,
    /// How many files more wait to be looked at.
    pub left: usize,
}

/// A project that is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownProject {
    /// Its id.
    pub id: ProjectId,
    /// What the procurement is called; may be empty.
    pub title: String,
}

/// What is done with a project file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// It comes in as the project that it is.
    Open,
    /// It becomes a project of its own.
    Copy,
    /// It is merged into the project here.
    Merge,
}

/// How a file stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileStanding {
    /// Its project is not here.
    New,
    /// It is the project here.
    Same,
    /// It goes on from the project here.
    Newer,
    /// The project here goes on from it.
    Older,
    /// Both have been changed since they parted.
    Diverged,
}

/// What a project file holds, before anything of it is taken in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedView {
    /// The name of the file.
    pub name: String,
    /// How it stands to what is here.
    pub standing: FileStanding,
    /// What it holds.
    pub file: CopyView,
    /// The project here that it is a copy of.
    pub here: Option<CopyView>,
    /// The project here has been removed, and can come back.
    pub removed: bool,
    /// When the last version was made that both come from, UTC; not known when it was made elsewhere.
    pub base_at: Option<String>,
    /// Whether that version is known, so that it can be seen who has changed what.
    pub has_base: bool,
    /// How much the file holds, part by part.
    pub holds: Vec<PartCount>,
    /// What the two become together; nothing when they cannot be merged.
    pub together: Option<TogetherView>,
    /// Why they cannot be merged.
    pub apart: Option<RefusalView>,
    /// How many files more wait to be looked at.
    pub left: usize,
}

/// One of two copies.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// The project.
    pub id: ProjectId,
    /// What the procurement is called; may be empty.
    pub title: String,
    /// Diarienummer; may be empty.
    pub reference: String,
    /// When it was last changed, UTC; not known of an old file.
    pub changed: Option<String>,
    /// Who changed it last; may be empty.
    pub by: String,
}

/// How many fields of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartCount {
    /// The part.
    pub part: Part,
    /// How many.
    pub n: usize,
}

/// What two copies become together.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TogetherView {
    /// What one of them has changed, and holds.
    pub changes: Vec<ChangeRow>,
    /// What both have changed differently.
    pub conflicts: Vec<ConflictRow>,
    /// In how many fields that are filled in they agree.
    pub unchanged: usize,
}

/// A field that one of them has changed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRow {
    /// What it is: "Studiebesök, antal besök per avtalsår".
    pub label: String,
    /// What it belongs to.
    pub part: Part,
    /// Whose change it is.
    pub by: Side,
    /// What has become of it.
    pub kind: Kind,
    /// What it said before.
    pub before: Option<String>,
    /// What it says now.
    pub now: Option<String>,
}

/// A field that both have changed differently.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictRow {
    /// Its name, which a choice names.
    pub field: String,
    /// What it is: "Studiebesök, antal besök per avtalsår".
    pub label: String,
    /// It is what others will read.
    pub wording: bool,
    /// What it says in the version that both come from, a paragraph each.
    pub base: Vec<String>,
    /// What it says here: what is marked is not in the other, or not in the version that both come from when that says something.
    pub mine: Vec<Vec<TextRun>>,
    /// What it says in the file.
    pub theirs: Vec<Vec<TextRun>>,
    /// What the officer can rewrite; none where it is no text.
    pub own: Option<OwnTextView>,
    /// What the officer has chosen.
    pub chosen: Option<Settled>,
}

/// The texts that an own one can be written out of, a paragraph each.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTextView {
    /// What it says here.
    pub mine: Vec<String>,
    /// What it says in the file.
    pub theirs: Vec<String>,
    /// The values that can stand in it.
    pub values: Vec<WordingValue>,
}

impl DamagedView {
    /// Why a file cannot be read.
    pub fn of(
        name: String,
        why: &Refusal,
        known: Option<KnownProject>,
        left: usize,
        language: Language,
    ) -> Self {
        Self { name, why: RefusalView::of(why, language), known, left }
    }
}

impl CopyView {
    fn of(project: &Project, changed: Option<&Changed>) -> Self {
        Self {
            id: project.id.clone(),
            title: project.procurement.title.clone(),
            reference: project.procurement.reference.clone(),
            changed: changed.map(|changed| changed.at.to_string()),
            by: changed.map(|changed| changed.by.trim().to_owned()).unwrap_or_default(),
        }
    }
}

impl ReceivedView {
    /// A file whose project is not here.
    pub fn new(Received { name, file, left, .. }: &Received) -> Self {
        Self {
            name: name.clone(),
            standing: FileStanding::New,
            file: CopyView {
                by: file.sender().to_owned(),
                ..CopyView::of(&file.project, file.changed.as_ref())
            },
            here: None,
            removed: false,
            base_at: None,
            has_base: false,
            holds: PartCount::held_by(&file.project),
            together: None,
            apart: None,
            left: *left,
        }
    }

    /// A file beside the project here that it is a copy of.
    pub fn beside(
        received: &Received,
        arrival: Arrival,
        removed: bool,
        choices: &Choices,
        (catalogue, today, language): (&Catalogue, Date, Language),
    ) -> Self {
        let merged = arrival.merged(choices);
        let base_at = arrival.base.as_ref().and_then(|base| base.at).as_ref().map(Timestamp::to_string);
        let spoken = |project| Spoken::of(project, catalogue, today, language);
        let here = CopyView::of(&arrival.here.project, Some(&arrival.changed));
        let alone = Self::new(received);
        let copies = Copies {
            base: arrival.base.map(|base| spoken(base.project)),
            mine: spoken(arrival.here.project),
            theirs: spoken(arrival.file.project),
        };
        let (together, apart) = match merged {
            Ok(merged) => (Some(copies.together(&merged)), None),
            Err(refusal) => (None, Some(RefusalView::of(&refusal, language))),
        };
        let (standing, has_base) = (arrival.relation.into(), copies.base.is_some());
        Self { standing, here: Some(here), removed, base_at, has_base, together, apart, ..alone }
    }
}

impl PartCount {
    fn held_by(project: &Project) -> Vec<Self> {
        let chosen = project.requirements.iter().filter(|one| one.chosen).count();
        let held = [
            (Part::Answers, project.answers.len()),
            (Part::Requirements, chosen),
            (Part::Decisions, project.decisions.len()),
            (Part::Fixed, project.fixed.len()),
        ];
        held.into_iter().filter(|(_, n)| *n > 0).map(|(part, n)| Self { part, n }).collect()
    }
}

/// The two copies, and the version that both come from, to be spoken of.
struct Copies {
    base: Option<Spoken>,
    mine: Spoken,
    theirs: Spoken,
}

impl Copies {
    fn together(&self, merged: &Merged) -> TogetherView {
        TogetherView {
            changes: merged.changes.iter().map(|change| self.change(change)).collect(),
            conflicts: merged.conflicts.iter().map(|conflict| self.conflict(conflict)).collect(),
            unchanged: merged.unchanged,
        }
    }

    fn label(&self, field: &Field) -> String {
        let copies: Vec<&Spoken> = [&self.mine, &self.theirs].into_iter().chain(&self.base).collect();
        label(field, &copies)
    }

    fn change(&self, Change { field, by, kind }: &Change) -> ChangeRow {
        let (changed, other) = match by {
            Side::Mine => (&self.mine, &self.theirs),
            Side::Theirs => (&self.theirs, &self.mine),
        };
        ChangeRow {
            label: self.label(field),
            part: field.part(),
            by: *by,
            kind: *kind,
            before: self.base.as_ref().unwrap_or(other).shown(field),
            now: changed.shown(field),
        }
    }

    fn conflict(&self, Conflict { field, chosen }: &Conflict) -> ConflictRow {
        let said = |copy: &Spoken| lines(copy.shown(field));
        let (mine, theirs) = (said(&self.mine), said(&self.theirs));
        let base = self.base.as_ref().map(said).unwrap_or_default();
        let from = |other| if base.is_empty() { other } else { &base };
        let (marked_mine, marked_theirs) =
            (marked(field, from(&theirs), &mine), marked(field, from(&mine), &theirs));
        ConflictRow {
            field: field.to_string(),
            label: self.label(field),
            wording: field.is_wording(),
            base,
            mine: marked_mine,
            theirs: marked_theirs,
            own: texts(field, &self.mine, &self.theirs).map(OwnTextView::of),
            chosen: chosen.clone(),
        }
    }
}

impl OwnTextView {
    /// A value that reads the same in both is the one that is here.
    fn of([mine, theirs]: [Editable; 2]) -> Self {
        let known = |value: &EditableValue| mine.values.iter().any(|other| other.shown == value.shown);
        let new = theirs.values.into_iter().filter(|value| !known(value));
        let values = mine.values.iter().cloned().chain(new).map(WordingValue::of).collect();
        Self { mine: mine.duties, theirs: theirs.duties, values }
    }
}

/// What one of two copies says, with what the other lacks marked.
fn marked(field: &Field, other: &[String], said: &[String]) -> Vec<Vec<TextRun>> {
    match field {
        Field::Decision(_) => decision(other, said),
        _ => TextRun::lines(beside(other, said).1),
    }
}

/// A decision is marked whole, and its reason only when the decision is the same: neither is read in single words.
fn decision(other: &[String], said: &[String]) -> Vec<Vec<TextRun>> {
    let whole = outcome(said);
    let same = whole.trim_end_matches('.') == outcome(other).trim_end_matches('.');
    let runs = |(at, line): (usize, &String)| {
        let (outcome, reason) = line.split_at(if at == 0 { whole.len() } else { 0 });
        let runs = [(outcome, !same), (reason, same)].into_iter().filter(|(text, _)| !text.is_empty());
        runs.map(|(text, changed)| TextRun { text: text.to_owned(), changed }).collect()
    };
    said.iter().enumerate().map(runs).collect()
}

/// What was decided, as far as its reason.
fn outcome(said: &[String]) -> &str {
    said.first().and_then(|line| line.split_inclusive(". ").next()).unwrap_or_default().trim_end()
}

fn lines(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default().lines().map(str::to_owned).collect()
}

impl From<Relation> for FileStanding {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Same => Self::Same,
            Relation::Newer => Self::Newer,
            Relation::Older => Self::Older,
            Relation::Diverged => Self::Diverged,
        }
    }
}
