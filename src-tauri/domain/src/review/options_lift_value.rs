//! G09. Options count in the value, and lift it over a limit.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::format;
use crate::procurement::amount::Sek;
use crate::procurement::regime::WhatIf;
use crate::procurement::regime_words::short;
use crate::text::Bilingual;

/// What is found when the value without options would lead to another regime.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let without = view.assessment.regime.what_if.iter().find(|(what, _)| *what == WhatIf::WithoutOptions);
    let procurement = &view.project.procurement;
    let figures = procurement.value_sek.map(Sek::as_f64).zip(procurement.firm_value()).zip(without);
    let found = figures.map(|((value, firm), (_, regime))| {
        let kronor = |n: f64| Bilingual::each(|language| format::money(n, language));
        let name = short(*regime, view.project.procurement.act, &view.assessment.catalogue.phrases);
        let place = Place::Fact(FactField::OptionValueSek);
        let draft = view.find(Rule::OptionsLiftValue, "limit", Severity::Info, place);
        draft.with("value", kronor(value)).with("firm", kronor(firm)).with("regime", name)
    });
    found.map(|draft| draft.on(Ground::Law("estimated_value"))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, codes, example};
    use serde_json::json;

    #[test]
    fn options_that_lift_the_value_over_a_limit_are_named() {
        let buying = |value, options| {
            codes(
                &buying(example("stadning"), &json!({ "value_sek": value, "option_value_sek": options })),
                "G09",
            )
        };
        assert_eq!(buying(3_000_000, 1_000_000), ["G09 limit fact option_value_sek info"]);
        assert!(buying(3_000_000, 100_000).is_empty());
    }
}
