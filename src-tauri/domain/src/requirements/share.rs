//! Which part of the value a figure is about, in words: with or without options, one supplier's or the whole.
//!
//! Nobody knows beforehand how much each of several suppliers gets. The value is taken as equally divided, and that is said
//! wherever a share is named.

use crate::catalogue::phrases::Phrases;
use crate::format;
use crate::procurement::{CallOff, Procurement};
use crate::text::Bilingual;

/// A part of the value, excluding VAT.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    with_options: bool,
    /// SEK.
    sek: f64,
}

impl Share {
    /// The value of the firm period for one supplier. Nothing while the value or the length is not known.
    pub fn firm(procurement: &Procurement) -> Option<Self> {
        let sek = procurement.firm_value()? / f64::from(procurement.suppliers());
        Some(Self { with_options: false, sek })
    }

    /// The value with options and extensions, for one supplier.
    pub fn whole(procurement: &Procurement) -> Option<Self> {
        let sek = procurement.value_sek?.as_f64() / f64::from(procurement.suppliers());
        Some(Self { with_options: true, sek })
    }

    /// SEK.
    pub const fn sek(self) -> f64 {
        self.sek
    }

    /// "en leverantörs del utan optioner (1 866 667 kr om värdet delas lika på 3)"
    pub fn words(self, procurement: &Procurement, phrases: &Phrases) -> Bilingual {
        let shared = if procurement.suppliers() > 1 { "one" } else { "all" };
        let options = match (procurement.option_value() > Some(0.0), self.with_options) {
            (true, true) => "with_options",
            (true, false) => "without_options",
            (false, _) => "value",
        };
        let value = Bilingual::each(|language| format::money(self.sek, language));
        let slots = [("value", value), ("split", split(procurement, phrases))];
        phrases.fill(&format!("program.share.{shared}.{options}"), &slots)
    }
}

/// That the value is taken as equally divided, and that whoever is first in rank usually gets more.
pub fn split(procurement: &Procurement, phrases: &Phrases) -> Bilingual {
    let ranked = procurement.call_off == Some(CallOff::Ranking);
    let suppliers = procurement.suppliers().to_string();
    let key = if ranked { "program.share.split.ranked" } else { "program.share.split.equal" };
    phrases.fill(key, &[("n", Bilingual::new(suppliers.clone(), suppliers))])
}
