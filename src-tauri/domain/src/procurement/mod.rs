//! The purchase being prepared: what is bought, by whom, for how much and how long.

pub mod amount;
pub mod cpv;
pub mod regime;
pub mod regime_words;
pub mod threshold;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::date::read_or_none;
use amount::{Months, Sek, number_or_none};
use cpv::CpvCode;

/// The act that the procurement follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Lagen (2016:1145) om offentlig upphandling.
    #[default]
    Lou,
    /// Lagen (2016:1146) om upphandling inom försörjningssektorerna.
    Luf,
    /// Lagen (2016:1147) om upphandling av koncessioner.
    Luk,
}

/// What kind of buyer the authority is; a central state authority has a lower threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AuthorityKind {
    /// A municipality.
    #[default]
    Municipality,
    /// A region.
    Region,
    /// A central state authority.
    State,
    /// A company that a municipality, a region or the state owns.
    Company,
}

impl AuthorityKind {
    /// The kind that a name says; none when it says none, as that of an association of municipalities.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let has = |kinds: &[&str]| name.split_whitespace().any(|word| kinds.contains(&word));
        let is_state = name.starts_with("länsstyrelsen")
            || (name.ends_with("verket") && !name.contains(' '))
            || name
                .split_whitespace()
                .any(|word| word.ends_with("universitet") || word.ends_with("universitetet"));
        // Not every name with "region" in it is that of a region: of those, Gotland and Göteborgsregionen, nothing is said.
        let is_region = name.starts_with("region ") && name != "region gotland";
        if has(&["ab", "aktiebolag"]) {
            Some(Self::Company)
        } else if is_state {
            Some(Self::State)
        } else if is_region || has(&["götalandsregionen"]) {
            Some(Self::Region)
        } else {
            has(&["kommun", "stad"]).then_some(Self::Municipality)
        }
    }
}

/// What the contract mainly is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ContractNature {
    /// Byggentreprenad.
    Works,
    /// Tjänst.
    Services,
    /// Vara.
    Supplies,
}

/// How a contract is called off from a framework agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CallOff {
    /// The suppliers are ranked.
    Ranking,
    /// The suppliers compete anew.
    RenewedCompetition,
    /// One supplier.
    Single,
}

/// Whether the supplier may use, or is expected to use, subcontractors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Subcontracting {
    /// Subcontractors are likely.
    Yes,
    /// There will be none.
    No,
    /// Not known.
    Unknown,
}

/// The facts of a procurement (task 1). What is absent has not been filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Procurement {
    /// What the procurement is called.
    pub title: String,
    /// The authority's case number (diarienummer).
    pub reference: String,
    /// The contracting authority.
    pub authority_name: String,
    /// What kind of buyer it is.
    pub authority_kind: AuthorityKind,
    /// The unit that orders.
    pub unit: String,
    /// The officer who leads the procurement.
    pub officer: String,
    /// How to reach the authority about the procurement: an address, a telephone number.
    pub contact: String,
    /// Who looks after the contract.
    pub contract_manager: String,
    /// Who decides.
    pub decision_maker: String,
    /// Why social requirements are set here: stands first in the specification.
    pub aim: String,
    /// The act.
    pub act: Act,
    /// What the contract mainly is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<ContractNature>,
    /// The codes, the main one first.
    pub cpv: Vec<CpvCode>,
    /// The officer's answer when the main code does not decide whether it is an annex 2 service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annex_2_service: Option<bool>,
    /// All that can be paid: options and extensions included, without VAT.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "number_or_none")]
    pub value_sek: Option<Sek>,
    /// The part of the value that is options and extensions.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "number_or_none")]
    pub option_value_sek: Option<Sek>,
    /// The firm length.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "number_or_none")]
    pub months: Option<Months>,
    /// The length of options and extensions.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "number_or_none")]
    pub option_months: Option<Months>,
    /// Whether it is a framework agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<bool>,
    /// Whether the framework agreement guarantees a volume.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed_volume: Option<bool>,
    /// How contracts are called off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_off: Option<CallOff>,
    /// How many suppliers share the contract.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "number_or_none")]
    pub supplier_count: Option<u32>,
    /// The lots, by name.
    pub lots: Vec<String>,
    /// Whether there will be subcontractors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subcontracting: Option<Subcontracting>,
    /// An annex 2 service below its limit that is advertised all the same.
    pub advertised_anyway: bool,
    /// The supplier designs, or the goods are for children.
    pub design: bool,
    /// The planned day of the notice: decides which thresholds hold.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "read_or_none")]
    pub notice_date: Option<Date>,
    /// The last day for tenders.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "read_or_none")]
    pub tender_deadline: Option<Date>,
    /// The first day of the contract.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "read_or_none")]
    pub start: Option<Date>,
}

impl Procurement {
    /// The nature that the main code says, while none is chosen: CPV has goods in divisions 03 to 44 and 48, construction
    /// works in 45 and services from 50 on.
    pub fn proposed_nature(&self) -> Option<ContractNature> {
        let code = self.main_cpv().filter(|_| self.nature.is_none())?;
        Some(match code.division() {
            "45" => ContractNature::Works,
            division if division < "50" => ContractNature::Supplies,
            _ => ContractNature::Services,
        })
    }

    /// The kind of authority that its name says, when that is another than stands.
    pub fn proposed_kind(&self) -> Option<AuthorityKind> {
        AuthorityKind::of_name(&self.authority_name).filter(|kind| *kind != self.authority_kind)
    }

    /// The main code.
    pub fn main_cpv(&self) -> Option<&CpvCode> {
        self.cpv.first()
    }

    /// Firm length and options together, in months.
    pub fn total_months(&self) -> Option<f64> {
        let options = self.option_months.map_or(0.0, Months::as_f64);
        self.months.map(|firm| firm.as_f64() + options)
    }

    /// Whether it may go on after the firm period; not known while no length is filled in, nor while only the value of
    /// what comes after is.
    pub fn extends(&self) -> Option<bool> {
        match (self.option_months, self.months, self.option_value_sek) {
            (Some(_), ..) => Some(true),
            (None, Some(_), None) => Some(false),
            _ => None,
        }
    }

    /// The value of the firm period: without options when their part is stated, else in proportion to time.
    pub fn firm_value(&self) -> Option<f64> {
        let value = self.value_sek?.as_f64();
        match self.option_value_sek {
            Some(options) => Some((value - options.as_f64()).max(0.0)),
            None => Some(value * self.months?.as_f64() / self.total_months()?),
        }
    }

    /// The value of options and extensions.
    pub fn option_value(&self) -> Option<f64> {
        Some(self.value_sek?.as_f64() - self.firm_value()?)
    }

    /// How many suppliers share the value: at least one.
    pub fn suppliers(&self) -> u32 {
        self.supplier_count.unwrap_or(1).max(1)
    }

    /// Whether several suppliers are called off from, and nobody has said how many.
    pub fn lacks_suppliers(&self) -> bool {
        let several = matches!(self.call_off, Some(CallOff::Ranking | CallOff::RenewedCompetition));
        self.framework == Some(true) && several && self.supplier_count.is_none()
    }

    /// Whether nothing is promised about how much will be called off.
    pub fn is_framework_without_volume(&self) -> bool {
        self.framework == Some(true) && self.guaranteed_volume != Some(true)
    }

    /// The last day of the firm period.
    pub fn end(&self) -> Option<Date> {
        self.end_from(self.start?)
    }

    /// The last day of a firm period that starts on a day.
    pub fn end_from(&self, start: Date) -> Option<Date> {
        last_day(start, self.months?.count().into())
    }
}

/// The last day of so many months that begin on a day; none where no calendar reaches. Where the last month lacks that day,
/// it is the last of the month: a year from 29 February 2028 is over on 28 February 2029.
pub fn last_day(start: Date, months: i64) -> Option<Date> {
    let after = start.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
    if after.day() < start.day() { Some(after) } else { after.yesterday().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_over_on_the_day_before_it_would_begin_anew_or_on_the_last_of_a_shorter_month() {
        let over = |start: &str, months| last_day(start.parse().unwrap(), months).unwrap().to_string();
        for (start, months, last) in [
            ("2027-05-01", 48, "2031-04-30"),
            ("2028-02-28", 12, "2029-02-27"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-28"),
            ("2027-01-31", 1, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2027-03-31", 1, "2027-04-30"),
        ] {
            assert_eq!(over(start, months), last, "{start} and {months}");
        }
    }

    #[test]
    fn a_name_says_what_kind_of_authority_it_is() {
        let named = |name: &str| AuthorityKind::of_name(name);
        for name in ["Region Gävleborg", "Västra Götalandsregionen"] {
            assert_eq!(named(name), Some(AuthorityKind::Region), "{name}");
        }
        for name in ["Åsviks kommun", "Malmö stad", "Kommun X"] {
            assert_eq!(named(name), Some(AuthorityKind::Municipality), "{name}");
        }
        for name in ["Åsviks Bostads AB", "Region Åsviks Fastigheter AB", "Vatten aktiebolag"] {
            assert_eq!(named(name), Some(AuthorityKind::Company), "{name}");
        }
        for name in ["Trafikverket", "Länsstyrelsen i Skåne län", "Linköpings universitet"] {
            assert_eq!(named(name), Some(AuthorityKind::State), "{name}");
        }
        for name in ["", "Region", "Kommunalförbundet Norr", "Region Gotland", "Göteborgsregionen"] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn a_code_says_the_nature_while_none_is_chosen() {
        let buying = |code: &str, nature| {
            let cpv = vec![CpvCode::read(code).unwrap()];
            Procurement { nature, cpv, ..Procurement::default() }.proposed_nature()
        };
        assert_eq!(buying("98392000", None), Some(ContractNature::Services));
        assert_eq!(buying("45000000", None), Some(ContractNature::Works));
        assert_eq!(buying("48000000", None), Some(ContractNature::Supplies));
        assert_eq!(buying("03000000", None), Some(ContractNature::Supplies));
        assert_eq!(buying("98392000", Some(ContractNature::Supplies)), None);
        assert_eq!(Procurement::default().proposed_nature(), None);
    }

    #[test]
    fn the_last_day_is_the_day_before_the_period_is_over() {
        let procurement = Procurement {
            start: Some("2027-04-01".parse().unwrap()),
            months: Some(Months::new(48).unwrap()),
            ..Procurement::default()
        };
        assert_eq!(procurement.end().unwrap().to_string(), "2031-03-31");
    }
}
