//! G18. A kind of authority that is another than the name says: the thresholds and what is proposed follow the kind.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};

/// What is found when the name of the authority says another kind.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let place = Place::Fact(FactField::AuthorityName);
    let draft = view.find(Rule::AuthorityApart, "named", Severity::Warning, place);
    let apart = view.project.procurement.proposed_kind().is_some();
    apart.then(|| draft.on(Ground::GoodOrder)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{buying, codes, example};
    use serde_json::json;

    #[test]
    fn a_region_that_stands_as_a_municipality_is_asked_about() {
        let named = |name: &str, kind: &str| {
            let facts = json!({ "authority_name": name, "authority_kind": kind });
            codes(&buying(example("stadning"), &facts), "G18")
        };
        assert_eq!(named("Region Värmland", "municipality"), ["G18 named fact authority_name warning"]);
        assert!(named("Region Värmland", "region").is_empty());
        assert_eq!(named("Trafikverket", "municipality"), ["G18 named fact authority_name warning"]);
        assert!(named("Kommunalförbundet Norr", "municipality").is_empty(), "the name says no kind");
    }
}
