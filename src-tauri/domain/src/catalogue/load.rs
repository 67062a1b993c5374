//! Loading the catalogue: every file read, every reference checked; a fault names file, entry and field.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::entry::{Entry, EntryRules, EntryText};
use super::id::{EntryId, QuestionId};
use super::phrases::Phrases;
use super::question::{Question, QuestionRules, QuestionText};
use super::theme::Theme;
use super::{Catalogue, DerivedFact, Ladder, Offer};
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
struct Themes {
    theme: Vec<ThemeRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeRow {
    id: Theme,
    limit: usize,
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
    let reader = Reader { files };
    let catalogue = reader.catalogue(cpv, eforms).map_err(|fault| vec![fault])?.offering(Offer::Written);
    let faults = super::check::all(&catalogue);
    if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
}

struct Reader<'f> {
    files: &'f [File<'f>],
}

impl Reader<'_> {
    fn catalogue(&self, cpv: &Arc<Cpv>, eforms: &Arc<Eforms>) -> Result<Catalogue, Fault> {
        let themes: Themes = self.file("themes.toml")?;
        let weights: IndexMap<_, Weight> = self.file("place_forms.toml")?;
        Ok(Catalogue {
            edition: self.file("edition.toml")?,
            entries: self.entries(&themes)?,
            questions: self.questions()?.into(),
            derived: self.file::<Derived>("derived.toml")?.fact.into(),
            profiles: self.file::<Profiles>("profiles.toml")?.profile.into(),
            thresholds: self.file::<Periods>("thresholds.toml")?.period.into(),
            theme_limits: themes.theme.iter().map(|row| (row.id, row.limit)).collect(),
            place_weights: weights.into_iter().map(|(form, row)| (form, row.weight)).collect(),
            ladders: self.file::<Ladders>("ladders.toml")?.ladder.into(),
            legal_bases: Arc::new(self.file("legal_bases.toml")?),
            phrases: self.phrases()?.into(),
            cpv: Arc::clone(cpv),
            eforms: Arc::clone(eforms),
            offered: Vec::new(),
        })
    }

    fn entries(&self, themes: &Themes) -> Result<IndexMap<EntryId, Arc<Entry>>, Fault> {
        let mut entries = IndexMap::new();
        for theme in themes.theme.iter().map(|row| row.id) {
            let name = theme.code();
            let rules: IndexMap<EntryId, EntryRules> = self.file(&format!("entries/{name}.toml"))?;
            let mut texts = self.texts::<EntryId, EntryText>(name)?;
            for (id, rules) in rules {
                let text = texts.shift_remove(&id);
                let twice = Fault::new(format!("entries/{name}.toml"), id.as_str(), "kravet finns redan");
                let entry = Arc::new(Entry { id: id.clone(), theme, rules, text });
                if entries.insert(id, entry).is_some() {
                    return Err(twice);
                }
            }
            if let Some((id, _)) = texts.first() {
                return Err(Fault::new(format!("texts/{name}.sv.toml"), id.as_str(), "kravet finns inte"));
            }
        }
        Ok(entries)
    }

    fn questions(&self) -> Result<IndexMap<QuestionId, Question>, Fault> {
        let rules: IndexMap<QuestionId, QuestionRules> = self.file("questions.toml")?;
        let mut texts = self.texts::<QuestionId, QuestionText>("questions")?;
        let fault = |id: &QuestionId, what: &str| Fault::new("texts/questions.sv.toml", id.as_str(), what);
        let mut questions = IndexMap::new();
        for (id, rules) in rules {
            let text = texts.shift_remove(&id).ok_or_else(|| fault(&id, "texten saknas"))?;
            questions.insert(id.clone(), Question { id, rules, text });
        }
        match texts.first() {
            Some((id, _)) => Err(fault(id, "frågan finns inte")),
            None => Ok(questions),
        }
    }

    /// The words of both languages, joined; a thing that only one language has is a fault.
    fn texts<K, T>(&self, name: &str) -> Result<IndexMap<K, Bilingual<T>>, Fault>
    where
        K: DeserializeOwned + std::hash::Hash + Eq + fmt::Display,
        T: DeserializeOwned,
    {
        let files = Bilingual::new(format!("texts/{name}.sv.toml"), format!("texts/{name}.en.toml"));
        let sv: IndexMap<K, T> = self.file(&files.sv)?;
        let mut en: IndexMap<K, T> = self.file(&files.en)?;
        let mut joined = IndexMap::new();
        for (id, sv) in sv {
            let missing = || Fault::new(&*files.en, id.to_string(), "den engelska texten saknas");
            let en = en.shift_remove(&id).ok_or_else(missing)?;
            joined.insert(id, Bilingual { sv, en });
        }
        match en.first() {
            Some((id, _)) => Err(Fault::new(files.sv, id.to_string(), "den svenska texten saknas")),
            None => Ok(joined),
        }
    }

    fn phrases(&self) -> Result<Phrases, Fault> {
        let mut phrases = BTreeMap::new();
        for name in ["reasons", "general", "regime", "program", "specification", "notice", "window"] {
            let mut languages =
                ["sv", "en"].map(|language| self.flat(&format!("texts/{name}.{language}.toml")));
            let [sv, en] = &mut languages;
            let (sv, en) =
                (std::mem::replace(sv, Ok(BTreeMap::new()))?, std::mem::replace(en, Ok(BTreeMap::new()))?);
            let lone =
                sv.keys().find(|k| !en.contains_key(*k)).or_else(|| en.keys().find(|k| !sv.contains_key(*k)));
            if let Some(key) = lone {
                return Err(Fault::new(
                    format!("texts/{name}"),
                    key.as_str(),
                    "finns bara på ett av språken",
                ));
            }
            let both = sv
                .into_iter()
                .zip(en)
                .map(|((key, sv), (_, en))| (format!("{name}.{key}"), Bilingual { sv, en }));
            phrases.extend(both);
        }
        Ok(Phrases(phrases))
    }

    /// A file of texts as keys with points between the names of the tables.
    fn flat(&self, file: &str) -> Result<BTreeMap<String, String>, Fault> {
        let mut flat = BTreeMap::new();
        flatten(file, "", self.file(file)?, &mut flat)?;
        Ok(flat)
    }

    fn file<T: DeserializeOwned>(&self, file: &str) -> Result<T, Fault> {
        let found = self.files.iter().find(|(name, _)| *name == file);
        let (_, text) = found.ok_or_else(|| Fault::new(file, "", "filen saknas"))?;
        toml::from_str(text).map_err(|fault| located(file, text, &fault))
    }
}

/// The entry is the heading on the line of the fault, or the nearest above it.
fn located(file: &str, text: &str, fault: &toml::de::Error) -> Fault {
    let before = fault.span().and_then(|span| text.get(..span.start)).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let above: Vec<&str> = text.lines().take(line).collect();
    let entry = above.into_iter().rev().find_map(heading).unwrap_or("");
    Fault::new(file, entry, format!("rad {line}: {}", fault.message()))
}

fn heading(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?.trim_start_matches('[');
    inner.split([']', '.']).next()
}

fn flatten(
    file: &str,
    prefix: &str,
    table: toml::Table,
    into: &mut BTreeMap<String, String>,
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
