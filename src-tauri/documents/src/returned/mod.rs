//! A sheet that was changed and comes back: what it would change in the project, before anything is written.
//!
//! A cell counts as changed when it differs from what it was when the sheet was made, so that a sheet never undoes what
//! the project has come to since. What has been changed in both is said, and not taken in; so is all else that somebody may
//! think is taken in. What is not the program's own (other columns, rows, sheets) is left alone. What comes out is a list
//! of [`Edit`]s, to be applied as any other.

mod cells;
mod guard;
mod left;
mod lost;
mod part;
mod read;
mod requirement;
mod table;
mod theme;
mod value;
mod wording;

use domain::apply::apply;
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::signature::Signature;
use domain::text::Bilingual;

use crate::sheet::{self, Row, Sheet};
use cells::Read;
use left::{Left, Why};
use read::Workbook;
use table::Table;

/// What a sheet would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Returned {
    /// The changes, in the order of the sheets.
    pub changes: Vec<Change>,
    /// What is not taken in, and why.
    pub notes: Vec<Bilingual>,
}

/// One change: of a wording, a value or a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// "K2 Studiebesök", "Sysselsättning".
    pub about: Bilingual,
    /// Where it stands in the sheet: "Krav!D5".
    pub place: String,
    /// What is otherwise than it was.
    pub differences: Vec<Difference>,
    /// What else follows from it.
    pub remarks: Vec<Bilingual>,
    /// What is done to the project, or why it cannot be.
    pub outcome: Result<Edit, Refusal>,
}

/// Something that is otherwise than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// "Antal studiebesök", "Kravtext b".
    pub what: Bilingual,
    /// As it reads in the project.
    pub old: String,
    /// As it reads in the sheet.
    pub new: String,
}

impl Returned {
    /// The edits, when all changes can be made.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn edits(&self) -> Result<Vec<Edit>, Refusal> {
        self.changes.iter().map(|change| change.outcome.clone()).collect()
    }
}

/// What the workbook in `bytes` would change in a project.
///
/// # Errors
/// When it cannot be read, or does not belong to the project: says why.
pub fn changes(
    bytes: &[u8],
    project: &Project,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<Returned, Refusal> {
    let grids = read::open(bytes)?;
    let one_way = table::one_way(&grids, &catalogue.phrases);
    let workbook = read::identified(grids).map_err(|refusal| one_way.unwrap_or(refusal))?;
    if workbook.project != project.id.as_str() {
        return Err(other_project());
    }
    let assessment = assess(project, catalogue, signature.on);
    let taker = Taker { project, assessment: &assessment, workbook: &workbook };
    let mut returned = taker.all()?;
    let idle = try_in_order(&mut returned, project, catalogue, signature);
    if !idle.is_empty() {
        returned.notes.push(taker.no_difference(&idle));
    }
    Ok(returned)
}

/// Each change is made after the ones before it, so that what it comes to is known. One that the project is the same
/// after is none: where those stand comes back.
fn try_in_order(
    returned: &mut Returned,
    project: &Project,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Vec<String> {
    let mut last = project.clone();
    let mut idle = Vec::new();
    returned.changes.retain_mut(|change| {
        let Ok(edit) = &change.outcome else { return true };
        match apply(&last, edit, catalogue, signature) {
            Ok(next) if next == last => {
                idle.push(change.place.clone());
                return false;
            }
            Ok(next) => last = next,
            Err(refusal) => change.outcome = Err(refusal),
        }
        true
    });
    idle
}

/// Takes what was changed out of a workbook.
struct Taker<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    workbook: &'a Workbook,
}

impl Taker<'_> {
    fn all(&self) -> Result<Returned, Refusal> {
        let mut returned = Returned::default();
        let sheets = sheet::returning(self.project, self.assessment, self.workbook.language);
        let tables = self.tables(&sheets);
        for sheet in &sheets {
            let of_it = tables.iter().filter(|(key, _)| *key == sheet.key).map(|(_, table)| table);
            self.sheet(sheet, &of_it.collect::<Vec<_>>(), &mut returned)?;
        }
        Ok(returned)
    }

    /// What has been changed in a sheet, which may stand there in several copies.
    fn sheet(&self, sheet: &Sheet, tables: &[&Table<'_>], returned: &mut Returned) -> Result<(), Refusal> {
        let whole = tables.iter().filter(|table| table.lost(sheet).is_none());
        let read =
            whole.map(|table| Ok((*table, self.read(sheet, table)?))).collect::<Result<Vec<_>, _>>()?;
        if read.is_empty() {
            self.lost(sheet, tables.first().copied(), returned);
            return Ok(());
        }
        let is_gone = |row: &&Row| {
            self.workbook.knows(sheet.key, &row.id) && !read.iter().any(|(_, read)| read.has(row))
        };
        let mut gone = Left::default();
        sheet.rows.iter().filter(is_gone).for_each(|row| gone.add(Why::Gone, row.id.clone()));
        returned.notes.extend(self.told(sheet, &gone));
        let mut changed = read.into_iter().filter(|(_, read)| read.is_changed());
        match (changed.next(), changed.next()) {
            (Some(_), Some((other, _))) => returned.changes.push(self.in_copies(sheet, other)),
            (Some((_, read)), None) => self.take(sheet, &read, returned),
            (None, _) => {}
        }
        Ok(())
    }

    fn take(&self, sheet: &Sheet, read: &Read<'_>, returned: &mut Returned) {
        returned.changes.extend(read.touched.iter().filter_map(|row| match sheet.key {
            "decisions" => self.decision(row),
            "values" => self.value(row),
            _ => self.wording(row),
        }));
        returned.notes.extend(self.told(sheet, &read.left));
    }

    /// A phrase about sheets.
    fn say(&self, key: &str) -> Bilingual {
        self.assessment.catalogue.phrases.say(&format!("sheet.{key}"))
    }

    /// A phrase as it stands in the workbook, whatever language it is spoken of in.
    fn written(&self, key: &str) -> Bilingual {
        let text = self.say(key).of(self.workbook.language).clone();
        Bilingual::new(text.clone(), text)
    }

    fn fill(&self, key: &str, slots: &[(&str, Bilingual)]) -> Bilingual {
        self.assessment.catalogue.phrases.fill(&format!("sheet.{key}"), slots)
    }
}

fn other_project() -> Refusal {
    Refusal::bad_input("Bladet hör till ett annat projekt.", "The sheet belongs to another project.").hint(
        "Välj projektet som bladet gjordes av, eller gör ett nytt blad av det här.",
        "Choose the project that the sheet was made of, or make a new sheet of this one.",
    )
}
