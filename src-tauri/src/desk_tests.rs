//! An officer's work at the desk, without a window.

use std::future::Future;
use std::path::{Path, PathBuf};

use ::documents::file::{DocumentName, Form};
use domain::apply::SHORTEST_OVERRIDE;
use domain::catalogue::library::FileKind;
use domain::catalogue::theme::{Placement, Theme};
use domain::edit::{Edit, FactEdit};
use domain::fixed::FixedDocument;
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::ContractNature;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::CpvCode;
use domain::procurement::regime::{Regime, RegimeOverride};
use domain::progress::Task;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use domain::requirements::decision::{Decision, Outcome};
use domain::review::finding::Severity;
use domain::spot::Spot;
use domain::text::Language;
use jiff::Timestamp;
use tauri::async_runtime::block_on;
use tempfile::TempDir;

use crate::commands::places::{Ask, Place};
use crate::commands::{documents, find, library, project, settings, start, wording};
use crate::desk::Desk;
use crate::pages::Wanted;
use crate::wire::action::Action;
use crate::wire::document::Saved;
use crate::wire::project::{Edited, ProjectView, Stepped};
use crate::wire::search::{HitView, Leads, SearchView};
use crate::wire::settings::Setting;
use crate::wire::wording::TrapView;

#[expect(clippy::unnecessary_wraps, reason = "a clock may refuse")]
fn noon() -> Result<Timestamp, Refusal> {
    Ok("2026-11-25T11:00:00Z".parse().unwrap())
}

pub fn desk(folder: &Path) -> Desk {
    Desk::new(folder.to_owned(), noon).unwrap()
}

/// An officer who answers every dialog with the same place.
pub struct Answers(pub Option<PathBuf>);

impl Ask for Answers {
    fn where_to_save(&self, _: Place) -> impl Future<Output = Option<PathBuf>> + Send {
        std::future::ready(self.0.clone())
    }

    fn what_to_open(&self, _: Place) -> impl Future<Output = Option<PathBuf>> + Send {
        std::future::ready(self.0.clone())
    }

    fn which_to_open(&self, _: Place) -> impl Future<Output = Vec<PathBuf>> + Send {
        std::future::ready(self.0.clone().into_iter().collect())
    }

    fn which_folder(&self, _: Place) -> impl Future<Output = Option<PathBuf>> + Send {
        std::future::ready(self.0.clone())
    }
}

pub fn kept(desk: &Desk, view: &ProjectView, edit: &Edit) -> ProjectView {
    match project::edit(desk, &view.id, &view.head, edit).unwrap() {
        Edited::Kept { project, .. } => project,
        Edited::Beside { .. } | Edited::Stale { .. } => panic!("nobody else has changed it"),
    }
}

fn facts() -> Vec<Edit> {
    let facts = [
        FactEdit::Title("Lokalvård i skolor".into()),
        FactEdit::AuthorityName("Åsviks kommun".into()),
        FactEdit::Nature(Some(ContractNature::Services)),
        FactEdit::Cpv(vec![CpvCode::read("90910000").unwrap()]),
        FactEdit::ValueSek(Some(Sek(36_000_000))),
        FactEdit::Months(Some(Months::new(36).unwrap())),
        FactEdit::Framework(Some(false)),
        FactEdit::Start(Some("2027-04-01".parse().unwrap())),
    ];
    facts.map(Edit::Fact).into()
}

pub fn title(title: &str) -> Edit {
    Edit::Fact(FactEdit::Title(title.into()))
}

fn answer(question: &str, code: &str) -> Edit {
    let answer = Some(Answer::Single(FieldValue::Text(code.into())));
    Edit::Answer { question: question.into(), answer }
}

fn cards(view: &ProjectView) -> impl Iterator<Item = &crate::wire::requirement::RequirementCard> {
    view.themes.iter().flat_map(|theme| &theme.cards)
}

/// Facts, an answer and the first recommended requirement.
pub fn worked(desk: &Desk) -> ProjectView {
    let begun = start::new_project(desk).unwrap();
    let view =
        facts().iter().chain([&answer("q01", "work")]).fold(begun, |view, edit| kept(desk, &view, edit));
    let first = cards(&view).find(|card| card.standing.is_some()).unwrap().entry.clone();
    kept(desk, &view, &Edit::Choose { entry: first })
}

#[test]
fn from_a_new_project_to_a_pdf() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    assert_eq!(view.facts.end.as_deref(), Some("2030-03-31"));
    assert_eq!(view.regime.name, "LOU utom 19 och 19 a kap. gäller");
    let parts = |view: &ProjectView| {
        view.regime.scale.as_ref().unwrap().bands.iter().map(|band| band.here).collect::<Vec<_>>()
    };
    assert_eq!(parts(&view), [false, false, true]);
    let choice = RegimeOverride { regime: Regime::NationallyGoverned, reason: "Prövat med jurist.".into() };
    let by_hand = kept(&desk, &view, &Edit::OverruleRegime { choice: Some(choice) });
    assert_eq!(parts(&by_hand), [false; 3], "the value decides nothing where the officer has chosen");
    let view = kept(&desk, &by_hand, &Edit::OverruleRegime { choice: None });
    let chosen = cards(&view).find(|card| card.chosen).unwrap();
    assert_eq!(chosen.number.as_deref(), Some("K1"));
    assert_eq!(view.follow_up.rows[0].title, chosen.title);

    let document = documents::preview(&desk, &view.id, &DocumentName::Specification, &Language::Sv).unwrap();
    assert!(
        document.pages >= 2 && document.outline.iter().any(|row| row.entry.as_ref() == Some(&chosen.entry))
    );
    let page = Wanted::read(&format!("/{}%2F1%2F100", document.stamp)).unwrap();
    assert!(desk.pages().picture(&page).unwrap().starts_with(b"\x89PNG"));
    let stamp = |language| {
        documents::preview(&desk, &view.id, &DocumentName::Specification, &language).unwrap().stamp
    };
    assert_eq!(stamp(Language::Sv), document.stamp, "pages that are the same are drawn once");
    assert_ne!(stamp(Language::En), document.stamp);
    let beyond = Wanted::read(&format!("/{}/{}/100", document.stamp, document.pages + 1)).unwrap();
    assert!(desk.pages().picture(&beyond).is_none());

    let place = home.path().join("Krav.pdf");
    let saved = block_on(documents::save_document(
        &desk,
        &Answers(Some(place.clone())),
        &view.id,
        &DocumentName::Specification,
        &Form::Pdf,
        &Language::Sv,
    ));
    assert_eq!(saved.unwrap(), Saved::Written { place: place.display().to_string() });
    assert!(std::fs::read(&place).unwrap().starts_with(b"%PDF"));
}

/// The project with a reason for each Stop.
pub fn cleared(desk: &Desk, view: ProjectView) -> ProjectView {
    let stops: Vec<_> = view.findings.iter().filter(|one| one.severity == Severity::Stop).cloned().collect();
    stops.into_iter().fold(view, |view, stop| {
        let reason = "Prövat med upphandlingschefen inför beslutet.".to_owned();
        kept(desk, &view, &Edit::Override { finding: stop.finding, reason })
    })
}

#[test]
fn a_version_is_fixed_with_its_documents_and_what_changes_afterwards_is_said() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let version = view.fixed.next.parse().unwrap();
    let refused = documents::fix(&desk, &view.id, &view.head, &version).unwrap_err();
    assert!(refused.to_string().contains("stopp i granskningen"), "{refused}");

    let view = cleared(&desk, view);
    let fixed = documents::fix(&desk, &view.id, &view.head, &version).unwrap();
    let Edited::Kept { project: view, .. } = fixed else { panic!("nobody else has changed it") };
    let shown = |name| documents::preview(&desk, &view.id, &name, &Language::Sv).unwrap();
    assert_eq!(shown(DocumentName::Specification).status, "Fastställd, version 1.0");
    assert_eq!((view.fixed.changes.len(), view.undo), (0, None));

    let changed =
        kept(&desk, &ProjectView { undo: None, ..desk.open(&view.id).unwrap() }, &title("Städning"));
    assert_eq!(shown(DocumentName::ResponseForm).status, "Utkast, version 1.1");
    assert!(changed.fixed.changes[0].words.starts_with("Uppgift ändrad: "), "{:?}", changed.fixed);

    let place = home.path().join("Svarsbilaga.pdf");
    let asked = Answers(Some(place.clone()));
    let (form, sv) = (DocumentName::ResponseForm, Language::Sv);
    block_on(documents::save_fixed(&desk, &asked, &view.id, &version, &form, &sv)).unwrap();
    let project = desk.with_store(|store, _| store.load(&view.id)).unwrap().project;
    let named = |one: &&FixedDocument| one.document == form.code() && one.language == sv;
    let stamped = project.fixed[0].documents.iter().find(named).unwrap();
    assert_eq!(store::hex_digest(&std::fs::read(&place).unwrap()), stamped.sha256);
}

#[test]
fn a_procurement_without_requirements_is_fixed_with_the_documents_that_say_why() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let begun = start::new_project(&desk).unwrap();
    let view =
        facts().iter().chain([&answer("q01", "work")]).fold(begun, |view, edit| kept(&desk, &view, edit));
    assert_eq!(view.documents.len(), 6, "until it is decided");
    let decision = Decision { outcome: Outcome::NotNow, reason: "Avtalet är litet och kort.".into() };
    let none = Edit::DecideSeveral { themes: Theme::DECIDED.into(), decision };
    let view = cleared(&desk, kept(&desk, &view, &none));
    let said: Vec<_> = view.documents.iter().map(|row| &*row.name).collect();
    assert_eq!(said, ["Beslutsunderlag", "Annonsuppgifter"]);

    let version = view.fixed.next.parse().unwrap();
    documents::fix(&desk, &view.id, &view.head, &version).unwrap();
    let fixed = desk.with_store(|store, _| store.load(&view.id)).unwrap().project.fixed;
    assert_eq!(fixed[0].documents.len(), 4, "each in both languages");
    let asked = Answers(Some(home.path().join("Svarsbilaga.pdf")));
    let (form, sv) = (DocumentName::ResponseForm, Language::Sv);
    let missing = block_on(documents::save_fixed(&desk, &asked, &view.id, &version, &form, &sv)).unwrap_err();
    assert!(missing.to_string().contains("är inte med i version 1.0"), "{missing}");
}

#[test]
fn what_was_fixed_and_has_gone_is_told_in_every_document() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = cleared(&desk, worked(&desk));
    let version = view.fixed.next.parse().unwrap();
    let fixed = documents::fix(&desk, &view.id, &view.head, &version).unwrap();
    let Edited::Kept { project: view, .. } = fixed else { panic!("nobody else has changed it") };
    let entry = cards(&view).find(|card| card.chosen).unwrap().entry.clone();
    let view = kept(&desk, &view, &Edit::Remove { entry });
    let decision = Decision { outcome: Outcome::NotNow, reason: "Avtalet är litet och kort.".into() };
    let none = kept(&desk, &view, &Edit::DecideSeveral { themes: Theme::DECIDED.into(), decision });
    assert_eq!(none.documents.len(), 6, "the specification says that it does not stand any longer");
}

#[test]
fn what_follows_from_something_says_from_what() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = start::open_example(&desk, "stadning").unwrap();
    let visits = kept(&desk, &view, &Edit::Choose { entry: "emp-study-visit".into() });
    let chosen = cards(&visits).find(|card| card.chosen).unwrap().number.clone().unwrap();
    let along = cards(&visits).find(|card| card.companion).unwrap();
    assert_eq!(along.reasons[0].text, format!("det följer med {chosen}"), "the title stands on its own card");

    let clothes = start::open_example(&desk, "arbetsklader").unwrap();
    let missing = clothes.findings.iter().find(|one| one.finding.code == "G05").unwrap();
    assert!(missing.because.iter().any(|reason| reason.question.is_some()), "{missing:?}");
    assert!(clothes.findings.iter().all(|one| one.finding.code == "G05" || one.because.is_empty()));
}

#[test]
fn the_reason_that_the_answers_give_is_shown_as_it_is_printed() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = start::open_example(&desk, "stadning").unwrap();
    let said = |view: &ProjectView, theme| {
        let shown = view.themes.iter().find(|one| one.theme == theme).unwrap();
        shown.decision.as_ref().unwrap().said.clone()
    };
    assert_eq!(said(&view, Theme::ReservedContracts), None, "nothing is decided");
    let decision = Decision { outcome: Outcome::NotRelevant, reason: String::new() };
    let themes = vec![Theme::ReservedContracts, Theme::LabourTerms];
    let view = kept(&desk, &view, &Edit::DecideSeveral { themes, decision });
    assert_eq!(said(&view, Theme::LabourTerms), None, "the answers point there");
    let shown = said(&view, Theme::ReservedContracts).unwrap();
    assert_eq!(shown, "Inget föreslogs. Svaren pekar inte mot något krav i temat.");
    let place = home.path().join("Beslutsunderlag.txt");
    let asked = Answers(Some(place.clone()));
    let (name, form, sv) = (DocumentName::DecisionRecord, Form::Txt, Language::Sv);
    block_on(documents::save_document(&desk, &asked, &view.id, &name, &form, &sv)).unwrap();
    let printed = std::fs::read_to_string(&place).unwrap();
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(printed.contains(&shown), "{printed}");
}

#[test]
fn a_number_that_is_left_to_the_program_is_told() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = start::open_example(&desk, "byggtjanster").unwrap();
    let view = kept(&desk, &view, &answer("q02", "calculate"));
    let advice = view.needs.iter().flat_map(|group| &group.questions).find(|one| one.id.as_str() == "q02");
    let advice = advice.unwrap().advice.clone().unwrap().replace('\u{a0}', " ");
    assert!(
        advice.starts_with("Samkrav räknar med ") && advice.ends_with(" på heltid samtidigt."),
        "{advice}"
    );
}

#[test]
fn leaving_the_dialog_writes_nothing() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let before = std::fs::read_dir(home.path()).unwrap().count();
    let saved = block_on(documents::save_document(
        &desk,
        &Answers(None),
        &view.id,
        &DocumentName::Specification,
        &Form::Pdf,
        &Language::Sv,
    ));
    assert_eq!(saved.unwrap(), Saved::Cancelled);
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), before);
}

#[test]
fn everything_is_there_after_a_restart() {
    let home = TempDir::new().unwrap();
    let first = desk(home.path());
    let before = worked(&first);
    settings::change_setting(&first, &Setting::Officer(" Anna Lindqvist ".into())).unwrap();
    settings::change_setting(&first, &Setting::Language(Language::En)).unwrap();
    drop(first);
    let again = desk(home.path());
    assert_eq!(settings::settings(&again).unwrap().officer, "Anna Lindqvist");
    assert_eq!(start::start_view(&again).unwrap().projects[0].title, "Lokalvård i skolor");
    settings::change_setting(&again, &Setting::Language(Language::Sv)).unwrap();
    assert_eq!(start::open_project(&again, &before.id).unwrap(), before);
}

#[test]
fn an_edit_of_what_has_changed_since_shows_the_project_as_it_is() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let old = start::new_project(&desk).unwrap();
    let new = kept(&desk, &old, &Edit::Fact(FactEdit::Title("Först".into())));
    let late = Edit::Fact(FactEdit::Title("Sedan".into()));
    let answer = project::edit(&desk, &old.id, &old.head, &late).unwrap();
    assert_eq!(answer, Edited::Stale { project: new });
}

#[test]
fn an_edit_is_kept_beside_what_another_window_has_changed() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let old = start::new_project(&desk).unwrap();
    kept(&desk, &old, &Edit::Fact(FactEdit::Title("Först".into())));
    let late = Edit::Fact(FactEdit::Reference("KS 2027/1".into()));
    let Edited::Beside { project, .. } = project::edit(&desk, &old.id, &old.head, &late).unwrap() else {
        panic!("they have nothing to do with each other")
    };
    assert_eq!((&*project.title, &*project.reference), ("Först", "KS 2027/1"));
    let (undone, ..) = stepped(project::undo(&desk, &project.id, &project.head).unwrap());
    assert_eq!((&*undone.title, &*undone.reference), ("Först", ""));
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = start::new_project(&desk).unwrap();
    let refusal = project::edit(&desk, &view.id, &view.head, &answer("q99", "yes")).unwrap_err();
    assert_eq!(refusal.kind, Kind::BadInput);
    assert_eq!(start::open_project(&desk, &view.id).unwrap(), view);
    let missing = start::open_project(&desk, &"none".into()).unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}

#[test]
fn a_folder_that_cannot_be_used_is_said_and_tried_again() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("data");
    std::fs::write(&folder, "a file in the way").unwrap();
    let desk = desk(&folder);
    assert_eq!(start::start_view(&desk).unwrap_err().kind, Kind::NotNow);
    assert!(settings::change_setting(&desk, &Setting::Language(Language::En)).is_err());
    assert_eq!(desk.language(), Language::Sv, "what was not kept was not changed");
    std::fs::remove_file(&folder).unwrap();
    assert!(start::start_view(&desk).is_ok());
}

#[test]
fn the_language_changes_every_word_of_the_program() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let swedish = worked(&desk);
    settings::change_setting(&desk, &Setting::Language(Language::En)).unwrap();
    let english = start::open_project(&desk, &swedish.id).unwrap();
    assert_eq!(swedish.tasks[0].name, "Upphandlingen");
    assert_eq!(english.tasks[0].name, "The procurement");
    assert_ne!(swedish.regime.reason, english.regime.reason);
    assert_eq!(swedish.facts.title, english.facts.title, "what the officer wrote stays as written");
}

#[test]
fn a_search_marks_what_was_found() {
    let home = TempDir::new().unwrap();
    let found = project::search_cpv(&desk(home.path()), "45453 renov", &None).unwrap();
    let marked: String =
        found.hits[0].label.iter().filter(|piece| piece.hit).map(|piece| &*piece.text).collect();
    assert_eq!((found.hits[0].printed[0].text.as_str(), &*marked.to_lowercase()), ("45453", "renov"));
    assert_eq!(project::search_cpv(&desk(home.path()), "tjänster", &None).unwrap().hits.len(), 50);
}

/// Every text of a view, with where it stands.
fn texts(value: &serde_json::Value, at: &str, into: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => into.push((at.to_owned(), text.clone())),
        serde_json::Value::Array(all) => {
            all.iter().enumerate().for_each(|(i, value)| texts(value, &format!("{at}[{i}]"), into));
        }
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| texts(value, &format!("{at}.{name}"), into));
        }
        _ => {}
    }
}

/// A slot that nothing filled, or the key of a phrase that is not there.
fn is_unsaid(text: &str) -> bool {
    const KEYS: [&str; 7] = ["reasons", "general", "regime", "program", "review", "specification", "window"];
    let is_key = |word: &str| {
        word.split_once('.').is_some_and(|(first, rest)| KEYS.contains(&first) && !rest.is_empty())
    };
    text.contains(['{', '}']) || text.split_whitespace().any(is_key)
}

#[test]
fn no_example_shows_an_unfilled_slot_or_the_key_of_a_phrase() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    for language in [Language::Sv, Language::En] {
        settings::change_setting(&desk, &Setting::Language(language)).unwrap();
        for name in store::example::NAMES {
            let mut view = start::open_example(&desk, name).unwrap();
            let recommended: Vec<_> =
                cards(&view).filter(|card| card.standing.is_some()).map(|card| card.entry.clone()).collect();
            assert!(!recommended.is_empty(), "{name}");
            let mut found = Vec::new();
            texts(&serde_json::to_value(&view).unwrap(), name, &mut found);
            for entry in recommended {
                view = kept(&desk, &view, &Edit::Choose { entry });
            }
            texts(&serde_json::to_value(&view).unwrap(), name, &mut found);
            texts(&serde_json::to_value(start::start_view(&desk).unwrap()).unwrap(), "start", &mut found);
            // The values of a text that is edited are kept in braces.
            found.retain(|(place, _)| !place.contains(".wording."));
            let unsaid: Vec<_> = found.iter().filter(|(_, text)| is_unsaid(text)).collect();
            assert!(unsaid.is_empty(), "{unsaid:#?}");
        }
    }
}

#[test]
fn an_answer_that_is_only_kept_for_the_record_says_so_and_a_no_brings_advice() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let said = |code: &str| {
        let view = kept(&desk, &start::new_project(&desk).unwrap(), &answer("r01", code));
        view.readiness.questions[0].advice.clone()
    };
    assert_eq!(said("yes"), None, "the task says it once for all its questions");
    let no = said("no").unwrap();
    assert!(no.starts_with("Gå vidare, men ta upp frågan med chefen"), "{no}");
    let open = Some(Answer::Single(FieldValue::Codes(vec!["open".into()])));
    let example = start::open_example(&desk, "stadning").unwrap();
    let view = kept(&desk, &example, &Edit::Answer { question: "q08".into(), answer: open });
    let asked = view.needs.iter().flat_map(|group| &group.questions).find(|asked| asked.id.as_str() == "q08");
    let advice = asked.and_then(|asked| asked.advice.clone());
    assert_eq!(advice.as_deref(), Some("Svaret sparas i beslutsunderlaget och ändrar inget annat."));
    let work = kept(&desk, &start::new_project(&desk).unwrap(), &answer("q01", "work"));
    assert_eq!(work.needs[0].questions[0].advice, None);
}

/// A reason that the review looks for at a no is not said to be one that may be left empty, until the answer is another.
#[test]
fn a_reason_may_be_left_empty_only_where_nothing_asks_for_it() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let begun = kept(&desk, &start::new_project(&desk).unwrap(), &answer("q01", "work"));
    let optional = |view: &ProjectView| {
        let mut asked = view.needs.iter().flat_map(|group| &group.questions);
        let fields = &asked.find(|asked| asked.id.as_str() == "q15").unwrap().fields;
        fields.iter().find(|field| field.name.as_str() == "reason").unwrap().optional
    };
    let no = kept(&desk, &begun, &answer("q15", "no"));
    let yes = kept(&desk, &no, &answer("q15", "yes"));
    assert_eq!([&begun, &no, &yes].map(optional), [false, false, true]);
}

#[test]
fn the_hint_says_how_long_a_reason_has_to_be() {
    for file in
        [include_str!("../../assets/text/sv/review.json"), include_str!("../../assets/text/en/review.json")]
    {
        let texts: serde_json::Value = serde_json::from_str(file).unwrap();
        let hint = texts["reason.hint"].as_str().unwrap();
        assert!(hint.contains(&format!(" {SHORTEST_OVERRIDE} ")), "{hint}");
    }
}

/// An edition of the catalogue in which the study visit says something else.
fn edition(folder: &Path, name: &str) -> PathBuf {
    let change = |(file, text): &(&'static str, &'static str)| {
        let text = match *file {
            "edition.toml" => text.replace("edition = \"2026:1\"", &format!("edition = \"{name}\"")),
            "texts/employment.sv.toml" => {
                text.replace("title = \"Studiebesök\"", "title = \"Besök på arbetsplatsen\"")
            }
            _ => (*text).to_owned(),
        };
        (*file, text)
    };
    let files: Vec<(&str, String)> = domain::built_in::FILES.iter().map(change).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (*file, &**text)).collect();
    let path = folder.join("utgåva.toml");
    std::fs::write(&path, domain::catalogue::library::pack(&files)).unwrap();
    path
}

#[test]
fn a_newer_edition_is_shown_taken_in_and_decided_requirement_by_requirement() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let visit = || "emp-study-visit".into();
    let begun = start::new_project(&desk).unwrap();
    let chosen = kept(&desk, &begun, &Edit::Choose { entry: visit() });
    assert_eq!(chosen.editions, []);

    let officer = Answers(Some(edition(folder.path(), "2027:1")));
    let shown = block_on(library::choose_catalogue(&desk, &officer)).unwrap().unwrap();
    assert!(shown.whole && shown.words.contains("utgåva 2027:1"), "{shown:?}");
    assert_eq!(shown.groups[0].label, "Ett krav är ändrat");
    assert_eq!(shown.groups[0].titles, ["Besök på arbetsplatsen"]);
    assert!(library::library(&desk).unwrap().words.contains("2026:1"), "nothing is taken in yet");

    let taken = library::take_in_catalogue(&desk).unwrap();
    assert_eq!((taken.words.contains("2027:1"), taken.imported), (true, vec![FileKind::Edition]));
    let again = start::open_project(&desk, &begun.id).unwrap();
    assert_eq!((again.editions[0].title.as_str(), again.editions[0].asks), ("K1 Studiebesök", true));
    assert_eq!(again.editions[0].rows[0].label, "Namn");

    let kept_old = kept(&desk, &again, &Edit::KeepEdition { entry: visit() });
    assert!(kept_old.editions[0].kept && !kept_old.editions[0].asks);
    let accepted = kept(&desk, &kept_old, &Edit::AcceptEdition { entry: visit() });
    assert_eq!(accepted.editions, []);

    let later = self::desk(folder.path());
    assert!(library::library(&later).unwrap().words.contains("2027:1"), "the next window works with it too");
    let back = library::take_back_catalogue(&later, &FileKind::Edition).unwrap();
    assert!(back.words.contains("2026:1") && back.imported.is_empty());
}

#[test]
fn a_catalogue_file_that_cannot_be_used_is_told_and_not_taken_in() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let path = folder.path().join("fel.toml");
    std::fs::write(&path, "format = \"samkrav-catalogue\"\nformat_version = 1\nkind = \"own\"\nx = 1")
        .unwrap();
    let shown = block_on(library::choose_catalogue(&desk, &Answers(Some(path)))).unwrap().unwrap();
    assert!(!shown.whole && shown.faults[0].starts_with("fel.toml"), "{shown:?}");
    assert_eq!(library::take_in_catalogue(&desk).unwrap_err().kind, Kind::NotNow);
    assert_eq!(block_on(library::choose_catalogue(&desk, &Answers(None))).unwrap(), None);

    let older = edition(folder.path(), "2025:1");
    let refusal = block_on(library::choose_catalogue(&desk, &Answers(Some(older)))).unwrap_err();
    assert!(refusal.text.sv.contains("Utgåva 2025:1 är äldre än 2026:1"), "{refusal}");
}

pub fn stepped(answer: Stepped) -> (ProjectView, String, Spot) {
    match answer {
        Stepped::Kept { project, words, spot } => (project, words, spot),
        Stepped::Stale { .. } => panic!("nobody else has changed it"),
    }
}

/// Without what tells one revision from another.
pub fn content(view: &ProjectView) -> ProjectView {
    ProjectView { head: "r".into(), undo: None, redo: None, ..view.clone() }
}

#[test]
fn undo_goes_all_the_way_back_after_a_restart_too_and_redo_forth_again() {
    let home = TempDir::new().unwrap();
    let last = worked(&desk(home.path()));
    let desk = desk(home.path());
    let mut view = start::open_project(&desk, &last.id).unwrap();
    assert_eq!(view, last);
    assert!(view.undo.as_ref().unwrap().starts_with("Valt krav: "), "{:?}", view.undo);
    let mut seen = vec![content(&view)];
    while view.undo.is_some() {
        view = stepped(project::undo(&desk, &view.id, &view.head).unwrap()).0;
        seen.push(content(&view));
    }
    assert_eq!((view.title.as_str(), seen.len()), ("", 11), "eight facts, an answer and a requirement");
    for before in seen.iter().rev().skip(1) {
        view = stepped(project::redo(&desk, &view.id, &view.head).unwrap()).0;
        assert_eq!(content(&view), *before);
    }
    assert_eq!((view.undo, view.redo), (last.undo, None));
}

#[test]
fn undo_says_what_it_took_back_and_where_that_stands() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let requirement = cards(&view).find(|card| card.chosen).unwrap().entry.clone();
    let (view, words, spot) = stepped(project::undo(&desk, &view.id, &view.head).unwrap());
    assert_eq!(spot, Spot::Requirement(requirement));
    assert!(words.starts_with("Ångrat: Valt krav: "), "{words}");
    let (view, words, spot) = stepped(project::undo(&desk, &view.id, &view.head).unwrap());
    assert_eq!((spot, view.needs[0].questions[0].answer.clone()), (Spot::Question("q01".into()), None));
    assert!(words.starts_with("Ångrat: Svar: "), "{words}");
}

#[test]
fn undo_of_what_has_changed_since_shows_the_project_as_it_is() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let old = worked(&desk);
    let new = kept(&desk, &old, &Edit::Fact(FactEdit::Title("I ett annat fönster".into())));
    let answer = project::undo(&desk, &old.id, &old.head).unwrap();
    assert_eq!(answer, Stepped::Stale { project: new });
}

#[test]
fn taking_over_a_newer_edition_is_undone_too() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let visit = || "emp-study-visit".into();
    let begun = start::new_project(&desk).unwrap();
    kept(&desk, &begun, &Edit::Choose { entry: visit() });
    let officer = Answers(Some(edition(folder.path(), "2027:1")));
    block_on(library::choose_catalogue(&desk, &officer)).unwrap();
    library::take_in_catalogue(&desk).unwrap();
    for decision in [Edit::KeepEdition { entry: visit() }, Edit::AcceptEdition { entry: visit() }] {
        let asked = start::open_project(&desk, &begun.id).unwrap();
        let decided = kept(&desk, &asked, &decision);
        assert_ne!(decided.editions, asked.editions);
        let (undone, ..) = stepped(project::undo(&desk, &decided.id, &decided.head).unwrap());
        assert_eq!((&undone.editions, &undone.themes), (&asked.editions, &asked.themes));
    }
}

fn found<'v>(view: &'v SearchView, group: &str) -> Vec<(String, &'v HitView)> {
    let groups = view.groups.iter().filter(|known| known.name == group);
    let said = |hit: &HitView| hit.title.iter().map(|piece| piece.text.as_str()).collect::<String>();
    groups.flat_map(|group| group.hits.iter().map(|hit| (said(hit), hit))).collect()
}

#[test]
fn the_search_finds_what_is_in_the_project_beside_it_and_what_can_be_done() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let chosen = cards(&view).find(|card| card.chosen).unwrap();
    let by_name = find::search(&desk, &view.id, &chosen.title.to_uppercase()).unwrap();
    let (title, hit) = &found(&by_name, "I projektet")[0];
    assert_eq!(*title, format!("K1 {}", chosen.title));
    assert_eq!(hit.leads, Leads::To { spot: Spot::Requirement(chosen.entry.clone()) });

    let file = find::search(&desk, &view.id, "fil spara").unwrap();
    assert_eq!(found(&file, "Gör")[0].1.leads, Leads::Does { action: Action::SaveProjectFile });
    let code = find::search(&desk, &view.id, "9091").unwrap();
    assert!(found(&code, "CPV-koder")[0].0.starts_with("9091"));
    for (typed, heading) in [("ångra", "Ångra och gör om"), ("ramavtal", "Ramavtal")] {
        let help = find::search(&desk, &view.id, typed).unwrap();
        assert_eq!(found(&help, "I hjälpen")[0].1.leads, Leads::Reads { heading: heading.into() });
    }
    let nothing = find::search(&desk, &view.id, "").unwrap();
    let first = found(&nothing, "I projektet")[0].1;
    assert_eq!(first.leads, Leads::To { spot: Spot::Task(Task::Procurement) });
    assert_eq!((nothing.total, found(&nothing, "Gör").len()), (13, 6), "seven tasks and what can be done");
    assert_eq!(find::search(&desk, &view.id, "xyzzy").unwrap().groups, []);
}

#[test]
fn what_can_be_added_is_found_by_everyday_words_in_a_theme_or_in_all_and_what_fits_comes_first() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let told = |theme, words: &str| find::offers(&desk, &view.id, &theme, words, &usize::MAX).unwrap().rows;
    let all = told(None, "");
    let places: Vec<_> = view.offers.iter().map(|place| (&place.entry, place.theme)).collect();
    assert_eq!(all.len(), places.len());
    assert!(all.iter().all(|offer| places.contains(&(&offer.entry, offer.theme))));
    assert!(all.is_sorted_by_key(|offer| !offer.fits) && all.iter().any(|offer| !offer.fits));
    assert!(all.iter().all(|offer| offer.misfits.is_empty() || !offer.fits));

    let employment = told(Some(Theme::Employment), "");
    assert!(!employment.is_empty() && employment.iter().all(|offer| offer.theme == Theme::Employment));
    let interns = told(None, "praktikant");
    assert!(interns.iter().any(|offer| offer.title.starts_with("Praktik")), "{interns:?}");
    assert_eq!(told(None, "xyzzy"), []);

    let first = find::offers(&desk, &view.id, &None, "", &3).unwrap();
    assert_eq!(
        (&first.rows[..], first.total),
        (&all[..3], all.len()),
        "as many as are asked for, and how many there are"
    );
    assert_eq!(first.fitting, all.iter().filter(|offer| offer.fits).count());
}

#[test]
fn what_was_done_is_told_the_last_first() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let view = kept(&desk, &view, &Edit::Fact(FactEdit::Reference("KS 2026/0417".into())));
    let history = project::history(&desk, &view.id).unwrap();
    assert_eq!(history[0].revision, view.head);
    assert!(history[0].words.contains("KS 2026/0417"), "{}", history[0].words);
    assert!(history.is_sorted_by(|later, earlier| later.revision > earlier.revision));
}

/// What is law in the whole act is a model below the threshold: the text is read for the procurement that is open.
#[test]
fn a_text_is_checked_for_the_procurement_that_is_open_or_for_none() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let text = "Leverantören rapporterar.\nVarorna ska vara märkta med Fairtrade.";
    let placement = Some(Placement::TechnicalSpecification);
    let found = |id: &Option<ProjectId>| wording::check_text(&desk, id, &placement, text).unwrap().remove(0);

    let alone = found(&None);
    assert_eq!((&*alone.code, alone.line, &*alone.words), ("R04", 2, "Fairtrade"));
    assert_eq!(text.chars().skip(alone.span.start).take(9).collect::<String>(), "Fairtrade");

    let view = start::open_example(&desk, "stadning").unwrap();
    let here = found(&Some(view.id));
    assert!(here.legal_basis.contains("LOU"), "{}", here.legal_basis);
    assert_ne!(here.legal_basis, alone.legal_basis);

    let long = "ord ".repeat(300_000);
    let refused = wording::check_text(&desk, &None, &None, &long).unwrap_err();
    assert_eq!(refused.kind, Kind::BadInput);
}

/// An aim says what is wanted and is no requirement: that it is vague is nothing to read again, but a trap is one there too.
#[test]
fn of_an_aim_only_what_is_graver_than_advice_is_told() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let id = start::open_example(&desk, "stadning").unwrap().id;
    let advice = "Leverantören ska följa arbetsmiljölagen.";
    let trap = "Leverantören ska ha tecknat kollektivavtal.";
    let severities = |found: Vec<TrapView>| found.iter().map(|trap| trap.severity).collect::<Vec<_>>();
    let as_text = |text| severities(wording::check_text(&desk, &Some(id.clone()), &None, text).unwrap());
    let as_aim = |text| severities(wording::check_aim(&desk, &id, text).unwrap());
    assert_eq!((as_text(advice), as_aim(advice)), (vec![Severity::Info], vec![]));
    assert_eq!(as_aim(trap), as_text(trap));
    assert!(as_aim(trap).contains(&Severity::Stop));
    let local = "Leverantören ska anställa personer som är bosatta i kommunen.";
    let offers = |traps: Vec<TrapView>| traps.iter().filter(|trap| trap.replacement.is_some()).count();
    let as_text = wording::check_text(&desk, &Some(id.clone()), &None, local).unwrap();
    assert_eq!(
        (offers(as_text), offers(wording::check_aim(&desk, &id, local).unwrap())),
        (1, 0),
        "no duty in an aim"
    );
}
