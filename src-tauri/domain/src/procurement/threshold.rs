//! Thresholds: dated values in kronor that decide the regime.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::amount::Sek;
use crate::text::Bilingual;

/// How sure the figures of a period are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ThresholdStatus {
    /// Seen in the government's announcement.
    Published,
    /// Calculated from the euro values: to be checked against the announcement.
    Computed,
    /// Stated by the authority in a file of its own: never as sure as the catalogue's.
    Own,
}

/// The thresholds of a period, without VAT.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// The first day they hold.
    #[serde(deserialize_with = "crate::catalogue::date::read")]
    pub valid_from: Date,
    /// The last day they hold.
    #[serde(deserialize_with = "crate::catalogue::date::read")]
    pub valid_to: Date,
    /// Kronor for a euro.
    pub rate_sek_per_eur: f64,
    /// How sure the figures are.
    pub status: ThresholdStatus,
    /// When somebody last looked at the source.
    #[serde(deserialize_with = "crate::catalogue::date::read")]
    pub checked_on: Date,
    /// Where they come from.
    pub source: Bilingual,
    /// Under LOU.
    pub lou: LouThresholds,
    /// Under LUF.
    pub luf: LufThresholds,
    /// Under LUK.
    pub luk: LukThresholds,
}

/// 5 kap. 1 § and 19 a kap. LOU.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LouThresholds {
    /// Goods and services, municipality, region, company.
    pub sub_central: Sek,
    /// Goods and services, central state authority.
    pub central: Sek,
    /// Works.
    pub works: Sek,
    /// Annex 2 services: direct award below this.
    pub annex_2: Sek,
    /// Direct award below this.
    pub direct: Sek,
}

/// 5 kap. 1 § and 19 a kap. LUF.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LufThresholds {
    /// Goods and services.
    pub goods_services: Sek,
    /// Works.
    pub works: Sek,
    /// Annex 2 services: direct award below this.
    pub annex_2: Sek,
    /// Direct award below this.
    pub direct: Sek,
}

/// 5 kap. 1 § and 15 kap. LUK.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LukThresholds {
    /// All concessions.
    pub all: Sek,
    /// Direct award below this: five per cent of the threshold, öre left out.
    pub direct: Sek,
}
