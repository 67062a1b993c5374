//! G16. A day for the notice, where nothing has to be advertised and nobody has said that it will be: other rules apply when
//! it is, so the choice has to be made and not only dated.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::procurement::regime::Grounds;

/// What is found when a notice has a day and no choice.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let dated = view.project.procurement.notice_date.is_some();
    let grounds = view.assessment.regime.computed.map(|(_, grounds)| grounds);
    let unsaid = dated && grounds == Some(Grounds::Annex2BelowLimit);
    let place = Place::Fact(FactField::NoticeDate);
    let draft = view.find(Rule::AdvertisingUnsaid, "dated", Severity::Warning, place);
    unsaid.then(|| draft.on(Ground::GoodOrder)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, codes, example};
    use serde_json::json;

    /// Guards for six million: an annex 2 service below its limit.
    #[test]
    fn a_day_for_a_notice_that_nobody_has_chosen_is_asked_about() {
        let guards = |facts: serde_json::Value| {
            let bought = json!({
                "cpv": ["79713000-5"], "value_sek": 6_000_000, "option_value_sek": 0, "nature": "services",
                "annex_2_service": true, "notice_date": null
            });
            codes(&buying(buying(example("stadning"), &bought), &facts), "G16")
        };
        let asked = ["G16 dated fact notice_date warning"];
        assert_eq!(guards(json!({ "notice_date": "2026-12-14" })), asked);
        assert!(guards(json!({})).is_empty());
        assert!(guards(json!({ "notice_date": "2026-12-14", "advertised_anyway": true })).is_empty());
        assert!(guards(json!({ "notice_date": "2026-12-14", "value_sek": 20_000_000 })).is_empty());
    }
}
