//! Documents: their pages, and the files made of them.

use std::hash::{DefaultHasher, Hash, Hasher};

use documents::front::Print;
use documents::model::{Document, Status};
use documents::pdf::{self, Printed, PrintedHeading};
use documents::specification;
use domain::assess::Assessment;
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::requirements::words::Speaker;
use domain::text::Language;

use super::places::{Ask, Place};
use crate::desk::{Desk, broken};
use crate::wire::document::{DocumentView, OutlineRow, Saved};

/// Nothing has been made final, so every document is the same first draft.
const DRAFT: &str = "0.1";

/// Makes the pages of the specification; the pictures are fetched by their stamp.
pub fn preview(desk: &Desk, id: &ProjectId, language: &Language) -> Result<DocumentView, Refusal> {
    let made = Made::specification(desk, id, *language)?;
    desk.pages().keep(&made.view.stamp, made.bytes);
    Ok(made.view)
}

/// Asks where, and saves the specification as PDF.
pub async fn save_pdf(
    desk: &Desk,
    ask: &impl Ask,
    id: &ProjectId,
    language: &Language,
) -> Result<Saved, Refusal> {
    let made = Made::specification(desk, id, *language)?;
    let place = Place::pdf(&made.view.kind, &made.name, desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    store::write_whole(&path, &made.bytes)?;
    Ok(Saved::at(&path))
}

/// A finished document.
struct Made {
    bytes: Vec<u8>,
    view: DocumentView,
    /// What is bought, or else its case number.
    name: String,
}

impl Made {
    fn specification(desk: &Desk, id: &ProjectId, language: Language) -> Result<Self, Refusal> {
        let loaded = desk.with_store(|store, _| store.load(id))?;
        let print = Print { language, date: desk.stamp()?.day(), status: Status::draft(DRAFT) };
        let project = &loaded.project;
        desk.speak(project, |speaker| {
            let document = specification::document(project, speaker.assessment, &print);
            let printed = pdf::print(&document).map_err(|error| broken(&error))?;
            let view = view(&document, &printed, language, speaker);
            Ok(Self { bytes: printed.bytes, view, name: name(project) })
        })?
    }
}

fn name(project: &Project) -> String {
    let p = &project.procurement;
    [&p.title, &p.reference].into_iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default()
}

fn view(document: &Document, printed: &Printed, language: Language, speaker: Speaker<'_>) -> DocumentView {
    let row = |heading: &PrintedHeading| outline_row(heading, speaker.assessment);
    DocumentView {
        kind: document.meta.kind.clone(),
        title: document.meta.title.clone(),
        language,
        status: speaker.filled("window.file.draft", &[("version", DRAFT.to_owned())]),
        stamp: stamp(&printed.bytes),
        pages: printed.pages,
        outline: printed.headings.iter().map(row).collect(),
    }
}

/// The same for the same pages, whatever made them so: the project, the catalogue, the language or the day.
fn stamp(pdf: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    pdf.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn outline_row(heading: &PrintedHeading, assessment: &Assessment) -> OutlineRow {
    let named = |number: usize| heading.requirement && heading.number == format!("K{number}");
    let active = assessment.active.iter().find(|active| named(active.number));
    OutlineRow {
        number: heading.number.clone(),
        title: heading.title.clone(),
        page: heading.page,
        entry: active.map(|active| active.entry.clone()),
    }
}
