//! An own requirement: what the officer has written for one project, in the shape of an entry, so that it is reviewed,
//! printed and followed up as all others are.
//!
//! It rests on what its kriterietyp rests on by itself. The text is Swedish, and printed as it is written.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::own_wording;
use super::requirement::Requirement;
use crate::apply::take_over;
use crate::catalogue::Catalogue;
use crate::catalogue::check_shape::{is_name, odd_figures};
use crate::catalogue::entry::{
    Class, Duty, Entry, EntryRules, EntryText, FollowUp, InNotice, Role, Sanction,
};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::{Parameter, ParameterKind};
use crate::catalogue::theme::{Level, Placement, Theme};
use crate::editions::takes;
use crate::notice::eforms::Term;
use crate::project::Project;
use crate::refusal::{Kind, Refusal};
use crate::text::{Bilingual, Language};

/// How the ids of own requirements begin. No catalogue may use it.
pub const PREFIX: &str = "own-";
/// The name of the value that is the weight of an award criterion.
const WEIGHT: &str = "weight";
/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// A requirement as the officer writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CustomRequirement {
    /// What it is about: one of the nine themes.
    pub theme: Theme,
    /// How far it goes.
    pub level: Level,
    /// Kriterietyp.
    pub placement: Placement,
    /// Its name.
    pub title: String,
    /// What the supplier must do, one duty each.
    pub duties: Vec<String>,
    /// Why, and the link to what is bought.
    #[serde(default)]
    pub motive: String,
    /// How it is shown in the tender.
    #[serde(default)]
    pub evidence_tender: String,
    /// How it is shown during the contract.
    #[serde(default)]
    pub evidence_contract: String,
    /// Who checks, and when; absent when nobody does.
    #[serde(default)]
    pub follow_up: Option<FollowUp>,
    /// How it is checked.
    #[serde(default)]
    pub how_checked: String,
    /// Hours a year that it takes to check.
    #[serde(default)]
    pub follow_up_hours: f64,
    /// What happens on a shortfall.
    #[serde(default)]
    pub sanction: Sanction,
}

impl CustomRequirement {
    /// What the officer wrote, from the entry that was made of it; `None` when the entry is the catalogue's.
    pub fn of(entry: &Entry) -> Option<Self> {
        let (rules, words) = (&entry.rules, &entry.text.sv);
        entry.is_custom().then(|| Self {
            theme: entry.theme,
            level: rules.level,
            placement: rules.placement,
            title: words.title.clone(),
            // The sentence about the weight is the program's: only that has a value in it.
            duties: words
                .duties
                .iter()
                .map(|duty| duty.text.clone())
                .filter(|text| !text.contains('{'))
                .collect(),
            motive: words.motive.clone(),
            evidence_tender: words.evidence_tender.clone(),
            evidence_contract: words.evidence_contract.clone(),
            follow_up: rules.follow_up,
            how_checked: words.follow_up.clone(),
            follow_up_hours: rules.follow_up_hours,
            sanction: rules.sanction,
        })
    }

    fn entry(&self, id: &EntryId, catalogue: &Catalogue, today: Date) -> Result<Entry, Refusal> {
        let mut text = Bilingual { sv: self.words()?, en: self.words()? };
        if self.placement == Placement::AwardCriterion {
            add_weight(&mut text, catalogue);
        }
        let entry = Entry { id: id.clone(), theme: self.theme, rules: self.rules(catalogue, today), text };
        let odd = odd_figures(&entry).next();
        match odd {
            None => Ok(entry),
            Some(odd) => {
                let en = format!("The requirement cannot be kept: {odd}.");
                Err(Refusal::bad_input(format!("Kravet går inte att spara: {odd}."), en))
            }
        }
    }

    fn words(&self) -> Result<EntryText, Refusal> {
        let title = own_wording::line("Namnet", "The name", &self.title, LONGEST_TITLE)?;
        let duties = own_wording::checked(&self.duties, &IndexMap::new())?;
        let said = |(sv, en): (&str, &str), text: &str| {
            if text.trim().is_empty() { Ok(String::new()) } else { own_wording::text(sv, en, text) }
        };
        let evidence_tender = said(("Bevis i anbudet", "Evidence in the tender"), &self.evidence_tender)?;
        let evidence_contract =
            said(("Bevis i avtalet", "Evidence during the contract"), &self.evidence_contract)?;
        let short = if evidence_contract.is_empty() { &evidence_tender } else { &evidence_contract };
        Ok(EntryText {
            evidence_short: short.clone(),
            notice_aim: duties.first().cloned().unwrap_or_default(),
            duties: duties.into_iter().map(|text| Duty { text, when: None }).collect(),
            motive: said(("Motivet", "The motive"), &self.motive)?,
            follow_up: said(("Hur det kontrolleras", "How it is checked"), &self.how_checked)?,
            title,
            evidence_tender,
            evidence_contract,
            ..EntryText::default()
        })
    }

    fn rules(&self, catalogue: &Catalogue, today: Date) -> EntryRules {
        let weighs = self.placement == Placement::AwardCriterion;
        EntryRules {
            parameters: weighs.then(weight).into_iter().collect(),
            in_notice: if weighs { weighed() } else { InNotice::default() },
            follow_up_hours: self.follow_up_hours,
            follow_up: self.follow_up,
            sanction: self.sanction,
            requires: self.companions(catalogue),
            legal_basis: catalogue.placements.get(&self.placement).cloned().unwrap_or_default(),
            notice: catalogue.theme_objectives.get(&self.theme).cloned().unwrap_or_default(),
            ..EntryRules::new(self.level, self.placement, Class::Custom, today)
        }
    }

    /// The terms without which parts of it are empty words: what happens on a shortfall, and that evidence is handed in.
    fn companions(&self, catalogue: &Catalogue) -> Vec<EntryId> {
        let sanction: &[Role] = match self.sanction {
            Sanction::None => &[],
            Sanction::Cure => &[Role::Cure],
            Sanction::CureThenDamages | Sanction::CureThenDamagesThenTermination => {
                &[Role::Cure, Role::Damages]
            }
        };
        let shown = self.follow_up.is_some() && !self.evidence_contract.trim().is_empty();
        let roles = sanction.iter().copied().chain(shown.then_some(Role::Evidence));
        let playing = |role| catalogue.offered().find(|entry| entry.rules.role == Some(role));
        roles.filter_map(playing).map(|entry| entry.id.clone()).collect()
    }
}

/// The weight of an award criterion, in per cent of the points: the officer fills it in.
fn weight() -> (ParameterName, Parameter) {
    (WEIGHT.into(), Parameter::to_fill_in(ParameterKind::Percent, Some([1.0, 100.0])))
}

/// An exact weight in per cent, in the words of the notice.
fn weighed() -> InNotice {
    let codes = IndexMap::from([(Term::Bt5421, vec!["per-exa".to_owned()])]);
    InNotice { codes, lot: None, weight: Some(WEIGHT.into()) }
}

fn add_weight(text: &mut Bilingual<EntryText>, catalogue: &Catalogue) {
    for (words, language) in [(&mut text.sv, Language::Sv), (&mut text.en, Language::En)] {
        let said = |key: &str| catalogue.phrases.word(&format!("program.own.{key}"), language).to_owned();
        words.duties.push(Duty { text: said("weighs"), when: None });
        words.parameters.insert(WEIGHT.into(), said("weight"));
    }
}

/// Writes an own requirement, new or anew; a new one is chosen.
pub(crate) fn write(
    project: &mut Project,
    id: &EntryId,
    written: &CustomRequirement,
    catalogue: &Catalogue,
    today: Date,
) -> Result<(), Refusal> {
    if !id.as_str().starts_with(PREFIX) || !is_name(id.as_str()) {
        return Err(not_own(id));
    }
    if !Theme::DECIDED.contains(&written.theme) {
        let (sv, en) =
            ("Ett eget krav hör till ett av de nio temana.", "It belongs to one of the nine themes.");
        return Err(Refusal::bad_input(sv, en).hint("Välj ett tema.", "Choose a theme."));
    }
    let entry = written.entry(id, catalogue, today)?;
    for companion in &entry.rules.requires {
        take_over(project, companion, catalogue);
    }
    match project.requirements.iter_mut().find(|requirement| requirement.id() == id) {
        Some(known) => {
            known.values.retain(|name, value| takes(&entry, name, value));
            known.entry = entry.into();
        }
        None => project.requirements.push(Requirement::of(&entry.into(), true)),
    }
    Ok(())
}

/// Takes an own requirement away for good.
pub(crate) fn discard(project: &mut Project, id: &EntryId) -> Result<(), Refusal> {
    let own = |requirement: &Requirement| requirement.id() == id && requirement.entry.is_custom();
    let before = project.requirements.len();
    project.requirements.retain(|requirement| !own(requirement));
    if project.requirements.len() < before { Ok(()) } else { Err(not_here(id)) }
}

/// Chooses an own requirement that the officer has put aside; `None` when the project has none with this id.
pub(crate) fn choose(project: &mut Project, id: &EntryId, catalogue: &Catalogue) -> Option<()> {
    let own = project.requirements.iter_mut().find(|r| r.id() == id && r.entry.is_custom())?;
    own.chosen = true;
    for companion in own.entry.rules.requires.clone() {
        take_over(project, &companion, catalogue);
    }
    Some(())
}

fn not_own(id: &EntryId) -> Refusal {
    Refusal::bad_input(
        format!("Ett eget krav kan inte heta {id}."),
        format!("An own requirement cannot be named {id}."),
    )
    .hint(
        "Namnet börjar med own- och har små bokstäver a–z, siffror och bindestreck, högst 64 tecken.",
        "It begins with own- and has small letters a–z, digits and hyphens, at most 64 characters.",
    )
}

fn not_here(id: &EntryId) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Projektet har inget eget krav {id}."),
        format!("The project has no own requirement {id}."),
    )
    .hint("Öppna projektet igen och se vilka som finns.", "Open the project again and see which there are.")
}
