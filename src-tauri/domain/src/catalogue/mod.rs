//! The catalogue: what can be chosen, with rules and words. Data, loaded and checked whole.

pub mod check;
mod check_facts;
mod check_notice;
mod check_question;
pub(crate) mod check_shape;
pub(crate) mod check_words;
pub mod condition;
pub(crate) mod date;
pub mod entry;
pub mod id;
pub mod legal;
pub mod library;
pub mod load;
pub mod parameter;
pub mod phrases;
pub mod profile;
pub mod question;
pub mod stated;
pub mod theme;
mod toml_file;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;
use serde::Deserialize;

use crate::notice::eforms::Eforms;
use crate::procurement::Act;
use crate::procurement::cpv::{Cpv, CpvCode};
use crate::procurement::regime::Regime;
use crate::procurement::threshold::Thresholds;
use crate::project::Project;
use crate::refusal::{Kind, Refusal};
use condition::Condition;
use entry::Entry;
use id::{EntryId, FactName, QuestionId};
use legal::{Citation, LegalBasis};
use phrases::Phrases;
use profile::Profile;
use question::{Field, Question};
use stated::StatedFinding;
use theme::{PlaceForm, Placement, Theme};

/// Which edition of the catalogue, and how fresh its law is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The name of the edition, such as "2026:1".
    pub edition: String,
    /// When its facts were last checked.
    #[serde(deserialize_with = "date::read")]
    pub checked_on: Date,
    /// The day of the consolidation of the acts that was read.
    #[serde(deserialize_with = "date::read")]
    pub law_consolidated: Date,
}

impl Edition {
    /// Year and number, by which editions follow each other.
    pub fn order(&self) -> Option<(u16, u16)> {
        let (year, number) = self.edition.split_once(':')?;
        let order = (year.parse().ok()?, number.parse().ok()?);
        // One edition has one name: no sign and no zero before the digits.
        (year.len() == 4 && format!("{}:{}", order.0, order.1) == self.edition).then_some(order)
    }
}

/// A fact that follows from others.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedFact {
    /// Its name.
    pub name: FactName,
    /// Its value when the condition holds.
    pub value: crate::needs::facts::FactValue,
    /// When it has that value; the first that holds wins.
    pub when: Condition,
}

/// Entries of one idea, from the lowest level to the highest.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The entries.
    pub entries: Vec<EntryId>,
}

/// Everything that can be chosen, asked and cited. A copy shares what it holds.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The edition.
    pub edition: Edition,
    /// The entries, in the order of the catalogue.
    pub entries: IndexMap<EntryId, Arc<Entry>>,
    /// The questions, in the order of the screen.
    pub questions: Arc<IndexMap<QuestionId, Question>>,
    /// The question and the field that each fact comes from, as places among them: asked of every condition at every edit.
    asked: Arc<HashMap<FactName, (usize, usize)>>,
    /// Facts that follow from others, in order.
    pub derived: Arc<[DerivedFact]>,
    /// CPV profiles.
    pub profiles: Arc<[Profile]>,
    /// Thresholds by period.
    pub thresholds: Arc<[Thresholds]>,
    /// The social objectives that an own requirement of a theme promotes, as codes of the notice.
    pub theme_objectives: BTreeMap<Theme, Vec<String>>,
    /// What a kriterietyp rests on by itself: names of legal bases.
    pub placements: BTreeMap<Placement, Vec<String>>,
    /// How many entries of a theme are recommended at most.
    pub theme_limits: BTreeMap<Theme, usize>,
    /// What a full month of a place form weighs.
    pub place_weights: IndexMap<PlaceForm, f64>,
    /// Ladders.
    pub ladders: Arc<[Ladder]>,
    /// Named legal bases.
    pub legal_bases: Arc<IndexMap<String, LegalBasis>>,
    /// Findings that follow from answers and choices alone.
    pub findings: Arc<[StatedFinding]>,
    /// Phrases.
    pub phrases: Arc<Phrases>,
    /// CPV.
    pub cpv: Arc<Cpv>,
    /// Fields and code lists of the notice.
    pub eforms: Arc<Eforms>,
    /// Entries that are the authority's own.
    pub own: Arc<BTreeSet<EntryId>>,
    /// Entries that the authority has switched off: kept, never offered.
    pub switched_off: Arc<HashSet<EntryId>>,
    /// Entries that a project has taken over and the catalogue does not offer: they stand, and are not proposed.
    only_here: HashSet<EntryId>,
}

impl Catalogue {
    /// The catalogue as it stands in a project: what the project took over stands as it was taken.
    #[must_use]
    pub fn as_in(&self, project: &Project) -> Self {
        let mut catalogue = self.clone();
        let mut standing = project.standing();
        // The officer's own stand here also while they are put aside.
        standing.extend(project.requirements.iter().filter(|r| r.entry.is_custom() && !r.chosen));
        // What this catalogue lacks comes last, as an authority's own entries do, and in the same order as they.
        standing.sort_by_key(|requirement| requirement.id());
        for requirement in standing {
            if !self.is_offered(requirement.id()) {
                catalogue.only_here.insert(requirement.id().clone());
            }
            catalogue.entries.insert(requirement.id().clone(), requirement.worded());
        }
        catalogue
    }

    /// Whether its edition is at least as new as that of the one in use.
    ///
    /// # Errors
    /// When it is older.
    pub fn follows(&self, in_use: &Self) -> Result<(), Refusal> {
        let (new, now) = (&self.edition, &in_use.edition);
        if new.order() >= now.order() {
            return Ok(());
        }
        let (new, now) = (&new.edition, &now.edition);
        Err(Refusal::new(
            Kind::NotNow,
            format!("Utgåva {new} är äldre än {now}, som används nu."),
            format!("Edition {new} is older than {now}, which is in use."),
        )
        .hint("Importera en nyare utgåva.", "Import a newer edition."))
    }

    /// The question whose answer gives a fact, or the number that stands for it, with its field.
    pub fn asking(&self, fact: &FactName) -> Option<(&Question, &Field)> {
        let (question, field) = *self.asked.get(fact)?;
        let (_, question) = self.questions.get_index(question)?;
        let (_, field) = question.rules.fields.get_index(field)?;
        Some((question, field))
    }

    /// The entry with this id.
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.get(id).map(|entry| &**entry)
    }

    /// The entry with this id, or a refusal that names the nearest one.
    ///
    /// # Errors
    /// When the catalogue does not hold the entry.
    pub fn find(&self, id: &EntryId) -> Result<&Entry, Refusal> {
        self.entry(id).ok_or_else(|| self.unknown(id))
    }

    fn unknown(&self, id: &EntryId) -> Refusal {
        let refusal =
            Refusal::bad_input(format!("Det finns inget krav {id}."), format!("There is no entry {id}."));
        did_you_mean(refusal, id.as_str(), self.entries.keys().map(EntryId::as_str))
    }

    /// The question with this id, or a refusal that names the nearest one.
    ///
    /// # Errors
    /// When the catalogue does not hold the question.
    pub fn find_question(&self, id: &QuestionId) -> Result<&Question, Refusal> {
        self.questions.get(id).ok_or_else(|| {
            let refusal = Refusal::bad_input(
                format!("Det finns ingen fråga {id}."),
                format!("There is no question {id}."),
            );
            did_you_mean(refusal, id.as_str(), self.questions.keys().map(QuestionId::as_str))
        })
    }

    /// The entries that may be proposed and chosen, in the order of the catalogue.
    pub fn offered(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().map(|entry| &**entry).filter(|entry| self.offers(entry))
    }

    /// The entries of a theme that may be proposed and chosen.
    pub fn offered_in(&self, theme: Theme) -> impl Iterator<Item = &Entry> {
        let here = self.entries.values().map(|entry| &**entry).filter(move |entry| entry.theme == theme);
        here.filter(|entry| self.offers(entry))
    }

    /// Whether an entry may be proposed and chosen.
    pub fn is_offered(&self, id: &EntryId) -> bool {
        self.entry(id).is_some_and(|entry| self.offers(entry))
    }

    fn offers(&self, entry: &Entry) -> bool {
        let elsewhere = self.switched_off.contains(&entry.id) || self.only_here.contains(&entry.id);
        !entry.is_withdrawn() && !elsewhere
    }

    /// The thresholds that hold on a day.
    pub fn thresholds_on(&self, day: Date) -> Option<&Thresholds> {
        self.thresholds.iter().find(|period| (period.valid_from..=period.valid_to).contains(&day))
    }

    /// The profile with the longest prefix of a code.
    pub fn profile(&self, code: &CpvCode) -> Option<&Profile> {
        self.profiles.iter().filter(|p| code.is_under(&p.cpv)).max_by_key(|p| p.cpv.len())
    }

    /// The sections that an entry rests on here: law first, each section once. What stands on a condition is cited
    /// when it `holds`.
    pub fn citations(
        &self,
        entry: &Entry,
        act: Act,
        regime: Regime,
        holds: impl Fn(&Condition) -> bool,
    ) -> Vec<&Citation> {
        let named = entry.rules.legal_basis.iter().filter_map(|name| self.legal_bases.get(name));
        let here = named.filter(|basis| basis.when.as_ref().is_none_or(&holds));
        let mut all: Vec<&Citation> = Vec::new();
        for citation in here.flat_map(|basis| basis.citations(act, regime)) {
            if !all.contains(&citation) {
                all.push(citation);
            }
        }
        all.sort_by_key(|citation| citation.basis);
        all
    }

    /// The entry and all that comes along with it, itself first.
    pub fn with_companions(&self, id: &EntryId) -> Vec<EntryId> {
        let mut found = IndexSet::from([id]);
        let mut next = 0;
        while let Some(here) = found.get_index(next) {
            found.extend(self.entry(here).iter().flat_map(|entry| &entry.rules.requires));
            next += 1;
        }
        found.into_iter().cloned().collect()
    }

    /// The place of an entry in the catalogue.
    pub fn position(&self, id: &EntryId) -> usize {
        self.entries.get_index_of(id).unwrap_or(usize::MAX)
    }
}

/// Adds the known name that is most like the one that was written.
fn did_you_mean<'n>(refusal: Refusal, written: &str, known: impl Iterator<Item = &'n str>) -> Refusal {
    // Twice as long is no slip of the pen, and a whole page would take long to compare.
    let alike = known.filter(|name| written.len() <= 2 * name.len());
    match alike.min_by_key(|name| strsim::levenshtein(written, name)) {
        Some(near) => refusal.hint(format!("Menade du {near}?"), format!("Did you mean {near}?")),
        None => refusal,
    }
}
