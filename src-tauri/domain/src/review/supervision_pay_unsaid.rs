//! R38. It is not said who pays for supervision: then tenderers reckon in different ways.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::entry::Role;

/// What is found when places are asked for and nothing says who supervises and who pays.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    if view.playing(Role::Supervision).is_some() {
        return Vec::new();
    }
    let places = view.standing.iter().filter(|stands| stands.gives_places());
    let found = places.map(|stands| {
        let draft = view.find(Rule::SupervisionPayUnsaid, "payer", Severity::Info, stands.place());
        draft.with("requirement", stands.name()).on(Ground::Practice("principles"))
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
