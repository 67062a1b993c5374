//! Fastställ: what a project says when it is fixed as a version, kept for good. From then on a requirement has the number
//! that it had, and one can see what has changed since.

mod before;
mod changes;
mod version;

pub use before::{Before, before};
pub(crate) use changes::fields;
pub use changes::{Change, Changes, day_of, since, since_predecessor};
pub use version::Version;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::assess::{Active, Assessment, assess};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::theme::Theme;
use crate::format;
use crate::needs::answer::Answer;
use crate::procurement::Procurement;
use crate::progress::{Task, TaskProgress, TaskState};
use crate::project::Project;
use crate::refusal::{Kind, Refusal};
use crate::requirements::decision::Decision;
use crate::requirements::wording;
use crate::requirements::words::Speaker;
use crate::review::finding::{Finding, Place};
use crate::signature::Signature;
use crate::text::{Bilingual, Language};

/// What a project said when it was fixed. It never changes; it only gets a successor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedVersion {
    /// Which version it is.
    pub version: Version,
    /// The day it was fixed; it stands on the documents.
    pub on: Date,
    /// Who fixed it: the one who decides, else the officer.
    pub by: String,
    /// The edition of the catalogue then.
    pub edition: String,
    /// The facts as they were.
    pub procurement: Procurement,
    /// The answers as they were.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// The decisions as they were.
    pub decisions: BTreeMap<Theme, Decision>,
    /// The requirements as they were printed, in the order of the document.
    pub requirements: Vec<FixedRequirement>,
    /// The documents that were made.
    pub documents: Vec<FixedDocument>,
}

/// A requirement as it was printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedRequirement {
    /// The entry.
    pub entry: EntryId,
    /// Its number: 1 is printed K1. It is never given to another.
    pub number: usize,
    /// Its heading.
    pub title: Bilingual,
    /// Its duties, in the order of their letters.
    pub duties: Bilingual<Vec<String>>,
    /// Evidence, follow-up and sanction, in the order in which they are printed.
    pub terms: Bilingual<Vec<String>>,
}

/// A document that was made of a version, so that anyone can tell whether a file is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FixedDocument {
    /// Which document: `specification`.
    pub document: String,
    /// Its language.
    pub language: Language,
    /// SHA-256 of the PDF, in hexadecimal.
    pub sha256: String,
}

impl Project {
    /// The version that was fixed last.
    pub fn last_fixed(&self) -> Option<&FixedVersion> {
        self.fixed.last()
    }

    /// The version that a draft is of now.
    pub fn draft_version(&self) -> Version {
        self.last_fixed().map_or(Version::FIRST_DRAFT, |last| last.version.next_draft())
    }

    /// The version that is proposed when the project is to be fixed.
    pub fn next_version(&self) -> Version {
        self.last_fixed().map_or(Version::FIRST_DRAFT, |last| last.version).next_whole()
    }

    /// The numbers that requirements have had in a fixed version: they keep them, also when they have gone.
    pub fn fixed_numbers(&self) -> HashMap<&EntryId, usize> {
        let requirements = self.fixed.iter().flat_map(|version| &version.requirements);
        requirements.map(|requirement| (&requirement.entry, requirement.number)).collect()
    }

    /// The requirements of fixed versions that do not stand any longer, by number: each "utgår".
    pub fn withdrawn<'a>(&'a self, assessment: &Assessment) -> Vec<&'a FixedRequirement> {
        let requirements = self.fixed.iter().flat_map(|version| &version.requirements);
        let gone = requirements.filter(|requirement| assessment.active_for(&requirement.entry).is_none());
        let by_number: BTreeMap<usize, &FixedRequirement> =
            gone.map(|requirement| (requirement.number, requirement)).collect();
        by_number.into_values().collect()
    }
}

/// Fixes a project as a version.
///
/// # Errors
/// When the version is not later than the last, the facts are not complete, nothing stands while a theme waits for its decision, or a
/// Stop is open.
pub fn fix(
    project: &mut Project,
    version: Version,
    documents: Vec<FixedDocument>,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<(), Refusal> {
    let assessment = assess(project, catalogue, signature.on);
    is_later(project, version)?;
    if let Some(refusal) = refused(&hinders(&assessment)) {
        return Err(refusal);
    }
    let fixed = FixedVersion {
        version,
        on: signature.on,
        by: decided_by(project, signature),
        edition: catalogue.edition.edition.clone(),
        procurement: project.procurement.clone(),
        answers: project.answers.clone(),
        decisions: project.decisions.clone(),
        requirements: printed(project, &assessment),
        documents,
    };
    project.fixed.push(fixed);
    Ok(())
}

/// The requirements that stand, as they are printed now.
fn printed(project: &Project, assessment: &Assessment) -> Vec<FixedRequirement> {
    let standing = assessment.active.iter();
    let known = standing.filter_map(|active| Some((active, assessment.catalogue.entry(&active.entry)?)));
    known.map(|(active, entry)| as_printed(active, entry, project, assessment)).collect()
}

fn as_printed(
    active: &Active,
    entry: &Entry,
    project: &Project,
    assessment: &Assessment,
) -> FixedRequirement {
    let said = |language| Speaker::new(project, assessment, language).requirement(entry);
    FixedRequirement {
        entry: active.entry.clone(),
        number: active.number,
        title: entry.title(),
        duties: Bilingual::each(|language| {
            said(language).duties().iter().map(|pieces| wording::plain(pieces)).collect()
        }),
        terms: Bilingual::each(|language| {
            let said = said(language);
            vec![said.evidence_tender(), said.evidence_contract(), said.follow_up(), said.sanction()]
        }),
    }
}

fn decided_by(project: &Project, signature: &Signature) -> String {
    let names = [&project.procurement.decision_maker, &signature.by, &project.procurement.officer];
    names.into_iter().find(|name| !name.trim().is_empty()).cloned().unwrap_or_default()
}

fn is_later(project: &Project, version: Version) -> Result<(), Refusal> {
    let last = project.last_fixed().map_or(Version::FIRST_DRAFT, |last| last.version);
    if version > last {
        return Ok(());
    }
    Err(Refusal::bad_input(
        format!("Version {version} kommer inte efter version {last}."),
        format!("Version {version} does not come after version {last}."),
    )
    .hint(
        format!("Välj en senare version, som {}.", last.next_whole()),
        format!("Choose a later version, such as {}.", last.next_whole()),
    ))
}

/// What hinders that a project is fixed, and the task where it is mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Hinder {
    /// Where it is mended.
    pub task: Task,
    /// What is so, as a sentence without its full stop: "Ett stopp i granskningen".
    pub what: Bilingual,
    /// What to do.
    pub hint: Bilingual,
}

/// All that hinders that a project is fixed as it stands: facts that are left, themes without a decision where nothing is asked
/// for, open Stops. Which Stops there are follows from the regime, so that nobody knows while that is undecided.
pub fn hinders(assessment: &Assessment) -> Vec<Hinder> {
    let told =
        |progress: &TaskProgress| progress.task == Task::Procurement && progress.state == TaskState::Done;
    let untold = assessment.regime.regime().is_none() || !assessment.progress.iter().any(told);
    let undecided = assessment.active.is_empty() && !assessment.asks_for_nothing();
    let open = || assessment.findings.iter().filter(|finding| finding.is_open_stop()).count();
    let stops = if assessment.regime.regime().is_some() { open() } else { 0 };
    let unfilled = unfilled(assessment);
    let all = [
        untold.then(Hinder::untold),
        undecided.then(Hinder::undecided),
        (stops > 0).then(|| Hinder::stopped(stops)),
        (!unfilled.is_empty()).then(|| Hinder::unfilled(&unfilled)),
    ];
    all.into_iter().flatten().collect()
}

/// What has gaps in its text though a reason is given to go on: a reason can stand for a judgement, and not for words that nobody
/// can read. What has an open Stop is told of by that.
fn unfilled(assessment: &Assessment) -> Vec<String> {
    let is_open = |active: &Active| {
        let place = Place::Requirement(active.entry.clone());
        let about = |finding: &&Finding| finding.place == place || finding.also.contains(&place);
        assessment.findings.iter().filter(about).any(Finding::is_open_stop)
    };
    let with_gaps = assessment.active.iter().filter(|active| assessment.has_gaps(active));
    with_gaps.filter(|active| !is_open(active)).map(|active| format!("K{}", active.number)).collect()
}

impl Hinder {
    fn untold() -> Self {
        Self {
            task: Task::Procurement,
            what: Bilingual::new(
                "Uppgifterna om upphandlingen är inte klara",
                "The facts of the procurement are not complete",
            ),
            hint: Bilingual::new(
                "Fyll i det som är kvar i Upphandlingen.",
                "Fill in what is left in Procurement.",
            ),
        }
    }

    fn undecided() -> Self {
        Self {
            task: Task::Requirements,
            what: Bilingual::new(
                "Inget krav är valt, och det finns teman utan beslut",
                "No requirement is chosen, and there are themes without a decision",
            ),
            hint: Bilingual::new(
                "Välj ett krav, eller avsluta varje tema med ett skäl.",
                "Choose a requirement, or end each theme with a reason.",
            ),
        }
    }

    fn unfilled(numbers: &[String]) -> Self {
        let [sv, en] = [Language::Sv, Language::En].map(|language| format::list(numbers, language));
        Self {
            task: Task::Requirements,
            what: Bilingual::new(format!("Ett värde saknas i {sv}"), format!("A value is missing in {en}")),
            hint: Bilingual::new(
                "Fyll i det, eller ta bort kravet. Ett skäl räcker inte, eftersom texten inte går att läsa.",
                "Fill it in, or remove the requirement. A reason is not enough, since the text cannot be read.",
            ),
        }
    }

    fn stopped(stops: usize) -> Self {
        let [sv, en] = [Language::Sv, Language::En].map(|language| {
            format::upper_first(&format::count(f64::from(u32::try_from(stops).unwrap_or(u32::MAX)), language))
        });
        let what = match stops {
            1 => Bilingual::new("Ett stopp i granskningen", "One Stop in the review"),
            _ => Bilingual::new(format!("{sv} stopp i granskningen"), format!("{en} Stops in the review")),
        };
        Self {
            task: Task::Review,
            what,
            hint: Bilingual::new(
                "Rätta det som granskningen visar, eller skriv där ett skäl att gå vidare.",
                "Mend what the review shows, or write a reason there to go on.",
            ),
        }
    }
}

/// What is answered when a project is asked to be fixed all the same; nothing when nothing hinders it.
fn refused(hinders: &[Hinder]) -> Option<Refusal> {
    let told = |part: fn(&Hinder) -> &Bilingual, between: &str| {
        let said =
            |language| hinders.iter().map(|hinder| &**part(hinder).of(language)).collect::<Vec<&str>>();
        [Language::Sv, Language::En].map(|language| said(language).join(between))
    };
    let [sv, en] = told(|hinder| &hinder.what, ". ");
    let refusal = Refusal::new(
        Kind::NotNow,
        format!("{sv}. Dokumenten kan inte fastställas."),
        format!("{en}. The documents cannot be finalised."),
    );
    let [sv, en] = told(|hinder| &hinder.hint, " ");
    (!hinders.is_empty()).then(|| refusal.hint(sv, en))
}
