//! The search in a project, in the catalogue and among the codes: everyday words in any order, in their forms and as parts of
//! compounds, whether or not they are typed with their dots and accents. What is found is something that one can go to.

pub mod codes;
mod everyday;
mod query;
mod section;
mod word;

use std::ops::Range;

pub use query::{Query, Reading};

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::needs::facts::serde_name;
use crate::needs::question_state::QuestionState;
use crate::procurement::Act;
use crate::procurement::cpv::CpvCode;
use crate::procurement::regime::Regime;
use crate::progress::TaskProgress;
use crate::requirements::wording;
use crate::requirements::words::{Said, Speaker};
use crate::review::finding::Finding;
use crate::spot::Spot;
use crate::text::Language;

/// A text with what was found in it, in bytes and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What was found.
    pub found: Vec<Range<usize>>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub spot: Spot,
    /// Its name.
    pub title: Marked,
    /// The part of its other words in which something was found that its name does not have.
    pub excerpt: Option<Marked>,
    /// The excerpt is an everyday word that leads here, and stands in none of its texts.
    pub everyday: bool,
}

/// What was found, by where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Tasks, questions, requirements and findings of the project.
    pub project: Vec<Hit>,
    /// Entries of the catalogue that are not requirements of the project.
    pub catalogue: Vec<Hit>,
    /// CPV codes.
    pub codes: Vec<Hit>,
}

/// What can be found: its name, and its other words.
struct Candidate {
    spot: Spot,
    title: String,
    words: Vec<String>,
}

/// Digits and letters before it is worth to look among the nine thousand codes.
const FEWEST_FOR_CODES: usize = 3;
/// Digits of a division, the widest part of the codes; so many letters do for an everyday word, "it", and for a whole name.
const DIVISION: usize = 2;
/// More codes than these nobody reads.
const MOST_CODES: usize = 200;

/// Everything that has all the words that were typed, what is named so first. Nothing typed finds the seven tasks. What is
/// spelled nearly so, or lacks one of the words, is found when nothing else is.
pub fn search(speaker: Speaker<'_>, typed: &str) -> Hits {
    if Query::read(typed).is_empty() {
        let tasks = speaker.assessment.progress.iter().map(|task| Hit::named(of_task(task, speaker)));
        return Hits { project: tasks.collect(), ..Hits::default() };
    }
    let near = speaker.project.procurement.cpv.first();
    let beside = |entry: &Entry| speaker.assessment.active_for(&entry.id).is_none();
    let looked = |reading| {
        let look = Look::new(speaker.catalogue, typed, speaker.language, reading);
        let project = look.best(in_project(speaker, look.by_section()));
        Hits { project, catalogue: look.entries(beside), codes: look.codes(near) }
    };
    let found = first_that_finds(looked);
    found.or_else(|| in_other_language(speaker.catalogue, typed, speaker.language, beside))
}

/// The same without a project: entries of the catalogue and codes.
pub fn in_catalogue(catalogue: &Catalogue, typed: &str, language: Language) -> Hits {
    let found = first_that_finds(|reading| {
        let look = Look::new(catalogue, typed, language, reading);
        Hits { project: Vec::new(), catalogue: look.entries(|_| true), codes: look.codes(None) }
    });
    found.or_else(|| in_other_language(catalogue, typed, language, |_| true))
}

/// What is called so in the other language: an English word that no Swedish text has is found too.
fn in_other_language(
    catalogue: &Catalogue,
    typed: &str,
    language: Language,
    wanted: impl Fn(&Entry) -> bool,
) -> Hits {
    let look = Look::new(catalogue, typed, language.other(), Reading::Strict);
    Hits { project: Vec::new(), catalogue: look.entries(wanted), codes: look.codes(None) }
}

impl Hits {
    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::default() { other() } else { self }
    }
}

/// What is found among the entries that are `wanted`, the best first.
pub fn among(
    catalogue: &Catalogue,
    typed: &str,
    language: Language,
    wanted: impl Fn(&Entry) -> bool,
) -> Vec<EntryId> {
    let hits = first_that_finds(|reading| {
        let look = Look::new(catalogue, typed, language, reading);
        Hits { catalogue: look.entries(&wanted), ..Hits::default() }
    });
    let id = |hit: Hit| if let Spot::Requirement(id) = hit.spot { Some(id) } else { None };
    hits.catalogue.into_iter().filter_map(id).collect()
}

fn first_that_finds(looked: impl Fn(Reading) -> Hits) -> Hits {
    let found = Reading::ALL.into_iter().map(looked);
    found.into_iter().find(|hits| *hits != Hits::default()).unwrap_or_default()
}

/// Tasks, requirements, questions and findings.
fn in_project(speaker: Speaker<'_>, by_section: bool) -> impl Iterator<Item = Candidate> {
    let assessment = speaker.assessment;
    let tasks = assessment.progress.iter().map(move |task| of_task(task, speaker));
    let standing = assessment.active.iter().filter_map(move |active| speaker.catalogue.entry(&active.entry));
    let questions = assessment.questions.iter().filter(|question| question.visible);
    tasks
        .chain(standing.map(move |entry| of_requirement(entry, speaker, by_section)))
        .chain(questions.filter_map(move |question| of_question(question, speaker)))
        .chain(assessment.findings.iter().map(move |finding| of_finding(finding, speaker)))
}

/// What is looked for, and where.
struct Look<'l> {
    catalogue: &'l Catalogue,
    typed: &'l str,
    language: Language,
    reading: Reading,
    query: Query,
}

impl<'l> Look<'l> {
    fn new(catalogue: &'l Catalogue, typed: &'l str, language: Language, reading: Reading) -> Self {
        Self { catalogue, typed, language, reading, query: Query::reading(typed, reading) }
    }

    fn best(&self, candidates: impl Iterator<Item = Candidate>) -> Vec<Hit> {
        let mut hits: Vec<(usize, Hit)> = candidates.filter_map(|candidate| self.hit(candidate)).collect();
        hits.sort_by_key(|(rank, _)| *rank);
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    fn hit(&self, Candidate { spot, title, words }: Candidate) -> Option<(usize, Hit)> {
        let parts = self.catalogue.cpv.labels(self.language).parts();
        let found = self.query.find(Some(&spot), &title, &words, parts)?;
        let beside = found.in_words.map(|(at, found)| query::excerpt(&words[at], &found));
        let everyday = found.meant.filter(|_| beside.is_none()).map(|known| self.query.marked_in(known));
        let title = Marked { text: title, found: found.in_title };
        let hit = Hit { spot, title, everyday: everyday.is_some(), excerpt: beside.or(everyday) };
        Some((found.rank, hit))
    }

    /// Whether what was typed can be a section: that is asked of every entry at every letter.
    fn by_section(&self) -> bool {
        self.typed.contains(|c: char| c.is_ascii_digit())
    }

    fn entries(&self, wanted: impl Fn(&Entry) -> bool) -> Vec<Hit> {
        let offered = self.catalogue.offered().filter(|entry| wanted(entry));
        let by_section = self.by_section();
        self.best(offered.map(|entry| of_entry(entry, self.catalogue, self.language, by_section)))
    }

    fn codes(&self, near: Option<&CpvCode>) -> Vec<Hit> {
        let letters = self.typed.trim().chars().count();
        if letters < DIVISION {
            return Vec::new();
        }
        let digits = self.typed.trim().starts_with(|c: char| c.is_ascii_digit());
        let enough = letters >= FEWEST_FOR_CODES || digits || self.query.is_known();
        let (typed, language, cpv) = (self.typed, self.language, &self.catalogue.cpv);
        // Two letters begin many words; those that are a whole name, "öl", are what is meant.
        let hits = if enough {
            codes::search_as(cpv, codes::Wish { typed, near, language, most: MOST_CODES }, self.reading).hits
        } else {
            codes::called(cpv, typed, language)
        };
        hits.iter().map(|hit| of_code(hit, language)).collect()
    }
}

impl Hit {
    fn named(candidate: Candidate) -> Self {
        let title = Marked { text: candidate.title, found: Vec::new() };
        Self { spot: candidate.spot, title, excerpt: None, everyday: false }
    }
}

fn of_task(task: &TaskProgress, speaker: Speaker<'_>) -> Candidate {
    let title = speaker.phrase(&format!("window.tasks.{}", serde_name(&task.task)));
    Candidate { spot: Spot::Task(task.task), title, words: Vec::new() }
}

fn of_question(state: &QuestionState, speaker: Speaker<'_>) -> Option<Candidate> {
    let text = speaker.catalogue.questions.get(&state.id)?.text.of(speaker.language);
    let words = [&text.why, &text.help].into_iter().chain(text.options.values()).chain(text.fields.values());
    Some(Candidate {
        spot: Spot::Question(state.id.clone()),
        title: text.question.clone(),
        words: words.cloned().collect(),
    })
}

fn of_requirement(entry: &Entry, speaker: Speaker<'_>, by_section: bool) -> Candidate {
    let said = speaker.requirement(entry);
    let act = speaker.project.procurement.act;
    let number = speaker.assessment.active_for(&entry.id).map(|active| format!("K{} ", active.number));
    Candidate {
        spot: Spot::Requirement(entry.id.clone()),
        title: format!("{}{}", number.unwrap_or_default(), said.words.title),
        words: words_of(&said)
            .into_iter()
            .chain(sections(entry, speaker.catalogue, act, by_section))
            .collect(),
    }
}

fn words_of(said: &Said<'_>) -> Vec<String> {
    let beside = [
        said.words.summary.clone(),
        said.sanction(),
        said.follow_up(),
        said.evidence_contract(),
        said.evidence_tender(),
    ];
    let duties = said.duties().into_iter().map(|duty| wording::plain(&duty));
    beside.into_iter().chain(duties).chain([said.words.motive.clone()]).collect()
}

/// An entry that does not stand has no values: its words are those that need none, and the name of its theme.
fn of_entry(entry: &Entry, catalogue: &Catalogue, language: Language, by_section: bool) -> Candidate {
    let text = entry.text.of(language);
    let theme = catalogue.phrases.say(&format!("general.themes.{}", entry.theme.code()));
    let words = [&text.summary, &text.motive, &text.notice_aim, theme.of(language)].map(Clone::clone);
    let words = words.into_iter().chain(sections(entry, catalogue, Act::default(), by_section)).collect();
    Candidate { spot: Spot::Requirement(entry.id.clone()), title: text.title.clone(), words }
}

/// The sections of the act that an entry rests on, also in short: "4 kap. 18 § (4:18)". None when no section is `sought`.
fn sections(entry: &Entry, catalogue: &Catalogue, act: Act, sought: bool) -> impl Iterator<Item = String> {
    let bases = entry.rules.legal_basis.iter().filter(move |_| sought);
    let bases = bases.filter_map(|name| catalogue.legal_bases.get(name));
    let cited = bases.flat_map(move |basis| basis.citations(act, Regime::DirectiveGoverned));
    let own = cited.filter(|cited| cited.act_name.is_none() && !cited.sections.is_empty());
    own.map(|cited| format!("{} ({})", cited.sections, section::in_short(&cited.sections)))
}

fn of_finding(finding: &Finding, speaker: Speaker<'_>) -> Candidate {
    let said = |text: &crate::text::Bilingual| text.of(speaker.language).clone();
    Candidate {
        spot: Spot::Finding(finding.key()),
        title: said(&finding.message),
        words: vec![said(&finding.remedy), said(&finding.legal_basis)],
    }
}

fn of_code(hit: &codes::Hit<'_>, language: Language) -> Hit {
    let printed = hit.item.printed();
    let after = printed.len() + 1;
    let in_label = hit.in_label.iter().map(|found| found.start + after..found.end + after);
    let title = Marked {
        text: format!("{printed} {}", hit.item.label.of(language)),
        found: hit.in_code.iter().cloned().chain(in_label).collect(),
    };
    let spot = Spot::Cpv(hit.item.code.clone());
    Hit { spot, title, everyday: hit.meant.is_some(), excerpt: hit.meant.clone() }
}
