//! G16. A day for the notice, where nothing has to be advertised and nobody has said that it will be: other rules apply when
//! it is, so the choice has to be made and not only dated.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::procurement::regime::Grounds;

/// What is found when a notice has a day and no choice.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    finding(view).into_iter().collect()
}

fn finding(view: &View<'_>) -> Option<Finding> {
    view.project.procurement.notice_date?;
    let case = match view.assessment.regime.computed?.1 {
        Grounds::Annex2BelowLimit => "dated",
        Grounds::BelowDirectLimit => "dated_direct",
        _ => return None,
    };
    let place = Place::Fact(FactField::NoticeDate);
    let draft = view.find(Rule::AdvertisingUnsaid, case, Severity::Warning, place);
    Some(draft.on(Ground::GoodOrder))
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
        let direct = |notice: Option<&str>| {
            let facts = json!({ "value_sek": 400_000, "option_value_sek": null, "notice_date": notice });
            codes(&buying(example("stadning"), &facts), "G16")
        };
        assert_eq!(direct(Some("2026-12-14")), ["G16 dated_direct fact notice_date warning"]);
        assert!(direct(None).is_empty());
    }
}
