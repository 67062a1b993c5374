//! What is a table, as sheets: a row a requirement, a check, a question, a field of the notice.
//!
//! [`xlsx`] makes a workbook of them, [`csv`] a file of the first. What begins with = + - @ is text in both, and is never
//! computed. A workbook of a specification or a decision record can be changed and taken back in ([`crate::returned`]).

pub mod csv;
mod decisions;
mod fingerprint;
mod follow_up_plan;
mod notice_fields;
mod requirements;
mod values;
pub mod xlsx;

use domain::assess::Assessment;
use domain::project::Project;
use domain::requirements::words::Speaker;
use domain::text::{Language, is_no_character, steers};
use jiff::civil::Date;

use crate::front::{Print, meta};
use crate::model::Meta;
use crate::named::DocumentName;
pub(crate) use decisions::{OUTCOME, OUTCOMES, REASON, outcome_word};
pub(crate) use fingerprint::{LIGHT, of_text as fingerprint_of, plain as plain_text};
pub(crate) use requirements::WORDING;
pub(crate) use values::{VALUE, options};
pub(crate) use xlsx::held;

/// Sheets that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// What the document is.
    pub meta: Meta,
    /// The sheets, the one that the document is about first.
    pub sheets: Vec<Sheet>,
    /// What is told of how to change the sheets, when they can be taken back in; and of which project they are.
    pub returns: Option<Returns>,
}

/// How sheets find their way back.
#[derive(Debug, Clone, PartialEq)]
pub struct Returns {
    /// The project.
    pub project: String,
    /// The name of the sheet that says how, and its lines.
    pub how: (String, Vec<String>),
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The same in every language.
    pub key: &'static str,
    /// On its tab.
    pub name: String,
    /// From the left.
    pub columns: Vec<Column>,
    /// From the top.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The same in every language.
    pub key: &'static str,
    /// What stands in the head.
    pub head: String,
    /// In characters.
    pub width: u16,
    /// Whether what is changed there can be taken back in.
    pub returns: bool,
}

/// A row, with a name that no other in the sheet has where it can be taken back in.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// "emp-study-visit"
    pub id: String,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words. A line break starts a new line.
    Text(String),
    /// A number, with its unit in the column beside it.
    Number(f64),
    /// A day.
    Date(Date),
    /// One of these words, or nothing yet.
    Choice {
        /// What is chosen.
        chosen: String,
        /// What can be chosen.
        among: Vec<String>,
    },
}

impl Cell {
    /// Words as a cell, without what steers how text is shown or is no character. A line break stays.
    pub fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref().replace("\r\n", "\n");
        let shown = |c| if c != '\n' && steers(c) { ' ' } else { c };
        let text: String = text.chars().filter(|c| !is_no_character(*c)).map(shown).collect();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl Column {
    fn new(key: &'static str, head: String, width: u16) -> Self {
        Self { key, head, width, returns: false }
    }
}

/// Whether a document is made of tables.
pub fn has_sheets(document: DocumentName) -> bool {
    !matches!(document, DocumentName::ResponseForm | DocumentName::SupplierGuide)
}

/// The sheets of a document: a row a requirement and a row a value, a check, a theme, or a field of the notice. Nothing
/// when it is not made of tables.
pub fn book(
    document: DocumentName,
    project: &Project,
    assessment: &Assessment,
    print: &Print,
) -> Option<Book> {
    let maker = Maker { project, assessment, language: print.language };
    let sheets = match document {
        DocumentName::Specification => maker.specification(),
        DocumentName::NoticeFields => vec![maker.notice_fields()],
        DocumentName::FollowUpPlan => vec![maker.follow_up_plan()],
        DocumentName::DecisionRecord => vec![maker.decisions()],
        DocumentName::ResponseForm | DocumentName::SupplierGuide => return None,
    };
    let kind = maker.say(&format!("kinds.{}", sheets[0].key));
    let meta = meta(project, print, &kind, &maker.speaker().phrase("specification.cover.missing"));
    let returns = sheets.iter().any(Sheet::returns).then(|| maker.returns());
    Some(Book { meta, sheets, returns })
}

/// All sheets that can be taken back in, as the project has them now.
pub(crate) fn returning(project: &Project, assessment: &Assessment, language: Language) -> Vec<Sheet> {
    let maker = Maker { project, assessment, language };
    vec![maker.requirements(), maker.values(), maker.decisions()]
}

/// The columns of the sheets that are not taken back in.
pub(crate) fn one_way() -> [[&'static str; 10]; 2] {
    [follow_up_plan::COLUMNS, notice_fields::COLUMNS].map(|columns| columns.map(|(column, _)| column))
}

impl Sheet {
    /// Whether any of it can be taken back in.
    pub fn returns(&self) -> bool {
        self.columns.iter().any(|column| column.returns)
    }
}

/// Makes sheets of a project in one language.
struct Maker<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    language: Language,
}

impl<'a> Maker<'a> {
    fn specification(&self) -> Vec<Sheet> {
        vec![self.requirements(), self.values()]
    }

    fn speaker(&self) -> Speaker<'a> {
        Speaker::new(self.project, self.assessment, self.language)
    }

    fn returns(&self) -> Returns {
        let lines = ["change", "values", "kept", "import", "language"];
        let how = lines.map(|line| self.say(&format!("how.{line}")));
        Returns { project: self.project.id.to_string(), how: (self.say("how.name"), how.into()) }
    }

    fn sheet(&self, key: &'static str, columns: &[(&'static str, u16)], rows: Vec<Row>) -> Sheet {
        let column = |&(name, width): &(&'static str, u16)| {
            Column::new(name, self.say(&format!("heads.{name}")), width)
        };
        Sheet {
            key,
            name: self.say(&format!("names.{key}")),
            columns: columns.iter().map(column).collect(),
            rows,
        }
    }

    fn say(&self, key: &str) -> String {
        self.speaker().phrase(&format!("sheet.{key}"))
    }
}

/// The name that a value has in data, and so in the keys of phrases.
fn name<T: serde::Serialize>(value: &T) -> String {
    domain::needs::facts::serde_name(value)
}
