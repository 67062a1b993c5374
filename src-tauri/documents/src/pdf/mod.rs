//! A document as PDF: tagged, PDF/UA-1 and PDF/A-2a, the same bytes each time.
//!
//! printpdf draws the pages and embeds the fonts. What it does not write (structure, links, forms, bookmarks, metadata, the
//! colour profile) is added afterwards to the lopdf document that it hands over, one kind a module. Nothing outside
//! this module knows either of them.

mod draw;
mod fonts;
mod form;
mod form_font;
mod links;
mod logo;
mod mark;
mod metadata;
mod outline;
mod save;
mod structure;

use crate::layout::tree::NodeId;
use crate::layout::{self, Layout};
use crate::model::Document;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use fonts::Fonts;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use printpdf::{PdfDocument, PdfSaveOptions};
use save::Together;
use std::io::Write;

/// Why no PDF came of a document. Neither depends on what the document says.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A font could not be cut down to what is used of it.
    #[error("kan inte skapa PDF-filen: typsnittet {font} gick inte att bädda in ({cause})")]
    Font {
        /// The font's name.
        font: &'static str,
        /// What the subsetter said.
        cause: String,
    },
    /// The pages could not be drawn.
    #[error("kan inte skapa PDF-filen: sidorna gick inte att rita ({0})")]
    Drawing(String),
    /// The file could not be put together.
    #[error("kan inte skapa PDF-filen: {0}")]
    Writing(#[from] lopdf::Error),
    /// The bytes could not be written.
    #[error("kan inte skapa PDF-filen: {0}")]
    Output(#[from] std::io::Error),
}

/// A finished PDF file, with what leads to its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Its sections and requirements, in order.
    pub headings: Vec<PrintedHeading>,
}

/// A section or a requirement in a finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedHeading {
    /// "3" or "K1"
    pub number: String,
    /// The heading.
    pub title: String,
    /// A requirement, as against a section.
    pub requirement: bool,
    /// The page that it stands on, from 1.
    pub page: usize,
}

/// The document as a PDF file.
///
/// # Errors
///
/// As [`print`].
pub fn render(document: &Document) -> Result<Vec<u8>, Error> {
    Ok(print(document)?.bytes)
}

/// The document as a PDF file, with what leads to its pages.
///
/// Characters that none of the fonts has (Arabic, emoji) are shown as an empty box, control characters as a space;
/// a word that is wider than its column is cut. There is no text that fails.
///
/// # Errors
///
/// When a font or the file cannot be written, which does not depend on what the document says.
pub fn print(document: &Document) -> Result<Printed, Error> {
    let mut layout = layout::lay_out(document);
    let fonts = Fonts::used_on(&layout.pages)?;
    let (mut file, contents) = drawn(&mut layout, &fonts)?;
    fonts.complete(&mut file)?;
    document.meta.logo.iter().try_for_each(|logo| logo::add(&mut file, logo))?;
    structure::add(&mut file, &layout, &contents)?;
    outline::add(&mut file, &layout)?;
    metadata::add(&mut file, document)?;
    Ok(Printed {
        bytes: save::save(file.pdf, file.ready)?,
        pages: layout.pages.len(),
        headings: headings(&layout),
    })
}

/// So many pages are drawn at a time: as operations they take many times the memory that they take in the file.
const SHEAF: usize = 32;

/// All pages in a file, and which node each marked content of each page belongs to.
fn drawn(layout: &mut Layout, fonts: &Fonts) -> Result<(File, Vec<Vec<NodeId>>), Error> {
    let (mut file, mut contents) = (File::of(vec![fonts.tried_out()], fonts)?, Vec::new());
    let model = file.take_page()?;
    for sheaf in layout.pages.chunks_mut(SHEAF) {
        let drawn = draw::pages(sheaf, &layout.tree, fonts);
        contents.extend(drawn.contents);
        file.append(File::of(drawn.pages, fonts)?, &model)?;
    }
    file.bind(&model)?;
    Ok((file, contents))
}

fn headings(layout: &Layout) -> Vec<PrintedHeading> {
    let placed = layout.headings.iter().zip(&layout.places);
    placed
        .map(|(heading, place)| PrintedHeading {
            number: heading.number.clone(),
            title: heading.title.clone(),
            requirement: heading.nested,
            page: place.page + 1,
        })
        .collect()
}

/// A PDF file in the making, on the other side of printpdf.
struct File {
    pdf: lopdf::Document,
    pages: Vec<ObjectId>,
    /// What nothing more is added to.
    ready: Together,
}

impl File {
    fn of(pages: Vec<printpdf::PdfPage>, fonts: &Fonts) -> Result<Self, Error> {
        let mut document = PdfDocument::new("");
        document.resources.fonts.map = fonts.resources();
        document.pages = pages;
        let mut warnings = Vec::new();
        let pdf = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(Error::Drawing(warning.msg.clone()));
        }
        let pages = pdf.get_pages().into_values().collect();
        let mut file = Self { pdf, pages, ready: Together::default() };
        for page in file.pages.clone() {
            let contents = contents_of(&file.pdf, page)?;
            pack(file.pdf.get_object_mut(contents)?.as_stream_mut()?)?;
        }
        Ok(file)
    }

    /// Takes its only page out, as a model of those to come.
    fn take_page(&mut self) -> Result<Dictionary, Error> {
        let page = self.pages.remove(0);
        let model = self.pdf.get_dictionary(page)?.clone();
        self.pdf.objects.remove(&contents_of(&self.pdf, page)?);
        self.pdf.objects.remove(&page);
        Ok(model)
    }

    /// Takes over the pages of a file with fonts and pictures of the same names.
    fn append(&mut self, mut other: Self, model: &Dictionary) -> Result<(), Error> {
        for page in other.pages {
            let contents = contents_of(&other.pdf, page)?;
            let contents = other.pdf.objects.remove(&contents).map(|contents| self.add(contents));
            let mut page = model.clone();
            page.set("Contents", contents.map_or(Object::Null, Object::from));
            let page = self.add(page);
            self.pages.push(page);
        }
        Ok(())
    }

    /// Puts the pages in their order.
    fn bind(&mut self, model: &Dictionary) -> Result<(), Error> {
        let (kids, count) = (self.pages.iter().map(|page| (*page).into()).collect(), self.pages.len());
        let pages = self.pdf.get_dictionary_mut(model.get(b"Parent")?.as_reference()?)?;
        pages.set("Kids", Object::Array(kids));
        pages.set("Count", structure::number(count));
        Ok(())
    }

    fn catalog(&mut self) -> Result<&mut Dictionary, Error> {
        Ok(self.pdf.catalog_mut()?)
    }

    /// The dictionary of a page, from 0.
    fn page(&mut self, index: usize) -> Result<&mut Dictionary, Error> {
        Ok(self.pdf.get_dictionary_mut(self.pages[index])?)
    }

    fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.pdf.add_object(object)
    }

    /// Where a heading stands, with a little room above it.
    fn destination(&self, layout: &Layout, heading: usize) -> Object {
        let place = layout.places[heading];
        let top = layout::style::PAGE_HEIGHT - (place.y - 8.0);
        Object::Array(vec![
            self.pages[place.page].into(),
            "XYZ".into(),
            Object::Null,
            top.into(),
            Object::Null,
        ])
    }
}

/// Where what a page shows stands.
fn contents_of(pdf: &lopdf::Document, page: ObjectId) -> Result<ObjectId, Error> {
    Ok(pdf.get_dictionary(page)?.get(b"Contents")?.as_reference()?)
}

/// Packs a stream once. lopdf would do it as tightly as it can, which takes nearly twice the time for a hundredth of the size.
fn pack(stream: &mut Stream) -> Result<(), Error> {
    if stream.allows_compression {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&stream.content)?;
        stream.set_content(encoder.finish()?);
        stream.dict.set("Filter", "FlateDecode");
        stream.allows_compression = false;
    }
    Ok(())
}

/// Characters of a text beside the pages, such as a bookmark. PDF/A-2 (6.1.13) allows a string 32 767 bytes, and a
/// character takes up to four; the whole text stands on the page.
const LONGEST_TEXT: usize = 8_000;

/// A text that a reader shows: plain when it can be, else UTF-16.
fn text(text: &str) -> Object {
    let text = text.char_indices().nth(LONGEST_TEXT).map_or(text, |(end, _)| &text[..end]);
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Object::string_literal(text);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::string_literal([0xFE, 0xFF].into_iter().chain(units).collect::<Vec<u8>>())
}
