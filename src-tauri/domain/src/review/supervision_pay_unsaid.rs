//! R38. It is not said who pays for supervision: then tenderers reckon in different ways.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::entry::Role;

/// What is found when places are asked for and nothing says who supervises and who pays.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let found = view.places_without(Role::Supervision).map(|stands| {
        let draft = view.about(stands, Rule::SupervisionPayUnsaid, "payer", Severity::Info);
        draft.on(Ground::Practice("principles"))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{choosing, codes, example, with_rules};

    #[test]
    fn it_is_said_who_pays_for_supervision() {
        let places = choosing(&example("stadning"), &["emp-internship"]);
        assert!(codes(&places, "R38").is_empty());
        let unsaid = with_rules(places, "emp-supervisor", |rules| rules.role = None);
        assert_eq!(codes(&unsaid, "R38"), ["R38 payer requirement emp-internship info"]);
    }
}
