//! Documents: their pages, the files made of them, and versions that are fixed.

use std::hash::{DefaultHasher, Hash, Hasher};

use documents::file::{DocumentName, Form, make};
use documents::front::Print;
use documents::model::{Document, Status};
use documents::pdf::{self, Printed, PrintedHeading};
use domain::apply::apply;
use domain::assess::{Assessment, assess};
use domain::edit::Edit;
use domain::fixed::{self, Changes, Version};
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::requirements::words::Speaker;
use domain::revision::RevisionId;
use domain::text::Language;
use store::MadeDocument;

use super::places::{Ask, Place};
use crate::desk::{Desk, broken};
use crate::wire::document::{DocumentView, OutlineRow, Saved};
use crate::wire::notice::NoticeFieldView;
use crate::wire::project::Edited;

/// Makes the pages of a document; the pictures are fetched by their stamp.
pub fn preview(
    desk: &Desk,
    id: &ProjectId,
    document: &DocumentName,
    language: &Language,
) -> Result<DocumentView, Refusal> {
    let project = desk.with_store(|store, _| store.load(id))?.project;
    let (view, bytes) = desk.speak(&project, |speaker| {
        let print = printed_now(&project, speaker.assessment, *language, desk)?;
        let fields = fields(*document, Speaker { language: *language, ..speaker });
        let document = document.document(&project, speaker.assessment, &print);
        let printed = pdf::print(&document).map_err(|error| broken(&error))?;
        let view = DocumentView { fields, ..view(&document, &printed, &print, speaker) };
        Ok::<_, Refusal>((view, printed.bytes))
    })??;
    desk.pages().keep(&view.stamp, bytes);
    Ok(view)
}

/// Asks where, and saves a document in a form.
pub async fn save_document(
    desk: &Desk,
    ask: &impl Ask,
    id: &ProjectId,
    document: &DocumentName,
    form: &Form,
    language: &Language,
) -> Result<Saved, Refusal> {
    let project = desk.with_store(|store, _| store.load(id))?.project;
    let bytes = desk.speak(&project, |speaker| {
        let print = printed_now(&project, speaker.assessment, *language, desk)?;
        make(*document, *form, &project, speaker.assessment, &print)
    })??;
    let kind = desk.catalogue().phrases.word(&document.kind(), *language).to_owned();
    let place = Place::document(&kind, *form, &name(&project), desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    store::write_whole(&path, &bytes)?;
    Ok(desk.has_saved(path))
}

/// Asks where, and saves a document of a fixed version, as it was made then.
pub async fn save_fixed(
    desk: &Desk,
    ask: &impl Ask,
    id: &ProjectId,
    version: &Version,
    document: &DocumentName,
    language: &Language,
) -> Result<Saved, Refusal> {
    let (project, kept) = desk.with_store(|store, _| {
        Ok((store.load(id)?.project, store.fixed_document(id, *version, document.code(), *language)?))
    })?;
    let kept = kept.ok_or_else(|| elsewhere(*version))?;
    let kind = desk.catalogue().phrases.word(&document.kind(), *language).to_owned();
    let place = Place::document(&kind, Form::Pdf, &format!("{} {version}", name(&project)), desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    store::write_whole(&path, &kept)?;
    Ok(desk.has_saved(path))
}

/// Fixes the project as it was at `head` as a version, with all its documents in both languages.
pub fn fix(desk: &Desk, id: &ProjectId, head: &RevisionId, version: &Version) -> Result<Edited, Refusal> {
    let loaded = desk.with_store(|store, _| store.load(id))?;
    if loaded.head != *head {
        return Ok(Edited::Stale { project: desk.open(id)? });
    }
    let made = documents_of(&loaded.project, *version, desk)?;
    let kept =
        desk.with_store(|store, stamp| store.fix((id, head), *version, &made, &desk.catalogue(), stamp))?;
    let words = kept.revision.words.of(desk.language()).clone();
    Ok(Edited::Kept { project: desk.show(&kept.project, kept.revision.id, kept.revision.at)?, words })
}

/// The documents as they are once the version is fixed.
fn documents_of(project: &Project, version: Version, desk: &Desk) -> Result<Vec<MadeDocument>, Refusal> {
    let (stamp, catalogue) = (desk.stamp()?, desk.catalogue());
    let edit = Edit::Fix { version, documents: Vec::new() };
    let fixed = apply(project, &edit, &catalogue, &stamp.signature())?;
    let assessment = assess(&fixed, &catalogue, stamp.day());
    let all = DocumentName::ALL.into_iter().flat_map(|name| [(name, Language::Sv), (name, Language::En)]);
    all.map(|(name, language)| {
        let print = Print { language, date: stamp.day(), status: Status::fixed(&version.to_string()) };
        let pdf = make(name, Form::Pdf, &fixed, &assessment, &print)?;
        Ok(MadeDocument { document: name.code().to_owned(), language, pdf })
    })
    .collect()
}

/// How a project is printed now: as the version that was fixed last while it says the same, else as a draft of today.
fn printed_now(
    project: &Project,
    assessment: &Assessment,
    language: Language,
    desk: &Desk,
) -> Result<Print, Refusal> {
    let last = fixed::since(project, assessment).filter(|since| since.changes.is_empty());
    let (status, date) = match last {
        Some(Changes { version, .. }) => (Status::fixed(&version.version.to_string()), version.on),
        None => (Status::draft(&project.draft_version().to_string()), desk.stamp()?.day()),
    };
    Ok(Print { language, date, status })
}

/// "Utkast, version 0.1"
fn status(status: &Status, speaker: Speaker<'_>) -> String {
    let key = match status {
        Status::Draft { .. } => "window.file.draft",
        Status::Final { .. } => "window.file.fixed",
    };
    speaker.filled(key, &[("version", status.version().to_owned())])
}

fn elsewhere(version: Version) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Dokumenten i version {version} finns inte i den här datorn."),
        format!("The documents of version {version} are not on this computer."),
    )
    .hint(
        "De finns i Samkrav där versionen fastställdes.",
        "They are in the Samkrav where the version was fixed.",
    )
}

fn name(project: &Project) -> String {
    let p = &project.procurement;
    [&p.title, &p.reference].into_iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default()
}

fn view(document: &Document, printed: &Printed, print: &Print, speaker: Speaker<'_>) -> DocumentView {
    let row = |heading: &PrintedHeading| outline_row(heading, speaker.assessment);
    DocumentView {
        kind: document.meta.kind.clone(),
        title: document.meta.title.clone(),
        language: print.language,
        status: status(&print.status, speaker),
        fixed: matches!(print.status, Status::Final { .. }),
        stamp: stamp(&printed.bytes),
        pages: printed.pages,
        outline: printed.headings.iter().map(row).collect(),
        fields: Vec::new(),
    }
}

/// What can be pasted into the form of the notice.
fn fields(document: DocumentName, speaker: Speaker<'_>) -> Vec<NoticeFieldView> {
    if document == DocumentName::NoticeFields { NoticeFieldView::all(speaker) } else { Vec::new() }
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
