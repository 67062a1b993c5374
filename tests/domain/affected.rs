//! What is asked for where people are affected while the work goes on: it follows what is bought, and where.

use crate::support::{SHIPPED, TODAY, project};
use domain::assess::assess;
use domain::requirements::recommend::fits;
use serde_json::json;

/// What fits a purchase whose work affects walkways, entrances and daily life, among children: of a code, at these places.
fn asked(nature: &str, cpv: &str, places: &[&str]) -> Vec<&'static str> {
    let facts = json!({
        "procurement": { "act": "lou", "authority_kind": "municipality", "nature": nature, "cpv": [cpv],
            "value_sek": 9_000_000, "months": 36, "framework": true, "guaranteed_volume": false, "supplier_count": 2 },
        "answers": { "q01": "work", "q04": { "need_pattern": "call_off" }, "q20": places, "q22": ["nobody"], "q26": "yes",
            "q31": ["children"], "q32": "yes", "q33": "yes" },
    });
    let project = project(serde_json::from_value(facts).unwrap());
    let facts = assess(&project, &SHIPPED, TODAY).facts;
    ALL.into_iter().filter(|id| fits(SHIPPED.entry(&(*id).into()).unwrap(), &facts)).collect()
}

const ALL: [&str; 3] = ["acc-passage", "acc-information", "chi-safe-site"];

#[test]
fn a_way_past_a_site_is_asked_for_where_there_is_a_site() {
    let branches = [
        ("works", "45233162", "road works"),
        ("works", "45442100", "painting"),
        ("services", "50700000", "repair of installations in buildings"),
        ("services", "77310000", "parks"),
        ("services", "90919300", "cleaning of schools"),
        ("services", "90500000", "waste"),
        ("services", "90620000", "snow"),
    ];
    for (nature, cpv, what) in branches {
        assert_eq!(asked(nature, cpv, &["premises"]), ALL, "{what}");
    }
    for place in ["building_site", "street_or_park"] {
        assert_eq!(asked("services", "71355000", &[place]), ALL, "surveying in {place}");
        assert_eq!(asked("services", "51000000", &[place]), ALL, "installation in {place}");
    }
}

#[test]
fn whoever_moves_drives_guards_or_serves_has_no_site_to_shield() {
    let branches = [
        ("98392000", "removals"),
        ("98310000", "laundry"),
        ("60120000", "taxi"),
        ("60130000", "school transport"),
        ("63120000", "storage"),
        ("64110000", "post"),
        ("79713000", "guarding"),
        ("79540000", "interpreters"),
        ("55520000", "catering"),
        ("85311100", "care of the elderly"),
        ("92000000", "culture and sport"),
        ("71000000", "architects"),
    ];
    for (cpv, what) in branches {
        assert!(asked("services", cpv, &["premises"]).is_empty(), "{what}");
    }
}

/// What users are told of a service is another matter than what those nearby are told of work.
#[test]
fn users_are_told_of_the_service_and_not_of_a_site() {
    let facts = json!({
        "procurement": { "act": "lou", "authority_kind": "region", "nature": "services", "cpv": ["60120000"],
            "value_sek": 96_000_000, "months": 36 },
        "answers": { "q01": "work", "q20": ["none"], "q22": ["public"], "q23": ["vehicle", "information"], "q26": "no" },
    });
    let project = project(serde_json::from_value(facts).unwrap());
    let facts = assess(&project, &SHIPPED, TODAY).facts;
    let fits = |id: &str| fits(SHIPPED.entry(&id.into()).unwrap(), &facts);
    assert!(fits("acc-user-information") && !fits("acc-information"));
}
