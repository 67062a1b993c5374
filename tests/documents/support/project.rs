//! Documents made from projects: the examples, and one with everything in it.

#![expect(clippy::unwrap_used, reason = "a project that cannot be made fails the test")]

use std::path::Path;
use std::sync::LazyLock;

use documents::file::DocumentName;
use documents::front::Print;
use documents::model::{Document, Status};
use documents::notice_fields as notice;
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::catalogue::id::EntryId;
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::recommend::Standing;
use domain::review::finding::Finding;
use domain::signature::Signature;
use domain::text::Language;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| domain::built_in::catalogue().unwrap());
pub const TODAY: Date = date(2026, 11, 25);

/// The project after an edit.
pub fn doing(project: &Project, edit: &Edit) -> Project {
    let signature = Signature { by: "Anna Lindqvist".into(), on: TODAY };
    domain::apply::apply(project, edit, &CATALOGUE, &signature).unwrap()
}
pub const EXAMPLES: [&str; 4] = ["byggtjanster", "stadning", "it-system", "arbetsklader"];

/// A file of the repository as JSON.
pub fn read(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn begun(facts: &Value) -> Project {
    let mut project = Project::new("01a21512-be28-7ee0-8f47-4871ddb9112b".into(), "2026:1");
    project.procurement = serde_json::from_value(facts["procurement"].clone()).unwrap();
    project.answers = serde_json::from_value(facts["answers"].clone()).unwrap();
    project
}

pub fn with(project: Project, entries: impl IntoIterator<Item = EntryId>) -> Project {
    let choose = |project, entry| doing(&project, &Edit::Choose { entry });
    entries.into_iter().fold(project, choose)
}

/// An example with what is recommended.
pub fn example(name: &str) -> Project {
    let project = begun(&read(&format!("assets/examples/{name}.json")));
    let recommended = assess(&project, &CATALOGUE, TODAY).recommendations.into_iter();
    let taken = recommended.filter(|r| matches!(r.standing, Standing::Duty | Standing::Candidate));
    with(project, taken.map(|recommendation| recommendation.entry))
}

/// A procurement in lots with every requirement of the catalogue; the reservation is of the first lot.
pub fn everything() -> Project {
    let mut facts = read("assets/examples/stadning.json");
    facts["procurement"]["lots"] = json!(["Fönsterputs", "Golvvård"]);
    let project = with(begun(&facts), CATALOGUE.offered().map(|entry| entry.id.clone()));
    let lot =
        json!({ "edit": "set_parameter", "entry": "res-lot", "parameter": "lot", "value": "Fönsterputs" });
    doing(&project, &serde_json::from_value(lot).unwrap())
}

/// [`everything`] and so many requirements of the officer's own that there are three hundred: one is longer than a page, one
/// has a word that is wider than it.
pub fn three_hundred() -> Project {
    let mut project = everything();
    let left = 300 - assess(&project, &CATALOGUE, TODAY).active.len();
    for number in 0..left {
        let duty = match number {
            0 => "Leverantören ska rapportera varje månad hur arbetet går. ".repeat(120),
            1 => format!("Leverantören ska följa {}.", "arbetsplatsförläggningsöversynsmötes".repeat(20)),
            _ => format!("Leverantören ska lämna uppgift {number} till beställaren senast på startmötet."),
        };
        let own = json!({ "edit": "write_own", "entry": format!("own-{number}"), "requirement": {
            "theme": "employment", "level": "base", "placement": "contract_term", "title": format!("Uppgift {number}"),
            "duties": [duty], "evidence_tender": "Beskrivning.", "evidence_contract": "Uppgiften.",
            "follow_up": { "who": "contract_manager", "first_after_days": 90 } } });
        project = doing(&project, &serde_json::from_value(own).unwrap());
    }
    project
}

pub fn print(language: Language) -> Print {
    Print { language, date: TODAY, status: Status::draft("0.1"), logo: None }
}

type Make = fn(&Project, &Assessment, &Print) -> Document;

/// Every document that is made from a project, by its name on the command line.
pub const DOCUMENTS: [(&str, Make); 6] = [
    ("specification", |project, now, print| DocumentName::Specification.document(project, now, print)),
    ("response_form", |project, now, print| DocumentName::ResponseForm.document(project, now, print)),
    ("supplier_guide", |project, now, print| DocumentName::SupplierGuide.document(project, now, print)),
    ("follow_up_plan", |project, now, print| DocumentName::FollowUpPlan.document(project, now, print)),
    ("decision_record", |project, now, print| DocumentName::DecisionRecord.document(project, now, print)),
    ("notice_fields", |project, now, print| DocumentName::NoticeFields.document(project, now, print)),
];

/// A document of a project.
pub fn made(project: &Project, make: Make, language: Language) -> Document {
    make(project, &assess(project, &CATALOGUE, TODAY), &print(language))
}

/// The notice fields of a project.
pub fn notice_fields(project: &Project, language: Language) -> Document {
    made(project, notice::document, language)
}

/// A project of which nobody has said anything.
pub fn empty() -> Project {
    begun(&json!({ "procurement": {}, "answers": {} }))
}

/// Every document of every example and of a project where much is said in other ways, in both languages; in Swedish also
/// of one with every requirement and of an empty one. By names such as `stadning.follow_up_plan.sv`.
pub fn every_document() -> impl Iterator<Item = (String, Document)> {
    const BOTH: &[(Language, &str)] = &[(Language::Sv, "sv"), (Language::En, "en")];
    let others =
        [("told", told(), BOTH), ("everything", everything(), &BOTH[..1]), ("empty", empty(), &BOTH[..1])];
    let examples = EXAMPLES.map(|name| (name, example(name), BOTH));
    examples.into_iter().chain(others).flat_map(|(name, project, languages)| {
        let each = DOCUMENTS.into_iter().flat_map(move |(document, make)| {
            let project = project.clone();
            languages.iter().map(move |(language, code)| {
                (format!("{name}.{document}.{code}"), made(&project, make, *language))
            })
        });
        each.collect::<Vec<_>>()
    })
}

/// A document and its PDF file.
pub struct Printed {
    pub name: String,
    pub document: Document,
    pub pdf: Vec<u8>,
}

/// [`every_document`] with its file, made once for all tests.
pub static PRINTED: LazyLock<Vec<Printed>> = LazyLock::new(|| {
    let print = |(name, document)| {
        let pdf = documents::pdf::render(&document).unwrap();
        Printed { name, document, pdf }
    };
    every_document().map(print).collect()
});

/// The first example with what is awkward to print: own words, a long word, an own requirement, answers that are none,
/// a theme that is decided against, and a Stop that is set aside.
pub fn told() -> Project {
    let mut project = example("byggtjanster");
    let not_relevant = json!({ "not_relevant": "Inget på arbetsplatsen passar för reservation." });
    project.answers.insert("q34".into(), serde_json::from_value(not_relevant).unwrap());
    let edits = json!([
        { "edit": "remove", "entry": "env-intro" },
        { "edit": "reword", "entry": "emp-study-visit",
          "duties": ["Leverantören ska ta emot {visits} besök om året på arbetsplatsförläggningsöversynsmöten."] },
        { "edit": "write_own", "entry": "own-1", "requirement": {
            "theme": "employment", "level": "base", "placement": "contract_term", "title": "Handledare på plats",
            "duties": ["Leverantören ska ha en handledare på plats ”varje dag” – även §-frågor."],
            "evidence_tender": "Beskrivning av handledningen.", "evidence_contract": "Schema.",
            "follow_up": { "who": "contract_manager", "first_after_days": 90 } } },
        { "edit": "decide", "theme": "supply_chains",
          "decision": { "outcome": "not_relevant", "reason": "Inga varor köps." } }
    ]);
    let edits: Vec<Edit> = serde_json::from_value(edits).unwrap();
    let project = edits.iter().fold(project, |project, edit| doing(&project, edit));
    let stop = assess(&project, &CATALOGUE, TODAY).findings.into_iter().find(Finding::is_open_stop);
    let keep = json!({ "edit": "override", "finding": stop.unwrap().key(), "reason": KEPT });
    doing(&project, &serde_json::from_value(keep).unwrap())
}

/// Why a Stop is set aside in [`told`].
pub const KEPT: &str = "Juristen har gått igenom kravet och godtar det 2026-11-20.";
