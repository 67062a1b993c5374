//! A document as blocks, before there are pages.
//!
//! Whoever builds a document says what is there (a requirement, a table, a paragraph with a label in the margin);
//! how it looks and where pages break is decided by the form it is made into. All words come from the builder,
//! except the few that belong to the page itself ("Sida 3 av 7", "Innehåll", "Utkast").
//!
//! ```
//! use documents::model::{Document, Language, Meta, Rich, Section, Status};
//!
//! let meta = Meta::new(Language::Sv, "Kravspecifikation", "Mindre byggtjänster", "Åsviks kommun")
//!     .status(Status::draft("0.4"), "2026-11-25");
//! let about = Section::new("1", "Om kraven").paragraph(Rich::new("Ordet ").emphasis("ska").text(" betyder skyldighet."));
//! let document = Document::new(meta).section(about);
//! assert!(documents::text::render(&document).contains("Ordet ska betyder skyldighet."));
//! ```

mod field;
mod requirement;
mod rich;
mod swedish;
mod table;

pub use domain::catalogue::legal::Basis;
pub use domain::catalogue::theme::Level;
pub use domain::text::Language;
pub use field::{Choice, Field, FieldKind};
pub(crate) use requirement::letter;
pub use requirement::{Duty, Fact, LevelLine, Requirement};
pub use rich::{Inline, Rich};
pub use swedish::Swedish;
pub use table::{Align, Column, RowHeads, Table};

use serde::Serialize;

use crate::logo::Logo;

/// A whole document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// What the document is, and what stands in header and footer.
    pub meta: Meta,
    /// The table on the first page, below the row that tells the status. The document's date and reference are
    /// rows of it like any other.
    pub cover: Vec<CoverRow>,
    /// Whether a table of contents stands on the first page, and the text after it on the next. A leaflet has none: its
    /// text begins below the cover table.
    pub contents: bool,
    /// What the document says.
    pub sections: Vec<Section>,
    /// What stands in Swedish in a document in English.
    #[serde(skip)]
    pub swedish: Swedish,
}

impl Document {
    /// A document with nothing in it yet.
    pub fn new(meta: Meta) -> Self {
        Self { meta, cover: Vec::new(), contents: true, sections: Vec::new(), swedish: Swedish::default() }
    }

    /// Leaves the contents out.
    #[must_use]
    pub fn leaflet(mut self) -> Self {
        self.contents = false;
        self
    }

    /// Adds a row to the cover table. A line break in `text` starts a new line.
    #[must_use]
    pub fn cover(mut self, label: &str, text: impl Into<Rich>) -> Self {
        self.cover.push(CoverRow { label: label.into(), text: text.into() });
        self
    }

    /// Adds a section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }
}

/// What the document is, and what stands on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// The language of the whole document.
    pub language: Language,
    /// What kind of document it is: "Kravspecifikation".
    pub kind: String,
    /// What is bought.
    pub title: String,
    /// One sentence below the title.
    pub lead: Option<String>,
    /// The contracting authority.
    pub authority: String,
    /// The authority's case number (diarienummer).
    pub reference: Option<String>,
    /// Draft or final, and which version.
    pub status: Status,
    /// Date, or date and time, as it is to be read at the foot of every page.
    pub date: String,
    /// The authority's logo, on the first page. It says no more than the authority's name does.
    #[serde(skip)]
    pub logo: Option<Logo>,
}

impl Meta {
    /// The four things that every document has. It is a draft until [`Meta::status`] says otherwise.
    pub fn new(language: Language, kind: &str, title: &str, authority: &str) -> Self {
        Self {
            language,
            kind: kind.into(),
            title: title.into(),
            lead: None,
            authority: authority.into(),
            reference: None,
            status: Status::draft("0.1"),
            date: String::new(),
            logo: None,
        }
    }

    /// Draft or final, and the date that goes with it.
    #[must_use]
    pub fn status(mut self, status: Status, date: &str) -> Self {
        self.status = status;
        self.date = date.into();
        self
    }

    /// The authority's logo.
    #[must_use]
    pub fn logo(mut self, logo: Option<Logo>) -> Self {
        self.logo = logo;
        self
    }

    /// The sentence below the title.
    #[must_use]
    pub fn lead(mut self, lead: &str) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// The authority's case number.
    #[must_use]
    pub fn reference(mut self, reference: &str) -> Self {
        self.reference = Some(reference.into());
        self
    }
}

/// Whether others can rely on the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Status {
    /// May still change.
    Draft {
        /// "0.4"
        version: String,
    },
    /// Fixed (fastställd): never changes, only gets a successor.
    Final {
        /// "1.0"
        version: String,
    },
}

impl Status {
    /// A draft of this version.
    pub fn draft(version: &str) -> Self {
        Self::Draft { version: version.into() }
    }

    /// Fixed as this version.
    pub fn fixed(version: &str) -> Self {
        Self::Final { version: version.into() }
    }

    /// Which version it is.
    pub fn version(&self) -> &str {
        match self {
            Self::Draft { version } | Self::Final { version } => version,
        }
    }
}

/// A row of the cover table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverRow {
    /// "Omfattning"
    pub label: String,
    /// What stands to the right of it.
    pub text: Rich,
}

/// A section with a number and a heading, or an annex.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// "3", or "Bilaga 1". It stands to the left of the heading.
    pub number: String,
    /// The heading.
    pub title: String,
    /// An annex starts on a page of its own.
    pub annex: bool,
    /// Whether the contents name its requirements; bookmarks always do.
    pub lists_requirements: bool,
    /// What the section says. None is valid: then there is only the heading.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section that so far has only its heading.
    pub fn new(number: &str, title: &str) -> Self {
        Self {
            number: number.into(),
            title: title.into(),
            annex: false,
            lists_requirements: true,
            blocks: Vec::new(),
        }
    }

    /// An annex that so far has only its heading.
    pub fn annex(number: &str, title: &str) -> Self {
        Self { annex: true, ..Self::new(number, title) }
    }

    /// Leaves its requirements out of the contents, so that what suppliers look for is found at a glance.
    #[must_use]
    pub fn in_brief(mut self) -> Self {
        self.lists_requirements = false;
        self
    }

    /// Adds a block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Adds a paragraph of running text.
    #[must_use]
    pub fn paragraph(self, text: impl Into<Rich>) -> Self {
        self.block(Block::Passage(Passage::Paragraph(text.into())))
    }

    /// Adds passages with a label of their own in the margin.
    #[must_use]
    pub fn labelled(self, label: &str, passages: Vec<Passage>) -> Self {
        self.block(Block::Labelled { label: label.into(), passages })
    }

    /// Adds a requirement.
    #[must_use]
    pub fn requirement(self, requirement: Requirement) -> Self {
        self.block(Block::Requirement(requirement))
    }

    /// Adds a table over the whole width of the page.
    #[must_use]
    pub fn wide_table(self, table: Table) -> Self {
        self.block(Block::WideTable(table))
    }

    /// Adds words and what they mean in the document.
    #[must_use]
    pub fn definitions(self, definitions: Vec<Definition>) -> Self {
        self.block(Block::Definitions(definitions))
    }

    /// Adds labels and what stands to the right of each.
    #[must_use]
    pub fn facts(self, facts: Vec<Fact>) -> Self {
        self.block(Block::Facts(facts))
    }

    /// Adds a list whose order means nothing.
    #[must_use]
    pub fn bullets(self, items: Vec<Rich>) -> Self {
        self.block(Block::Passage(Passage::List(List { numbered: false, items })))
    }

    /// Adds a list in order.
    #[must_use]
    pub fn steps(self, items: Vec<Rich>) -> Self {
        self.block(Block::Passage(Passage::List(List { numbered: true, items })))
    }

    /// The requirements of the section, in order.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Requirement(requirement) => Some(requirement),
            _ => None,
        })
    }
}

/// What a section is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Text or a table in the text column.
    Passage(Passage),
    /// Passages that hang together, with a heading in the margin: "Så läser du ett krav".
    Labelled {
        /// The heading in the margin.
        label: String,
        /// What stands beside it.
        passages: Vec<Passage>,
    },
    /// A requirement with all that belongs to it.
    Requirement(Requirement),
    /// A table over the whole width of the page.
    WideTable(Table),
    /// Words and what they mean.
    Definitions(Vec<Definition>),
    /// Labels in the margin and what stands to the right of each, also to be filled in.
    Facts(Vec<Fact>),
}

/// What stands in the text column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Passage {
    /// Running text.
    Paragraph(Rich),
    /// Small text that explains a mark or a table.
    Note(Rich),
    /// A table as wide as the text column.
    Table(Table),
    /// A list.
    List(List),
}

/// A list: an item a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct List {
    /// Whether the items stand in an order, and are numbered from 1.
    pub numbered: bool,
    /// The items.
    pub items: Vec<Rich>,
}

impl List {
    /// What stands before the item with this index: "1." or "•".
    pub fn label(&self, index: usize) -> String {
        if self.numbered { format!("{}.", index + 1) } else { "•".into() }
    }
}

/// A word and what it means in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: Rich,
}

impl Definition {
    /// A word and its meaning.
    pub fn new(term: &str, meaning: impl Into<Rich>) -> Self {
        Self { term: term.into(), meaning: meaning.into() }
    }
}
