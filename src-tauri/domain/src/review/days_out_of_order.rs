//! G17. Days of the procurement that come in another order than a procurement goes: a slip of the hand that every plan and every
//! date in the documents would be counted from.

use jiff::civil::Date;

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};

/// What is found when a day does not come after the one that it has to come after.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let p = &view.project.procurement;
    let before_start =
        p.tender_deadline.map_or(("notice_start", p.notice_date), |day| ("tenders_start", Some(day)));
    let pairs = [
        ("notice_tenders", p.notice_date, p.tender_deadline, FactField::TenderDeadline),
        (before_start.0, before_start.1, p.start, FactField::Start),
    ];
    pairs
        .into_iter()
        .filter_map(|(case, first, then, field)| finding(case, first?, then?, field, view))
        .collect()
}

fn finding(case: &str, first: Date, then: Date, field: FactField, view: &View<'_>) -> Option<Finding> {
    let draft = view.find(Rule::DaysOutOfOrder, case, Severity::Warning, Place::Fact(field));
    let draft = draft.with_day("first", first).with_day("then", then);
    (then <= first).then(|| draft.on(Ground::GoodOrder))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, codes, example, words};
    use serde_json::{Value, json};

    #[test]
    fn a_day_that_comes_before_what_it_follows_is_asked_about() {
        let on = |facts: Value| codes(&buying(example("stadning"), &facts), "G17");
        let days = |notice: &str, tenders: Option<&str>, start: &str| {
            on(json!({ "notice_date": notice, "tender_deadline": tenders, "start": start }))
        };
        assert!(days("2026-12-14", Some("2027-01-29"), "2027-05-01").is_empty());
        assert_eq!(
            days("2027-09-01", Some("2027-01-01"), "2026-12-01"),
            ["G17 notice_tenders fact tender_deadline warning", "G17 tenders_start fact start warning"]
        );
        assert_eq!(
            days("2027-02-01", Some("2027-02-01"), "2027-02-01"),
            ["G17 notice_tenders fact tender_deadline warning", "G17 tenders_start fact start warning"]
        );
        assert_eq!(days("2027-09-01", None, "2026-12-01"), ["G17 notice_start fact start warning"]);
        assert!(
            on(json!({ "notice_date": null, "tender_deadline": null, "start": "2026-12-01" })).is_empty()
        );
    }

    #[test]
    fn both_days_are_told() {
        let facts =
            json!({ "notice_date": "2026-12-14", "tender_deadline": "2027-01-29", "start": "2027-01-01" });
        let told = words(&buying(example("stadning"), &facts), "G17");
        assert!(told.contains("2027-01-01") && told.contains("2027-01-29"), "{told}");
    }
}
