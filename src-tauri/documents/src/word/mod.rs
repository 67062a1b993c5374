//! A document as a Word file, to be edited on.
//!
//! Headings, lists and table heads are Word's own, so that the navigation pane, a screen reader and the authority's own
//! template find them. Text, numbers and their order are those of the PDF; pages are the word processor's. The same
//! document makes the same bytes.
//!
//! The vocabulary of the format (ECMA-376) is written here: the libraries that are there lack heads that are repeated,
//! the language of the text, or places to fill in. XML and ZIP are written by libraries.

mod body;
mod fill_in;
mod furniture;
mod logo;
mod numbering;
mod run;
mod table;
mod xml;

use std::io::{Cursor, Write};

use body::Body;
use jiff::civil::Date;
use xml::{Element, el};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::model::{Document, Language, Meta};
use crate::phrase::one_line;

/// Why no file came out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A part could not be written.
    #[error("Word-filen gick inte att skriva: {0}")]
    Part(#[from] std::io::Error),
    /// The parts could not be put together.
    #[error("Word-filen gick inte att sätta samman: {0}")]
    Package(#[from] zip::result::ZipError),
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The measures of the PDF's page, in twentieths of a point. Between the margins: 166 mm.
const WIDTH: u32 = 9411;
/// Numbers and labels stand to the left of this, text to the right: 33 mm.
const MARGIN: u32 = 1871;

const TYPES: &str = "[Content_Types].xml";
/// The parts that are the same in every file, but that a picture is named among the first.
const FIXED: [(&str, &str); 5] = [
    (TYPES, include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package.rels")),
    ("docProps/app.xml", include_str!("parts/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document.rels")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
];
/// How text looks. `{language}` stands where the language does.
const STYLES: &str = include_str!("parts/styles.xml");

/// The document as a Word file.
///
/// # Errors
/// When the file cannot be put together, which does not depend on what the document says.
pub fn render(document: &Document) -> Result<Vec<u8>, Error> {
    let mut body = Body::default();
    let text = body.of(document);
    let meta = &document.meta;
    let made = [
        ("word/document.xml", whole(text)),
        ("word/numbering.xml", body.lists.part()),
        ("word/header1.xml", logo::in_head(furniture::header(meta, true), document)),
        ("word/header2.xml", furniture::header(meta, false)),
        ("word/footer1.xml", furniture::footer(meta)),
        ("docProps/core.xml", properties(meta)),
    ];
    let mut package = Package::default();
    for (name, content) in FIXED {
        let content = if name == TYPES { types(content, meta) } else { content.to_owned() };
        package.add(name, content.as_bytes())?;
    }
    if let Some(logo) = &meta.logo {
        package.add(logo::FILE, logo.png())?;
        package.add(logo::RELATIONS.0, logo::RELATIONS.1.as_bytes())?;
    }
    package.add("word/styles.xml", STYLES.replace("{language}", tag(meta.language)).as_bytes())?;
    for (name, part) in made {
        package.add(name, &part.file()?)?;
    }
    Ok(package.zip.finish()?.into_inner())
}

/// The kinds of file in the package; a picture is one more.
fn types(fixed: &str, meta: &Meta) -> String {
    let first = "<Default ";
    match meta.logo {
        Some(_) => fixed.replacen(first, &format!("{}\n  {first}", logo::KIND), 1),
        None => fixed.to_owned(),
    }
}

/// The text with the page that it stands on.
fn whole(text: Vec<Element>) -> Element {
    let refer = |name, kind, id| el(name).set("w:type", kind).set("r:id", id);
    let page = el("w:sectPr").with([
        refer("w:headerReference", "first", "rId3"),
        refer("w:headerReference", "default", "rId4"),
        refer("w:footerReference", "first", "rId5"),
        refer("w:footerReference", "default", "rId5"),
        // A4, margins as in the PDF: 26 mm above, 24 mm below, 22 mm at the sides.
        el("w:pgSz").set("w:w", 11_906).set("w:h", 16_838),
        el("w:pgMar")
            .set("w:top", 1474)
            .set("w:right", 1247)
            .set("w:bottom", 1361)
            .set("w:left", 1247)
            .set("w:header", 680)
            .set("w:footer", 624)
            .set("w:gutter", 0),
        el("w:titlePg"),
    ]);
    let body = el("w:body").with(text).with([page]);
    el("w:document")
        .set("xmlns:w", MAIN)
        .set("xmlns:r", LINKS)
        .set("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml")
        .set("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006")
        .set("mc:Ignorable", "w14")
        .with([body])
}

/// What the file says about itself.
fn properties(meta: &Meta) -> Element {
    let title = one_line(&format!("{}: {}", meta.kind, meta.title));
    let time = |name| {
        let day: Option<Date> = meta.date.get(..10).and_then(|day| day.parse().ok());
        day.map(|day| el(name).set("xsi:type", "dcterms:W3CDTF").text(&format!("{day}T00:00:00Z")))
    };
    let reference = meta.reference.iter().map(|reference| el("cp:keywords").text(&one_line(reference)));
    el("cp:coreProperties")
        .set("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .set("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .set("xmlns:dcterms", "http://purl.org/dc/terms/")
        .set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with([el("dc:title").text(&title), el("dc:creator").text(&one_line(&meta.authority))])
        .with(reference)
        .with([el("dc:language").text(tag(meta.language)), el("cp:version").text(meta.status.version())])
        .with(time("dcterms:created"))
        .with(time("dcterms:modified"))
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Sv => "sv-SE",
        Language::En => "en-GB",
    }
}

struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for Package {
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl Package {
    /// Adds a part, without the time at which it was written.
    fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Error> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(content)?)
    }
}
