//! "Skriv eget krav": what there is to choose among, and what each kriterietyp means.

use domain::catalogue::condition::Condition;
use domain::catalogue::entry::{Checker, Sanction};
use domain::catalogue::legal::Citation;
use domain::catalogue::theme::{Level, Placement};
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::{CitationView, level_word, placement_word};

/// What an own requirement is written with.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnRequirementForm {
    /// Where it can work.
    pub placements: Vec<PlacementView>,
    /// How far it can go.
    pub levels: Vec<Choice<Level>>,
    /// What can happen on a shortfall.
    pub sanctions: Vec<Choice<Sanction>>,
    /// Who can check.
    pub checkers: Vec<Choice<Checker>>,
}

/// A value with its words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Choice<T> {
    /// The value.
    pub value: T,
    /// "Rättelse, därefter vite"
    pub label: String,
}

/// A kriterietyp, with what it means here.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacementView {
    /// The kriterietyp.
    pub placement: Placement,
    /// "Särskilt kontraktsvillkor"
    pub word: String,
    /// What the supplier shows and how it is judged.
    pub means: String,
    /// The sections that it rests on here; none when nothing is known.
    pub citations: Vec<CitationView>,
    /// Why there are none.
    pub uncited: Option<String>,
}

const LEVELS: [Level; 3] = [Level::Base, Level::Advanced, Level::Spearhead];
const SANCTIONS: [Sanction; 4] =
    [Sanction::None, Sanction::Cure, Sanction::CureThenDamages, Sanction::CureThenDamagesThenTermination];
const CHECKERS: [Checker; 4] =
    [Checker::ContractManager, Checker::Officer, Checker::MatchingLead, Checker::ThirdParty];

impl OwnRequirementForm {
    /// The form, in words.
    pub fn of(speaker: Speaker<'_>) -> Self {
        let placements = speaker.catalogue.placements.keys();
        Self {
            placements: placements.map(|placement| PlacementView::of(*placement, speaker)).collect(),
            levels: LEVELS.map(|value| Choice { value, label: level_word(value, speaker) }).to_vec(),
            sanctions: SANCTIONS.map(|value| choice(value, "sanctions", speaker)).to_vec(),
            checkers: CHECKERS.map(|value| choice(value, "follow_up_by", speaker)).to_vec(),
        }
    }
}

fn choice<T: Serialize>(value: T, group: &str, speaker: Speaker<'_>) -> Choice<T> {
    let label = speaker.phrase(&format!("general.{group}.{}", serde_name(&value)));
    Choice { value, label }
}

impl PlacementView {
    fn of(placement: Placement, speaker: Speaker<'_>) -> Self {
        let named = speaker.catalogue.placements.get(&placement).into_iter().flatten();
        let (act, regime) = (speaker.project.procurement.act, speaker.assessment.regime.regime());
        let holds =
            |when: &Option<Condition>| when.as_ref().is_none_or(|when| when.holds(&speaker.assessment.facts));
        let bases = named.filter_map(|name| speaker.catalogue.legal_bases.get(name));
        let bases = bases.filter(|basis| holds(&basis.when)).zip(regime);
        let citations: Vec<&Citation> =
            bases.flat_map(|(basis, regime)| basis.citations(act, regime)).collect();
        Self::with(placement, &citations, speaker)
    }

    /// With the sections of a requirement.
    pub fn with(placement: Placement, citations: &[&Citation], speaker: Speaker<'_>) -> Self {
        Self {
            placement,
            word: placement_word(placement, speaker),
            means: speaker.phrase(&format!("specification.about.{}", serde_name(&placement))),
            citations: citations.iter().map(|citation| CitationView::of(citation, speaker)).collect(),
            uncited: citations.is_empty().then(|| uncited(speaker)),
        }
    }
}

/// Nothing is known of the sections while the regime is open; after that there are none that we have read.
fn uncited(speaker: Speaker<'_>) -> String {
    let decided = speaker.assessment.regime.regime().is_some();
    speaker.phrase(if decided { "specification.facts.no_citation" } else { "review.legal.undecided" })
}
