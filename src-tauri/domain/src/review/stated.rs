//! R08, R18, R32 and G02: what follows from answers and choices alone, stated as conditions in the catalogue.

use super::finding::{Finding, Place};
use super::view::{Ground, View};
use crate::catalogue::stated::StatedFinding;

/// What holds of the findings that the catalogue states.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let stated = view.assessment.catalogue.findings.iter();
    let here = stated.filter(|stated| stated.when.holds(view.facts()) && !is_decided(stated, view));
    here.map(|stated| finding(stated, view)).collect()
}

/// Whether the officer has answered the finding by deciding its theme.
fn is_decided(stated: &StatedFinding, view: &View<'_>) -> bool {
    let Place::Theme(theme) = &stated.place else { return false };
    let decided = view.assessment.themes.iter().any(|state| state.theme == *theme && !state.is_open());
    stated.until_decided && decided
}

fn finding(stated: &StatedFinding, view: &View<'_>) -> Finding {
    let StatedFinding { rule, case, severity, place, legal_basis, .. } = stated;
    let ground = if stated.practice { Ground::Practice(legal_basis) } else { Ground::Law(legal_basis) };
    view.find(*rule, case.as_str(), *severity, place.clone()).on(ground)
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, buying, choosing, codes, example, words};
    use serde_json::json;

    #[test]
    fn r07_it_is_written_down_that_the_parties_to_the_agreement_had_their_say() {
        let heard = |answer| codes(&answering(example("stadning"), &json!({ "q17": answer })), "R07");
        let said = json!({ "pay_level": "yes", "parties_heard": "Svarade i oktober." });
        assert!(heard(said).is_empty());
        assert_eq!(heard(json!({ "pay_level": "yes" })), ["R07 parties question q17 warning"]);
    }

    #[test]
    fn r08_levels_for_pay_alone_are_pointed_out() {
        let only = |levels| {
            let answers = json!({ "q17": { "pay_level": "yes", "levels": levels, "agreement": "Avtalet" } });
            codes(&choosing(&answering(example("byggtjanster"), &answers), &["lab-terms-voluntary"]), "R08")
        };
        assert_eq!(only(json!(["pay"])), ["R08 levels question q17 warning"]);
        assert_eq!(only(json!(["pay", "holiday"])), ["R08 levels question q17 warning"]);
        assert!(only(json!(["pay", "holiday", "hours"])).is_empty());
    }

    #[test]
    fn r18_silence_is_a_stop_only_where_the_law_demands_a_specification() {
        let directive = example("it-system");
        assert_eq!(codes(&directive, "R18"), ["R18 silent theme accessibility stop"]);
        assert!(codes(&choosing(&directive, &["acc-ict"]), "R18").is_empty());
        let excused =
            answering(directive.clone(), &json!({ "q25": { "special_reasons": "yes", "reason": "Skäl." } }));
        assert!(codes(&excused, "R18").is_empty());
        let unwritten = json!({ "q25": { "special_reasons": "yes", "reason": " " } });
        let unwritten = codes(&answering(directive.clone(), &unwritten), "R18");
        assert_eq!(unwritten, ["R18 silent theme accessibility stop"], "the reasons are not written");
        let nobody = answering(directive, &json!({ "q22": ["nobody"] }));
        assert!(codes(&nobody, "R18").is_empty());
    }

    #[test]
    fn g13_a_negotiation_that_is_not_completed_is_kept_in_mind() {
        let said = |answer| codes(&answering(example("stadning"), &json!({ "r06": answer })), "G13");
        assert!(said(json!("yes")).is_empty());
        assert_eq!(said(json!("planned")), ["G13 planned question r06 info"]);
        assert_eq!(said(json!("no")), ["G13 left question r06 warning"]);
        assert!(said(json!({ "not_relevant": "Bara varor köps." })).is_empty());
    }

    #[test]
    fn r32_a_barrier_counts_only_beside_a_requirement_on_places() {
        let vetted = answering(example("stadning"), &json!({ "q06": ["security_vetting"] }));
        assert!(codes(&vetted, "R32").is_empty());
        let places = choosing(&vetted, &["emp-internship"]);
        assert_eq!(codes(&places, "R32"), ["R32 security_vetting question q06 warning"]);
        assert!(codes(&answering(places, &json!({ "q06": ["none"] })), "R32").is_empty());
    }

    #[test]
    fn r32_training_from_day_one_shuts_out_those_whom_the_places_are_for() {
        let skilled = answering(example("stadning"), &json!({ "q06": ["training_experience"] }));
        assert!(codes(&choosing(&skilled, &["emp-study-visit"]), "R32").is_empty());
        let places = choosing(&skilled, &["emp-internship"]);
        assert_eq!(codes(&places, "R32"), ["R32 training_experience question q06 warning"]);
        assert!(words(&places, "R32").contains("erbjuds utbildning inom tre månader (tumregel)"));
    }

    #[test]
    fn r29_the_way_of_a_low_tender_is_told_beside_labour_terms_where_there_is_one() {
        let cleaning = choosing(&example("stadning"), &["lab-terms-duty"]);
        assert_eq!(codes(&cleaning, "R29"), ["R29 i_low_tender requirement lab-terms-duty info"]);
        let building = choosing(&example("byggtjanster"), &["lab-terms-voluntary"]);
        let national = ["R29 i_low_tender_national requirement lab-terms-voluntary info"];
        assert_eq!(codes(&building, "R29"), national);
        let concession = buying(cleaning, &json!({ "act": "luk" }));
        assert!(codes(&concession, "R29").is_empty(), "LUK has no such rule");
    }

    #[test]
    fn r12_places_for_beginners_among_specialists_are_told() {
        let consultants = buying(example("stadning"), &json!({ "cpv": ["72220000"] }));
        let places = choosing(&consultants, &["emp-internship"]);
        let said = "R12 specialists theme employment warning".to_owned();
        assert!(codes(&places, "R12").contains(&said), "{:?}", codes(&places, "R12"));
        assert!(!codes(&choosing(&consultants, &["emp-student"]), "R12").contains(&said));
        // Where other work is bought too, the codes do not tell who does it.
        let mixed = buying(places, &json!({ "cpv": ["90919300", "72220000"] }));
        assert!(!codes(&mixed, "R12").contains(&said));
    }

    #[test]
    fn g02_answers_that_say_the_opposite_of_what_is_chosen_are_named() {
        let places = choosing(&example("stadning"), &["emp-internship"]);
        let said = |answers| codes(&answering(places.clone(), &answers), "G02");
        assert!(said(json!({})).is_empty());
        assert_eq!(said(json!({ "q10": "none_yet" })), ["G02 no_matching_lead question q10 warning"]);
        assert_eq!(said(json!({ "q11": "dialogue" })), ["G02 demand_form question q11 warning"]);
        assert_eq!(
            said(json!({ "q09": { "candidates_per_year": 0 } })),
            ["G02 no_candidates question q09 warning"]
        );
    }

    #[test]
    fn g02_a_high_risk_without_a_need_is_named() {
        let denied = json!({ "q15": "yes", "q16": ["squeezed_price", "many_tiers"],
            "q18a": { "pay_terms_need": "no", "reason": "Låg risk." } });
        let found = codes(&answering(example("stadning"), &denied), "G02");
        assert_eq!(found, ["G02 risk_without_need question q18a warning"]);
    }

    #[test]
    fn g02_a_high_risk_whose_need_could_not_be_established_is_named() {
        let open = json!({ "q15": "yes", "q16": ["squeezed_price", "many_tiers"],
            "q18a": { "pay_terms_need": "cannot_be_established", "reason": "Ingen har svarat." } });
        let found = codes(&answering(example("stadning"), &open), "G02");
        assert_eq!(found, ["G02 risk_not_established question q18a warning"]);
        let one_sign = json!({ "q16": ["squeezed_price"] });
        assert!(codes(&answering(answering(example("stadning"), &open), &one_sign), "G02").is_empty());
    }

    #[test]
    fn g04_a_low_risk_is_asked_for_what_it_rests_on() {
        let small = json!({ "value_sek": 1_000_000, "option_value_sek": null });
        let cleaning = |answer| codes(&answering(example("stadning"), &json!({ "q15": answer })), "G04");
        assert_eq!(cleaning(json!("no")), ["G04 risk_denied question q15 warning"], "the branch is at risk");
        let reasoned = json!({ "risk_sector": "no", "reason": "Kommunens egen personal städar." });
        assert!(cleaning(reasoned).is_empty());
        // Where the law demands no assessment of the need, nothing else says why.
        let system = buying(example("it-system"), &small);
        let denied = |answer| codes(&answering(system.clone(), &json!({ "q15": answer })), "G04");
        assert_eq!(denied(json!("no")), ["G04 low_risk question q15 info"]);
        assert!(denied(json!({ "risk_sector": "no", "reason": "Tjänstemän." })).is_empty());
        let assessed = answering(example("it-system"), &json!({ "q15": "no" }));
        assert!(codes(&assessed, "G04").is_empty(), "the need has been assessed, with its reason");
    }

    #[test]
    fn g04_that_no_level_can_be_stated_is_asked_why() {
        let said = |answer| codes(&answering(example("stadning"), &json!({ "q17": answer })), "G04");
        assert_eq!(said(json!({ "pay_level": "no" })), ["G04 no_level question q17 warning"]);
        assert!(
            said(json!({ "pay_level": "no", "reason": "Inget centralt avtal finns för arbetet." }))
                .is_empty()
        );
    }
}
