//! A project: an officer's work on one procurement.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::check_shape::odd_figures;
use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::theme::Theme;
use crate::fixed::FixedVersion;
use crate::name::name;
use crate::needs::answer::Answer;
use crate::procurement::Procurement;
use crate::procurement::regime::RegimeOverride;
use crate::refusal::Refusal;
use crate::requirements::decision::Decision;
use crate::requirements::requirement::Requirement;
use crate::review::finding::{FindingKey, FindingOverride};

name! {
    /// A project, for ever.
    ProjectId
}

/// Everything that the officer has put in; what follows from it is worked out by `assess`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// The edition of the catalogue it was begun with.
    pub edition: String,
    /// The facts of the procurement.
    pub procurement: Procurement,
    /// The officer's own choice of regime.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime_override: Option<RegimeOverride>,
    /// Answers, also to questions that are hidden now: kept, not used.
    #[serde(default)]
    pub answers: BTreeMap<QuestionId, Answer>,
    /// Requirements, chosen or standing by for what requires them.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// Decisions about themes.
    #[serde(default)]
    pub decisions: BTreeMap<Theme, Decision>,
    /// Stops that were set aside with a reason.
    #[serde(default)]
    pub overrides: Vec<FindingOverride>,
    /// The versions that were fixed, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<FixedVersion>,
}

/// The most requirements in one project: ten times those of the catalogue that is built in.
const MOST_REQUIREMENTS: usize = 1000;

impl Project {
    /// Looks through a project that others have written: its entries come with it, and no catalogue has checked them.
    ///
    /// # Errors
    /// When it has more requirements than anybody can read, the same twice, or figures that nothing can be worked out
    /// from.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.requirements.len() > MOST_REQUIREMENTS {
            return Err(damaged(
                format!("Projektet har fler än {MOST_REQUIREMENTS} krav."),
                format!("The project has more than {MOST_REQUIREMENTS} requirements."),
            ));
        }
        let mut seen = HashSet::new();
        self.requirements.iter().try_for_each(|requirement| {
            let id = requirement.id();
            if !seen.insert(id) {
                let sv = format!("Kravet {id} står två gånger i projektet.");
                return Err(damaged(sv, format!("The requirement {id} stands twice in the project.")));
            }
            odd_figures(&requirement.entry).next().map_or(Ok(()), |odd| {
                let en = format!("The requirement {id} cannot be used: {odd}.");
                Err(damaged(format!("Kravet {id} går inte att använda: {odd}."), en))
            })
        })
    }

    /// A new, empty project.
    pub fn new(id: ProjectId, edition: impl Into<String>) -> Self {
        Self {
            id,
            edition: edition.into(),
            procurement: Procurement::default(),
            regime_override: None,
            answers: BTreeMap::new(),
            requirements: Vec::new(),
            decisions: BTreeMap::new(),
            overrides: Vec::new(),
            fixed: Vec::new(),
        }
    }

    /// The requirement made from an entry, chosen or standing by.
    pub fn requirement(&self, entry: &EntryId) -> Option<&Requirement> {
        self.requirements.iter().find(|requirement| requirement.id() == entry)
    }

    /// The entries that the officer chose.
    pub fn chosen(&self) -> impl Iterator<Item = &EntryId> {
        self.requirements.iter().filter(|requirement| requirement.chosen).map(Requirement::id)
    }

    /// The requirements that count: what was chosen, and what that required when it was taken over.
    pub fn standing(&self) -> Vec<&Requirement> {
        let by_id: HashMap<&EntryId, &Requirement> = self.requirements.iter().map(|r| (r.id(), r)).collect();
        let mut found: Vec<&Requirement> = self.requirements.iter().filter(|r| r.chosen).collect();
        let mut seen: HashSet<&EntryId> = found.iter().map(|r| r.id()).collect();
        let mut next = 0;
        while let Some(requirement) = found.get(next) {
            let required = requirement.entry.rules.requires.iter().filter_map(|id| by_id.get(id));
            let new: Vec<&Requirement> = required.filter(|r| seen.insert(r.id())).copied().collect();
            found.extend(new);
            next += 1;
        }
        found
    }

    /// The same without what was taken away, which waits here with its texts and values should it be chosen again.
    #[must_use]
    pub fn without_taken_away(&self) -> Self {
        let standing: HashSet<&EntryId> = self.standing().into_iter().map(Requirement::id).collect();
        let stands = |requirement: &&Requirement| standing.contains(requirement.id());
        Self { requirements: self.requirements.iter().filter(stands).cloned().collect(), ..self.clone() }
    }

    /// How a finding was set aside, if it was.
    pub fn set_aside(&self, finding: &FindingKey) -> Option<&FindingOverride> {
        self.overrides.iter().find(|other| other.finding == *finding)
    }

    /// The day that decides which dated rules hold.
    pub fn notice_date_or(&self, today: Date) -> Date {
        self.procurement.notice_date.unwrap_or(today)
    }
}

fn damaged(sv: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::bad_input(sv, en).hint("Be om filen på nytt.", "Ask for the file again.")
}
