//! G15. An amount that may be a slip of the hand: a unit too much or too little.
//!
//! The limits are our own judgement and no law. What is right stands as it is: nothing has to be done about it. A value of
//! nothing is warned of, since it decides the regime as any other.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::format;
use crate::procurement::amount::Sek;
use crate::text::Bilingual;

/// Few procurements are worth more: a thousand million kronor.
const LARGE: Sek = Sek(1_000_000_000);
/// No procurement that asks for social requirements is worth less: "2,8" where millions were meant.
const SMALL: Sek = Sek(10_000);
/// Options below such a share of the whole were perhaps written in another unit than the whole.
const SHARE: f64 = 0.01;

/// What is found when an amount is unlikely; one thing at a time, since one slip of the hand makes both.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    unlikely(view).into_iter().collect()
}

fn unlikely(view: &View<'_>) -> Option<Finding> {
    let procurement = &view.project.procurement;
    let value = procurement.value_sek?;
    let kronor = |amount: Sek| Bilingual::each(|language| format::money(amount.as_f64(), language));
    let severity = if value == Sek(0) { Severity::Warning } else { Severity::Info };
    let draft = |case, field| view.find(Rule::UnlikelyAmount, case, severity, Place::Fact(field));
    let draft = if value > LARGE {
        let millions = Bilingual::each(|language| format::decimal(value.as_f64() / 1e6, 1, language));
        draft("large", FactField::ValueSek).with("millions", millions)
    } else if value < SMALL {
        draft("small", FactField::ValueSek).with("value", kronor(value))
    } else {
        let options = procurement.option_value_sek.filter(|options| options.0 > 0)?;
        let is_small = options.as_f64() < value.as_f64() * SHARE;
        let found = is_small.then(|| draft("options", FactField::OptionValueSek))?;
        found.with("options", kronor(options)).with("value", kronor(value))
    };
    Some(draft.on(Ground::GoodOrder))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, codes, example, words};
    use serde_json::json;

    #[test]
    fn an_amount_that_may_be_a_slip_of_the_hand_is_asked_about() {
        let buying = |value: u64, options: u64| {
            buying(example("stadning"), &json!({ "value_sek": value, "option_value_sek": options }))
        };
        let found = |value, options| codes(&buying(value, options), "G15");
        assert_eq!(found(2_800_000_000, 5_600_000), ["G15 large fact value_sek info"]);
        assert_eq!(found(3, 0), ["G15 small fact value_sek info"]);
        assert_eq!(found(0, 0), ["G15 small fact value_sek warning"]);
        assert_eq!(found(500_000_000, 500_000), ["G15 options fact option_value_sek info"]);
        for usual in [(1_000_000_000, 200_000_000), (11_200_000, 5_600_000), (10_000, 0), (11_200_000, 0)] {
            assert!(found(usual.0, usual.1).is_empty(), "{usual:?}");
        }
        let told = words(&buying(2_800_000_000, 5_600_000), "G15").replace(crate::format::NBSP, " ");
        assert!(told.contains("2 800 miljoner kronor"), "{told}");
    }
}
