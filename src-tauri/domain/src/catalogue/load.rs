//! Loading the catalogue: every file read, every reference checked; a fault names file, entry and field.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::entry::{Entry, EntryRules, EntryText};
use super::id::{EntryId, FactName, QuestionId};
use super::phrases::Phrases;
use super::question::{Question, QuestionRules, QuestionText};
use super::theme::{Placement, Theme};
use super::{Catalogue, DerivedFact, Ladder, toml_file};
use crate::notice::eforms::Eforms;
use crate::procurement::cpv::Cpv;
use crate::procurement::threshold::Thresholds;
use crate::text::Bilingual;

/// A fault in a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The entry or question, when one is meant.
    pub entry: String,
    /// What is wrong, with the field.
    pub message: String,
}

impl Fault {
    /// A fault in a file.
    pub fn new(file: impl Into<String>, entry: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), entry: entry.into(), message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.entry {
            "" => write!(f, "{}: {}", self.file, self.message),
            entry => write!(f, "{}, {entry}: {}", self.file, self.message),
        }
    }
}

/// The files of phrases, each in both languages.
const PHRASES: [&str; 14] = [
    "reasons",
    "general",
    "regime",
    "program",
    "review",
    "wording",
    "specification",
    "response_form",
    "supplier_guide",
    "follow_up_plan",
    "decision_record",
    "notice",
    "sheet",
    "window",
];

/// A file of the catalogue: its name below the folder, and its text.
pub type File<'t> = (&'t str, &'t str);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Periods {
    period: Vec<Thresholds>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Profiles {
    profile: Vec<super::profile::Profile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Derived {
    fact: Vec<DerivedFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ladders {
    ladder: Vec<Ladder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Findings {
    finding: Vec<super::stated::StatedFinding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Themes {
    theme: Vec<ThemeRow>,
    placement: Vec<PlacementRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacementRow {
    id: Placement,
    legal_basis: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeRow {
    id: Theme,
    limit: usize,
    #[serde(default)]
    notice: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weight {
    weight: f64,
}

/// Reads and checks a whole catalogue.
///
/// # Errors
/// All faults that were found, each with file, entry and field. Nothing is taken in half.
pub fn load(files: &[File<'_>], cpv: &Arc<Cpv>, eforms: &Arc<Eforms>) -> Result<Catalogue, Vec<Fault>> {
    checked(Reader::new(files).catalogue(cpv, eforms, Phrases::default())?)
}

/// Reads and checks a whole catalogue of another edition. What it has no phrase for is said as the catalogue that is
/// built in says it, since the program that it was made for may have had less to say.
///
/// # Errors
/// As [`load`].
pub fn load_edition(files: &[File<'_>], built_in: &Catalogue) -> Result<Catalogue, Vec<Fault>> {
    let phrases = Phrases::clone(&built_in.phrases);
    checked(Reader::new(files).catalogue(&built_in.cpv, &built_in.eforms, phrases)?)
}

/// Hands on a catalogue in which every reference leads somewhere.
pub(super) fn checked(catalogue: Catalogue) -> Result<Catalogue, Vec<Fault>> {
    let faults = super::check::all(&catalogue);
    if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
}

/// Reads files, and notes what is wrong in each.
struct Reader<'f> {
    files: HashMap<&'f str, &'f str>,
    faults: RefCell<Vec<Fault>>,
}

/// The places of the question and the field that each fact comes from: the first, where several give it.
fn asked(questions: &IndexMap<QuestionId, Question>) -> HashMap<FactName, (usize, usize)> {
    let mut asked = HashMap::new();
    for (at, question) in questions.values().enumerate() {
        for (within, (name, field)) in question.rules.fields.iter().enumerate() {
            for fact in [Some(name), field.number_fact.as_ref()].into_iter().flatten() {
                asked.entry(fact.clone()).or_insert((at, within));
            }
        }
    }
    asked
}

impl<'f> Reader<'f> {
    fn new(files: &[File<'f>]) -> Self {
        Self { files: files.iter().copied().collect(), faults: RefCell::default() }
    }

    fn catalogue(
        self,
        cpv: &Arc<Cpv>,
        eforms: &Arc<Eforms>,
        mut phrases: Phrases,
    ) -> Result<Catalogue, Vec<Fault>> {
        let themes: Option<Themes> = self.file("themes.toml");
        let themes = themes.as_ref();
        let weights: Option<IndexMap<_, Weight>> = self.file("place_forms.toml");
        let edition = self.file("edition.toml");
        let questions = self.questions();
        let derived: Option<Derived> = self.file("derived.toml");
        let profiles: Option<Profiles> = self.file("profiles.toml");
        let thresholds: Option<Periods> = self.file("thresholds.toml");
        let ladders: Option<Ladders> = self.file("ladders.toml");
        let findings: Option<Findings> = self.file("findings.toml");
        let legal_bases = self.file("legal_bases.toml");
        let entries = themes.map(|themes| self.entries(themes));
        self.add_phrases(&mut phrases);
        let whole = || {
            Some(Catalogue {
                edition: edition?,
                entries: entries?,
                asked: Arc::new(asked(questions.as_ref()?)),
                questions: questions?.into(),
                derived: derived?.fact.into(),
                profiles: profiles?.profile.into(),
                thresholds: thresholds?.period.into(),
                theme_objectives: themes?.theme.iter().map(|row| (row.id, row.notice.clone())).collect(),
                placements: themes?.placement.iter().map(|row| (row.id, row.legal_basis.clone())).collect(),
                theme_limits: themes?.theme.iter().map(|row| (row.id, row.limit)).collect(),
                place_weights: weights?.into_iter().map(|(form, row)| (form, row.weight)).collect(),
                ladders: ladders?.ladder.into(),
                legal_bases: Arc::new(legal_bases?),
                findings: findings?.finding.into(),
                phrases: phrases.into(),
                cpv: Arc::clone(cpv),
                eforms: Arc::clone(eforms),
                own: Arc::default(),
                switched_off: Arc::default(),
                only_here: HashSet::new(),
            })
        };
        let catalogue = whole();
        let faults = self.faults.into_inner();
        catalogue.filter(|_| faults.is_empty()).ok_or(faults)
    }

    fn entries(&self, themes: &Themes) -> IndexMap<EntryId, Arc<Entry>> {
        let mut entries = IndexMap::new();
        for theme in themes.theme.iter().map(|row| row.id) {
            let name = theme.code();
            let file = format!("entries/{name}.toml");
            let rules: Option<IndexMap<EntryId, EntryRules>> = self.file(&file);
            let texts = self.texts::<EntryId, EntryText>(name);
            let Some((rules, mut texts)) = rules.zip(texts) else { continue };
            for (id, rules) in rules {
                match texts.swap_remove(&id) {
                    _ if entries.contains_key(&id) => self.fault(&*file, &id, "kravet finns redan"),
                    Some(text) => {
                        drop(entries.insert(id.clone(), Arc::new(Entry { id, theme, rules, text })));
                    }
                    None => self.fault(format!("texts/{name}.sv.toml"), &id, "texten saknas"),
                }
            }
            for id in texts.keys() {
                self.fault(format!("texts/{name}.sv.toml"), id, "kravet finns inte");
            }
        }
        entries
    }

    fn questions(&self) -> Option<IndexMap<QuestionId, Question>> {
        let rules: Option<IndexMap<QuestionId, QuestionRules>> = self.file("questions.toml");
        let texts = self.texts::<QuestionId, QuestionText>("questions");
        let (rules, mut texts) = rules.zip(texts)?;
        let mut questions = IndexMap::new();
        for (id, rules) in rules {
            match texts.swap_remove(&id) {
                Some(text) => drop(questions.insert(id.clone(), Question { id, rules, text })),
                None => self.fault("texts/questions.sv.toml", &id, "texten saknas"),
            }
        }
        for id in texts.keys() {
            self.fault("texts/questions.sv.toml", id, "frågan finns inte");
        }
        Some(questions)
    }

    /// The words of both languages, joined; a thing that only one language has is a fault.
    fn texts<K, T>(&self, name: &str) -> Option<IndexMap<K, Bilingual<T>>>
    where
        K: DeserializeOwned + Hash + Eq + fmt::Display,
        T: DeserializeOwned,
    {
        let files = Bilingual::new(format!("texts/{name}.sv.toml"), format!("texts/{name}.en.toml"));
        let (sv, en) = (self.file(&files.sv), self.file(&files.en));
        let (joined, lone) = join(sv?, en?);
        for id in lone.sv {
            self.fault(&*files.en, &id, "den engelska texten saknas");
        }
        for id in lone.en {
            self.fault(&*files.sv, &id, "den svenska texten saknas");
        }
        Some(joined)
    }

    fn add_phrases(&self, phrases: &mut Phrases) {
        for name in PHRASES {
            let [sv, en] = ["sv", "en"].map(|language| self.flat(&format!("texts/{name}.{language}.toml")));
            let (Some(sv), Some(en)) = (sv, en) else { continue };
            let (joined, lone) = join(sv, en);
            for key in lone.sv.into_iter().chain(lone.en) {
                self.fault(format!("texts/{name}"), &key, "finns bara på ett av språken");
            }
            phrases.0.extend(joined.into_iter().map(|(key, both)| (format!("{name}.{key}"), both)));
        }
    }

    /// A file of texts as keys with points between the names of the tables.
    fn flat(&self, file: &str) -> Option<IndexMap<String, String>> {
        let mut flat = IndexMap::new();
        match flatten(file, "", self.file(file)?, &mut flat) {
            Ok(()) => Some(flat),
            Err(fault) => self.note(fault),
        }
    }

    fn file<T: DeserializeOwned>(&self, file: &str) -> Option<T> {
        match self.files.get(file) {
            Some(text) => match toml_file::read(file, text) {
                Ok(read) => Some(read),
                Err(fault) => self.note(fault),
            },
            None => self.note(Fault::new(file, "", "filen saknas")),
        }
    }

    fn fault(&self, file: impl Into<String>, about: &impl fmt::Display, message: &str) {
        self.faults.borrow_mut().push(Fault::new(file, about.to_string(), message));
    }

    fn note<T>(&self, fault: Fault) -> Option<T> {
        self.faults.borrow_mut().push(fault);
        None
    }
}

/// What both languages have, side by side, and what only one of them has.
pub(super) fn join<K: Hash + Eq, T>(
    sv: IndexMap<K, T>,
    mut en: IndexMap<K, T>,
) -> (IndexMap<K, Bilingual<T>>, Bilingual<Vec<K>>) {
    let (mut joined, mut lone) = (IndexMap::new(), Vec::new());
    for (id, sv) in sv {
        match en.swap_remove(&id) {
            Some(en) => drop(joined.insert(id, Bilingual { sv, en })),
            None => lone.push(id),
        }
    }
    (joined, Bilingual { sv: lone, en: en.into_keys().collect() })
}

fn flatten(
    file: &str,
    prefix: &str,
    table: toml::Table,
    into: &mut IndexMap<String, String>,
) -> Result<(), Fault> {
    for (name, value) in table {
        let key = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::String(text) => drop(into.insert(key, text)),
            toml::Value::Table(inner) => flatten(file, &key, inner, into)?,
            _ => return Err(Fault::new(file, key, "ska vara en text")),
        }
    }
    Ok(())
}
