//! Documents: their pages, the files made of them, and versions that are fixed.

use std::hash::{DefaultHasher, Hash, Hasher};

use documents::file::{DocumentName, Form, make};
use documents::fixing::{self, Made};
use documents::front::Print;
use documents::model::{Document, Status};
use documents::pdf::{self, Printed, PrintedHeading};
use documents::{returned, text};
use domain::assess::Assessment;
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
use crate::wire::sheet::SheetView;

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
        let kept = kept(*document, &project, &print, desk)?;
        let fields = fields(*document, Speaker { language: *language, ..speaker });
        let made = document.document(&project, speaker.assessment, &print);
        let printed = pdf::print(&made).map_err(|error| broken(&error))?;
        let printed = Printed { bytes: kept.unwrap_or(printed.bytes), ..printed };
        let view = DocumentView { fields, ..view(&made, &printed, &print, speaker) };
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
    let bytes = made_now(*document, *form, &project, *language, desk)?;
    let about = about_now(&project, *language, desk)?;
    let place = Place::document(&kind(*document, *language, desk), *form, &about, desk);
    let Some(path) = ask.where_to_save(place).await else { return Ok(Saved::Cancelled) };
    store::write_whole(&path, &bytes)?;
    Ok(desk.has_saved(path))
}

/// Shows a document in the program that the system shows PDF files with, to be printed from there.
pub fn print_document(
    desk: &Desk,
    id: &ProjectId,
    document: &DocumentName,
    language: &Language,
) -> Result<(), Refusal> {
    let project = desk.with_store(|store, _| store.load(id))?.project;
    let bytes = made_now(*document, Form::Pdf, &project, *language, desk)?;
    let kind = kind(*document, *language, desk);
    let path = desk.copy_to_print(&Place::document(&kind, Form::Pdf, &name(&project), desk).name, &bytes)?;
    desk.screen().map_or(Ok(()), |screen| screen.opens(&path))
}

/// Asks which sheet, and shows what it would change. Nothing when the officer changed their mind.
pub async fn choose_sheet(desk: &Desk, ask: &impl Ask, id: &ProjectId) -> Result<Option<SheetView>, Refusal> {
    let Some(path) = ask.what_to_open(Place::sheet(desk)).await else { return Ok(None) };
    let bytes = store::read_bytes(&path)?;
    let project = desk.with_store(|store, _| store.load(id))?.project;
    let returned = returned::changes(&bytes, &project, &desk.catalogue(), &desk.stamp()?.signature())?;
    Ok(Some(SheetView::of(&returned, desk.language())))
}

/// A document in a form as the project is now. Of a version that was fixed here, the PDF is the one that was made then.
fn made_now(
    document: DocumentName,
    form: Form,
    project: &Project,
    language: Language,
    desk: &Desk,
) -> Result<Vec<u8>, Refusal> {
    desk.speak(project, |speaker| {
        let print = printed_now(project, speaker.assessment, language, desk)?;
        match kept(document, project, &print, desk)? {
            Some(kept) if form == Form::Pdf => Ok(kept),
            _ => make(document, form, project, speaker.assessment, &print),
        }
    })?
}

/// The file that was made when the version was fixed, if that is what is printed and it was made here.
fn kept(
    document: DocumentName,
    project: &Project,
    print: &Print,
    desk: &Desk,
) -> Result<Option<Vec<u8>>, Refusal> {
    let Status::Final { version } = &print.status else { return Ok(None) };
    let version = version.parse()?;
    desk.with_store(|store, _| store.fixed_document(&project.id, version, document.code(), print.language))
}

fn kind(document: DocumentName, language: Language, desk: &Desk) -> String {
    desk.catalogue().phrases.word(&document.kind(), language).to_owned()
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
    let kept = kept.ok_or_else(|| not_here(&project, *version, *document, desk))?;
    let slots = [("name", name(&project)), ("version", version.to_string())];
    let about = desk.speak(&project, |speaker| {
        Speaker { language: *language, ..speaker }.filled("window.file.about_fixed", &slots)
    })?;
    let place = Place::document(&kind(*document, *language, desk), Form::Pdf, &about, desk);
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
    Ok(Edited::Kept { project: desk.show_edited(&kept)?, words })
}

/// The documents as they are once the version is fixed.
fn documents_of(project: &Project, version: Version, desk: &Desk) -> Result<Vec<MadeDocument>, Refusal> {
    let (signature, logo) = (desk.stamp()?.signature(), desk.settings().authority.logo);
    let made = fixing::documents_of(project, version, &desk.catalogue(), &signature, logo.as_ref())?;
    let kept = |one: Made| MadeDocument {
        document: one.name.code().to_owned(),
        language: one.language,
        pdf: one.pdf,
    };
    Ok(made.into_iter().map(kept).collect())
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
    Ok(Print { language, date, status, logo: desk.settings().authority.logo })
}

/// "Utkast, version 0.1"
fn status(status: &Status, speaker: Speaker<'_>) -> String {
    let key = match status {
        Status::Draft { .. } => "window.file.draft",
        Status::Final { .. } => "window.file.fixed",
    };
    speaker.filled(key, &[("version", status.version().to_owned())])
}

/// Why a document of a fixed version is not here: it was not part of it, or it was fixed on another computer.
fn not_here(project: &Project, version: Version, document: DocumentName, desk: &Desk) -> Refusal {
    let of_it =
        project.fixed.iter().filter(|fixed| fixed.version == version).flat_map(|fixed| &fixed.documents);
    if of_it.clone().next().is_none() || of_it.into_iter().any(|made| made.document == document.code()) {
        return elsewhere(version);
    }
    let kind = |language| kind(document, language, desk);
    Refusal::new(
        Kind::NotFound,
        format!("{} är inte med i version {version}. Då var inget krav valt.", kind(Language::Sv)),
        format!("{} is not part of version {version}. No requirement was chosen then.", kind(Language::En)),
    )
    .hint(
        "Spara beslutsunderlaget eller annonsuppgifterna, eller fastställ en ny version.",
        "Save the decision record or the notice details, or finalise a new version.",
    )
}

fn elsewhere(version: Version) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Dokumenten i version {version} finns inte i den här datorn."),
        format!("The documents of version {version} are not on this computer."),
    )
    .hint(
        "De finns i Samkrav där versionen fastställdes.",
        "They are in the Samkrav where the version was finalised.",
    )
}

fn name(project: &Project) -> String {
    let p = &project.procurement;
    [&p.title, &p.reference].into_iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default()
}

/// "Lokalvård i skolor utkast 0.1": a draft never takes the name of a version that is fixed.
fn about_now(project: &Project, language: Language, desk: &Desk) -> Result<String, Refusal> {
    let name = name(project);
    desk.speak(project, |speaker| {
        let speaker = Speaker { language, ..speaker };
        let Print { status, .. } = printed_now(project, speaker.assessment, language, desk)?;
        let slots = [("name", name), ("version", status.version().to_owned())];
        Ok(match status {
            Status::Draft { .. } => speaker.filled("window.file.about_draft", &slots),
            Status::Final { .. } => speaker.filled("window.file.about_fixed", &slots),
        })
    })?
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
        text: text::render(document),
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
        line: text::heading(&heading.number, &heading.title),
        page: heading.page,
        entry: active.map(|active| active.entry.clone()),
    }
}
