//! `samkrav lint`: what is found in a text on standard input, from a single sentence to a whole specification.

use clap::Args;
use domain::catalogue::theme::Placement;
use domain::format;
use domain::needs::facts::serde_name;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::regime::Regime;
use domain::procurement::{Act, ContractNature};
use domain::refusal::Refusal;
use domain::review::finding::Severity;
use domain::text::Language;
use domain::wording::check;
use domain::wording::context::Context;
use serde::Serialize;

use super::{in_use, json};
use crate::answer::Answer;
use crate::report;
use crate::streams;
use crate::wording_json::WordingJson;

/// Pröva en formulering eller en hel kravtext på standard in. Svarar 1 när ett stopp finns
#[derive(Args)]
#[command(
    override_usage = "samkrav lint [--placement KRITERIETYP] [--act LAG] [--regime REGIM] [--nature ART] \
                      [--months MÅNADER] [--value VÄRDE] [--json] < TEXT"
)]
pub struct Lint {
    #[arg(
        long,
        value_name = "KRITERIETYP",
        value_parser = one_of(&PLACEMENTS),
        help = "Kriterietyp: contract_term, technical_specification, award_criterion, selection_criterion, \
                exclusion_ground eller reserved_participation"
    )]
    placement: Option<Placement>,
    /// Lag: lou, luf eller luk. Annars lou
    #[arg(long, value_name = "LAG", value_parser = one_of(&ACTS))]
    act: Option<Act>,
    #[arg(
        long,
        value_name = "REGIM",
        value_parser = one_of(&REGIMES),
        help = "Regim: directive_governed, nationally_governed eller direct_award"
    )]
    regime: Option<Regime>,
    /// Kontraktets art: works, services eller supplies
    #[arg(long, value_name = "ART", value_parser = one_of(&NATURES))]
    nature: Option<ContractNature>,
    /// Kontraktets längd i månader
    #[arg(long, value_name = "MÅNADER", value_parser = Months::read)]
    months: Option<Months>,
    /// Kontraktets värde, till exempel 2,4 Mkr
    #[arg(long, value_name = "VÄRDE", value_parser = Sek::read)]
    value: Option<Sek>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

const PLACEMENTS: [Placement; 6] = [
    Placement::ContractTerm,
    Placement::TechnicalSpecification,
    Placement::AwardCriterion,
    Placement::SelectionCriterion,
    Placement::ExclusionGround,
    Placement::ReservedParticipation,
];
const ACTS: [Act; 3] = [Act::Lou, Act::Luf, Act::Luk];
const REGIMES: [Regime; 3] = [Regime::DirectiveGoverned, Regime::NationallyGoverned, Regime::DirectAward];
const NATURES: [ContractNature; 3] =
    [ContractNature::Works, ContractNature::Services, ContractNature::Supplies];

/// Reads one of the names that the vocabulary has.
fn one_of<T: Serialize + Copy>(all: &'static [T]) -> impl Fn(&str) -> Result<T, Refusal> + Clone {
    move |typed| {
        let named = all.iter().copied().find(|value| serde_name(value) == typed);
        named.ok_or_else(|| unknown(typed, &all.iter().map(serde_name).collect::<Vec<_>>()))
    }
}

fn unknown(typed: &str, names: &[String]) -> Refusal {
    let (sv, en) = (format!("”{typed}” går inte att välja."), format!("“{typed}” cannot be chosen."));
    let (list, list_en) = (format::list(names, Language::Sv), format::list(names, Language::En));
    Refusal::bad_input(sv, en).hint(format!("Det som går är {list}."), format!("Possible are {list_en}."))
}

impl Lint {
    pub fn run(self) -> Result<Answer, Refusal> {
        let catalogue = in_use()?;
        let text = streams::standard_input()?;
        let found = check(&text, &self.context(), &catalogue);
        let said =
            if self.json { json(&WordingJson::of(&text, &found))? } else { report::wording(&text, &found) };
        let stop = found.iter().any(|finding| finding.severity == Severity::Stop);
        Ok(if stop { Answer::no(said) } else { Answer::yes(said) })
    }

    fn context(&self) -> Context {
        Context {
            placement: self.placement,
            act: self.act.unwrap_or_default(),
            regime: self.regime,
            nature: self.nature,
            months: self.months,
            value: self.value,
            cpv: Vec::new(),
        }
    }
}
