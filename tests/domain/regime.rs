//! Which set of rules governs: act, authority, nature and value against the thresholds of the day.
//!
//! At a threshold is above it; at the limit for direct award is no direct award.

use crate::support::SHIPPED;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::{CpvCode, CpvList, OnList};
use domain::procurement::regime::Regime::{
    self, DirectAward as C, DirectiveGoverned as A, NationallyGoverned as B,
};
use domain::procurement::regime::{
    Annex2, Grounds, MissingFact, RegimeOutcome, RegimeOverride, WhatIf, follows_from,
};
use domain::procurement::regime_words::explain;
use domain::procurement::threshold::ThresholdStatus;
use domain::procurement::{Act, AuthorityKind, ContractNature, Procurement};
use jiff::civil::{Date, date};

use Act::{Lou, Luf, Luk};
use AuthorityKind::{Company, Municipality, Region, State};
use ContractNature::{Services, Supplies, Works};

const NOW: Date = date(2027, 3, 1);
const BEFORE: Date = date(2025, 12, 31);

/// A main code of each nature that is on no list.
fn plain(nature: ContractNature) -> &'static str {
    match nature {
        Works => "45000000",
        Services => "90910000",
        Supplies => "18100000",
    }
}

fn buying(act: Act, kind: AuthorityKind, nature: ContractNature, code: &str, value: u64) -> Procurement {
    Procurement {
        act,
        authority_kind: kind,
        nature: Some(nature),
        cpv: vec![CpvCode::read(code).unwrap()],
        value_sek: Some(Sek(value)),
        ..Procurement::default()
    }
}

fn outcome(procurement: &Procurement, day: Date) -> RegimeOutcome {
    follows_from(procurement, None, SHIPPED.thresholds_on(day), &SHIPPED.cpv)
}

fn computed(procurement: &Procurement, day: Date) -> Option<(Regime, Grounds)> {
    outcome(procurement, day).computed
}

/// The regime just under and exactly at each limit.
#[track_caller]
fn check(act: Act, kind: AuthorityKind, nature: ContractNature, day: Date, limits: &[(u64, Regime, Regime)]) {
    for (limit, under, at) in limits {
        for (value, expected) in [(limit - 1, under), (*limit, at), (limit + 1, at)] {
            let procurement = buying(act, kind, nature, plain(nature), value);
            let regime = computed(&procurement, day).map(|(regime, _)| regime);
            assert_eq!(regime, Some(*expected), "{act:?} {kind:?} {nature:?} {value} kr, {day}");
        }
    }
}

#[test]
fn lou_goods_and_services_of_a_municipality() {
    for kind in [Municipality, Region, Company] {
        for nature in [Services, Supplies] {
            check(Lou, kind, nature, NOW, &[(700_000, C, B), (2_451_816, B, A)]);
        }
    }
}

#[test]
fn lou_a_central_state_authority_has_a_lower_threshold() {
    for nature in [Services, Supplies] {
        check(Lou, State, nature, NOW, &[(700_000, C, B), (1_589_140, B, A)]);
    }
}

#[test]
fn lou_works_are_the_same_for_all() {
    for kind in [Municipality, Region, State, Company] {
        check(Lou, kind, Works, NOW, &[(700_000, C, B), (61_340_804, B, A)]);
    }
}

#[test]
fn luf_has_limits_of_its_own() {
    for nature in [Services, Supplies] {
        check(Luf, Municipality, nature, NOW, &[(1_200_000, C, B), (4_903_632, B, A)]);
        check(Luf, State, nature, NOW, &[(1_200_000, C, B), (4_903_632, B, A)]);
    }
    check(Luf, Company, Works, NOW, &[(1_200_000, C, B), (61_340_804, B, A)]);
}

#[test]
fn luk_has_one_threshold_for_all_concessions() {
    for nature in [Works, Services] {
        check(Luk, Municipality, nature, NOW, &[(3_067_040, C, B), (61_340_804, B, A)]);
    }
}

#[test]
fn the_thresholds_of_the_notice_date_hold() {
    check(Lou, Municipality, Services, BEFORE, &[(700_000, C, B), (2_389_585, B, A)]);
    check(Lou, State, Supplies, BEFORE, &[(700_000, C, B), (1_546_202, B, A)]);
    check(Lou, Municipality, Works, BEFORE, &[(700_000, C, B), (59_880_179, B, A)]);
    check(Luf, Municipality, Services, BEFORE, &[(1_200_000, C, B), (4_789_982, B, A)]);
    check(Luk, Municipality, Services, BEFORE, &[(2_994_008, C, B), (59_880_179, B, A)]);
    let between = buying(Lou, Municipality, Services, "90910000", 2_400_000);
    assert_eq!(computed(&between, date(2025, 12, 31)).unwrap().0, A);
    assert_eq!(computed(&between, date(2026, 1, 1)).unwrap().0, B);
}

#[test]
fn the_period_says_how_sure_the_figure_is() {
    let procurement = buying(Lou, Municipality, Services, "90910000", 1_000_000);
    let period = |day| outcome(&procurement, day).period.unwrap();
    assert_eq!(period(NOW).status, ThresholdStatus::Computed);
    assert_eq!(period(NOW).valid_to, date(2027, 12, 31));
    assert_eq!(period(BEFORE).status, ThresholdStatus::Published);
}

#[test]
fn without_thresholds_for_the_day_nothing_is_guessed() {
    for day in [date(2023, 12, 31), date(2028, 1, 1)] {
        let found = outcome(&buying(Lou, Municipality, Services, "90910000", 1_000_000), day);
        assert_eq!(found.computed, None);
        assert_eq!(found.missing, [MissingFact::Thresholds]);
        assert!(found.what_if.is_empty() && found.limits.is_none());
    }
}

#[test]
fn an_annex_2_service_is_never_governed_by_the_directive() {
    let care = |act, value| computed(&buying(act, Municipality, Services, "85311100", value), NOW);
    for (act, limit) in [(Lou, 8_513_250), (Luf, 11_351_000)] {
        assert_eq!(care(act, limit - 1), Some((C, Grounds::Annex2BelowLimit)), "{act:?}");
        assert_eq!(care(act, limit), Some((B, Grounds::Annex2AtLimit)), "{act:?}");
        assert_eq!(care(act, 300_000_000), Some((B, Grounds::Annex2AtLimit)), "{act:?}");
    }
    let before = |value| computed(&buying(Lou, Municipality, Services, "85311100", value), BEFORE);
    assert_eq!(before(8_109_449).unwrap().0, C);
    assert_eq!(before(8_109_450).unwrap().0, B);
}

#[test]
fn an_annex_2_service_can_be_advertised_anyway() {
    let mut care = buying(Lou, Municipality, Services, "85311100", 2_000_000);
    care.advertised_anyway = true;
    assert_eq!(computed(&care, NOW), Some((B, Grounds::Annex2Advertised)));
    let words = |act, overruled: Option<RegimeOverride>| {
        let care = Procurement { act, ..care.clone() };
        let thresholds = SHIPPED.thresholds_on(NOW);
        let outcome = follows_from(&care, overruled.as_ref(), thresholds, &SHIPPED.cpv);
        explain(&outcome, &care, &SHIPPED.phrases)
    };
    assert_eq!(words(Lou, None).name.sv, "Annonseras av eget val enligt 19 kap. LOU");
    assert_eq!(words(Luk, None).name.sv, "Annonseras av eget val enligt 15 kap. LUK");
    let chosen = RegimeOverride { regime: C, reason: "Ändrat.".into() };
    assert!(words(Lou, Some(chosen)).name.sv.starts_with("Direktupphandling"), "the officer's own regime");
    let mut cleaning = buying(Lou, Municipality, Services, "90910000", 600_000);
    cleaning.advertised_anyway = true;
    assert_eq!(
        computed(&cleaning, NOW),
        Some((C, Grounds::BelowDirectLimit)),
        "only annex 2 has this choice"
    );
}

#[test]
fn annex_2_is_about_services_only() {
    for nature in [Works, Supplies] {
        let found = outcome(&buying(Lou, Municipality, nature, "85311100", 3_000_000), NOW);
        assert_eq!(found.annex_2, Annex2::No, "{nature:?}");
    }
}

#[test]
fn if_it_were_services_the_annex_would_count() {
    let if_services = |code| {
        let what_if = outcome(&buying(Lou, Municipality, Supplies, code, 3_000_000), NOW).what_if;
        what_if.into_iter().find(|(what, _)| *what == WhatIf::Nature(Services)).map(|(_, regime)| regime)
    };
    assert_eq!(if_services("85311100"), Some(C), "an annex 2 service under its limit");
    assert_eq!(if_services("90910000"), None, "the whole act, as for supplies");
    assert_eq!(if_services("55000000"), None, "the code covers both kinds, so nothing is said");
}

#[test]
fn a_code_that_covers_both_kinds_is_asked_about() {
    for code in ["55000000", "55500000", "75000000", "79000000", "98000000"] {
        let mut services = buying(Lou, Municipality, Services, code, 5_000_000);
        let asked = outcome(&services, NOW);
        assert_eq!(asked.annex_2, Annex2::Ask, "{code}");
        assert_eq!(asked.missing, [MissingFact::Annex2], "{code}");
        services.annex_2_service = Some(true);
        assert_eq!(computed(&services, NOW), Some((C, Grounds::Annex2BelowLimit)), "{code}");
        services.annex_2_service = Some(false);
        assert_eq!(computed(&services, NOW), Some((A, Grounds::AtThreshold)), "{code}");
    }
}

#[test]
fn the_list_decides_where_it_is_clear_whatever_was_answered() {
    for (code, answer, expected) in [
        ("85311100", Some(false), Annex2::Yes),
        ("90910000", Some(true), Annex2::No),
        ("79710000", None, Annex2::Yes),
    ] {
        let mut services = buying(Lou, Municipality, Services, code, 5_000_000);
        services.annex_2_service = answer;
        assert_eq!(outcome(&services, NOW).annex_2, expected, "{code}");
    }
}

#[test]
fn the_main_code_decides() {
    let mut services = buying(Lou, Municipality, Services, "90910000", 5_000_000);
    services.cpv.push(CpvCode::read("85311100").unwrap());
    assert_eq!(computed(&services, NOW).unwrap().0, A);
    services.cpv.reverse();
    assert_eq!(computed(&services, NOW).unwrap().0, C);
}

#[test]
fn a_framework_agreement_is_measured_like_a_contract() {
    for framework in [None, Some(false), Some(true)] {
        let mut services = buying(Lou, Municipality, Services, "90910000", 2_451_816);
        services.framework = framework;
        services.supplier_count = Some(4);
        assert_eq!(computed(&services, NOW).unwrap().0, A, "{framework:?}");
    }
}

#[test]
fn options_that_lift_the_value_over_the_threshold_are_shown() {
    let mut services = buying(Lou, Municipality, Services, "90910000", 3_000_000);
    services.months = Some(Months::new(24).unwrap());
    let lifted = |procurement: &Procurement| {
        let what_if = outcome(procurement, NOW).what_if;
        what_if.into_iter().find(|(what, _)| *what == WhatIf::WithoutOptions).map(|(_, regime)| regime)
    };
    assert_eq!(lifted(&services), None, "there are none");
    services.option_value_sek = Some(Sek(548_184));
    assert_eq!(lifted(&services), None, "what is left is exactly the threshold");
    services.option_value_sek = Some(Sek(548_185));
    assert_eq!(lifted(&services), Some(B));
    services.option_value_sek = Some(Sek(2_300_001));
    assert_eq!(lifted(&services), Some(C));
    services.option_value_sek = None;
    services.option_months = Some(Months::new(24).unwrap());
    assert_eq!(lifted(&services), Some(B), "in proportion to time when no value is stated");
}

#[test]
fn what_would_change_it_is_told() {
    let services = outcome(&buying(Lou, Municipality, Services, "90910000", 5_000_000), NOW);
    assert_eq!(services.what_if, [(WhatIf::ValueBelow(Sek(2_451_816)), B), (WhatIf::Nature(Works), B)]);
    let works = outcome(&buying(Lou, Municipality, Works, "45400000", 20_000_000), NOW);
    let expected = [
        (WhatIf::ValueAtLeast(Sek(61_340_804)), A),
        (WhatIf::ValueBelow(Sek(700_000)), C),
        (WhatIf::Nature(Services), A),
        (WhatIf::Nature(Supplies), A),
    ];
    assert_eq!(works.what_if, expected);
}

#[test]
fn what_is_missing_is_named_all_at_once() {
    let nothing = outcome(&Procurement::default(), NOW);
    assert_eq!(nothing.missing, [MissingFact::Nature, MissingFact::Value, MissingFact::Cpv]);
    assert_eq!(nothing.regime(), None);
    let mut no_value = buying(Lou, Municipality, Services, "90910000", 1);
    no_value.value_sek = None;
    assert_eq!(outcome(&no_value, NOW).missing, [MissingFact::Value]);
}

#[test]
fn the_officers_own_choice_holds_before_the_computed_one() {
    let procurement = buying(Lou, Municipality, Services, "90910000", 1_000_000);
    let own = RegimeOverride { regime: A, reason: "Flera inköp av samma slag räknas ihop.".into() };
    let found = follows_from(&procurement, Some(&own), SHIPPED.thresholds_on(NOW), &SHIPPED.cpv);
    assert_eq!(found.computed, Some((B, Grounds::BelowThreshold)));
    assert_eq!(found.regime(), Some(A));
    let undecided = follows_from(&Procurement::default(), Some(&own), None, &SHIPPED.cpv);
    assert_eq!(undecided.regime(), Some(A), "also while facts are missing");
}

#[test]
fn zero_kronor_is_a_direct_award() {
    assert_eq!(computed(&buying(Lou, Municipality, Supplies, "18100000", 0), NOW).unwrap().0, C);
}

#[test]
fn a_code_covers_what_lies_under_its_stem() {
    let code = |text| CpvCode::read(text).unwrap();
    for (text, stem) in [("45000000", "45"), ("45400000", "454"), ("30000000", "30"), ("85311100", "853111")]
    {
        assert_eq!(code(text).stem(), stem);
    }
    assert!(code("45233141").is_under("4523") && !code("45233141").is_under("4524"));
    assert_eq!(code("45000000-7"), code("45000000"));
    let on_list = |text| SHIPPED.cpv.on_list(&code(text), CpvList::Annex2);
    assert_eq!(on_list("85000000"), OnList::Yes);
    assert_eq!(
        on_list("55500000"),
        OnList::InPart,
        "canteens are on the list, some of what lies under is not"
    );
    assert_eq!(on_list("45000000"), OnList::No);
}

#[test]
fn the_longest_prefix_gives_the_profile() {
    let profile = |text| SHIPPED.profile(&CpvCode::read(text).unwrap()).map(|profile| profile.cpv.as_str());
    assert_eq!(profile("45400000"), Some("454"));
    assert_eq!(profile("45442100"), Some("45442"));
    assert_eq!(profile("45214100"), Some("45"));
    assert_eq!(profile("90919300"), Some("9091"));
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let refusal = SHIPPED.cpv.find(&CpvCode::read("45400001").unwrap()).unwrap_err();
    assert!(refusal.text.sv.contains("45400001 finns inte"), "{refusal}");
    assert!(refusal.hint.unwrap().sv.contains("45400000-1"), "the code itself with its check digit");
    for text in ["", "45", "4540000", "454000000", "4540000a", "４５４０００００"] {
        assert!(CpvCode::read(text).unwrap_err().hint.unwrap().sv.contains("åtta siffror"), "{text}");
    }
}
