//! The search in a project and in the catalogue: everyday words in any order, each as it begins a word, whether or not they
//! are typed with their dots and accents. What is found is something that one can go to.

mod query;

use std::ops::Range;

pub use query::Query;

use crate::catalogue::entry::Entry;
use crate::needs::facts::serde_name;
use crate::needs::question_state::QuestionState;
use crate::procurement::cpv_search;
use crate::progress::TaskProgress;
use crate::requirements::wording;
use crate::requirements::words::{Said, Speaker};
use crate::review::finding::Finding;
use crate::spot::Spot;

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

/// Everything that has all the words that were typed, what is named so first. Nothing typed finds the seven tasks.
pub fn search(speaker: Speaker<'_>, typed: &str) -> Hits {
    let query = Query::read(typed);
    let assessment = speaker.assessment;
    let tasks = assessment.progress.iter().map(|task| of_task(task, speaker));
    if query.is_empty() {
        return Hits { project: best(&query, tasks), ..Hits::default() };
    }
    let active = |entry: &Entry| assessment.active_for(&entry.id).is_some();
    let standing = assessment.active.iter().filter_map(|active| speaker.catalogue.entry(&active.entry));
    let questions = assessment.questions.iter().filter(|question| question.visible);
    let offered = speaker.catalogue.offered().filter(|entry| !active(entry));
    let project = tasks
        .chain(standing.map(|entry| of_requirement(entry, speaker)))
        .chain(questions.filter_map(|question| of_question(question, speaker)))
        .chain(assessment.findings.iter().map(|finding| of_finding(finding, speaker)));
    Hits {
        project: best(&query, project),
        catalogue: best(&query, offered.map(|entry| of_entry(entry, speaker))),
        codes: codes(typed, speaker),
    }
}

fn best(query: &Query, candidates: impl Iterator<Item = Candidate>) -> Vec<Hit> {
    let mut hits: Vec<(usize, Hit)> = candidates.filter_map(|candidate| hit(query, candidate)).collect();
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn hit(query: &Query, Candidate { spot, title, words }: Candidate) -> Option<(usize, Hit)> {
    let found = query.find(&title, &words)?;
    let excerpt = found.in_words.map(|(at, found)| query::excerpt(&words[at], &found));
    Some((found.rank, Hit { spot, title: Marked { text: title, found: found.in_title }, excerpt }))
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

fn of_requirement(entry: &Entry, speaker: Speaker<'_>) -> Candidate {
    let said = speaker.requirement(entry);
    let number = speaker.assessment.active_for(&entry.id).map(|active| format!("K{} ", active.number));
    Candidate {
        spot: Spot::Requirement(entry.id.clone()),
        title: format!("{}{}", number.unwrap_or_default(), said.words.title),
        words: words_of(&said),
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

/// An entry that does not stand has no values: its words are those that need none.
fn of_entry(entry: &Entry, speaker: Speaker<'_>) -> Candidate {
    let text = entry.text.of(speaker.language);
    let words = [&text.summary, &text.motive, &text.notice_aim].map(Clone::clone);
    Candidate { spot: Spot::Requirement(entry.id.clone()), title: text.title.clone(), words: words.into() }
}

fn of_finding(finding: &Finding, speaker: Speaker<'_>) -> Candidate {
    let said = |text: &crate::text::Bilingual| text.of(speaker.language).clone();
    Candidate {
        spot: Spot::Finding(finding.key()),
        title: said(&finding.message),
        words: vec![said(&finding.remedy), said(&finding.legal_basis)],
    }
}

fn codes(typed: &str, speaker: Speaker<'_>) -> Vec<Hit> {
    if typed.trim().chars().count() < FEWEST_FOR_CODES {
        return Vec::new();
    }
    let main = speaker.project.procurement.cpv.first();
    let found = cpv_search::search(&speaker.catalogue.cpv, typed, main, speaker.language);
    found.into_iter().map(|hit| of_code(&hit, speaker)).collect()
}

fn of_code(hit: &cpv_search::Hit<'_>, speaker: Speaker<'_>) -> Hit {
    let printed = hit.item.printed();
    let after = printed.len() + 1;
    let in_label = hit.in_label.iter().map(|found| found.start + after..found.end + after);
    let in_code = hit.in_code.iter().filter(|found| found.end > 0).cloned();
    let title = Marked {
        text: format!("{printed} {}", hit.item.label.of(speaker.language)),
        found: in_code.chain(in_label).collect(),
    };
    Hit { spot: Spot::Cpv(hit.item.code.clone()), title, excerpt: None }
}
