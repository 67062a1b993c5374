//! What is joined in one sentence is found as when each thing stands alone, and what is right stays right.

use domain::catalogue::theme::Placement;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::regime::Regime;
use domain::review::finding::Severity;
use domain::wording::check;
use domain::wording::context::Context;

use crate::support::SHIPPED;

/// What a supplier is wrongly told to do, each with the rule that finds it.
const TRAPS: [(&str, &str); 14] = [
    ("R06", "ha tecknat kollektivavtal"),
    ("R01", "anställa två personer folkbokförda i Karlstads kommun"),
    ("R02", "ha en CSR-policy som gäller hela koncernen"),
    ("R13", "anställa unga svensktalande män"),
    ("R15", "låta två praktikanter ersätta ordinarie personal"),
    ("R26", "varje månad redovisa deltagarnas namn och personnummer"),
    ("R36", "servera enbart svenskt nötkött"),
    ("R04", "leverera Fairtrade-märkt kaffe"),
    ("R37", "låta facket godkänna varje underentreprenör"),
    ("R09", "betala minst medianlönen i branschen"),
    ("R35", "lämna läkarintyg som visar varje deltagares funktionsnedsättning"),
    ("R22", "garantera att barnarbete aldrig förekommer i något led"),
    ("R14", "anställa den person som kommunen anvisar"),
    ("R34", "lämna alla uppgifter som beställaren anser nödvändiga"),
];

const RIGHT: [&str; 12] = [
    "leverera varorna inom tio arbetsdagar",
    "skicka fakturan elektroniskt",
    "städa lokalerna varje vardag",
    "ha en kontaktperson under hela avtalstiden",
    "lämna en rapport varje kvartal",
    "delta i ett startmöte senast 30 dagar efter avtalsstart",
    "erbjuda fyra ungdomar i åldern 16–18 år feriejobb under tre veckor sommaren 2027",
    "hålla två studiebesök per år för elever på bygg- och anläggningsprogrammet",
    "se till att arbetskläder finns i både dam- och herrmodell",
    "ha en rutin för hur anställda i uppdraget anonymt kan slå larm om missförhållanden",
    "ha en ansvarsförsäkring på minst 10 miljoner kronor per skada",
    "ange antalet personer ur målgruppen och antalet arbetade timmar",
];

fn weight(text: &str, code: &str) -> Option<Severity> {
    let context = Context {
        placement: Some(Placement::ContractTerm),
        regime: Some(Regime::DirectiveGoverned),
        months: Months::new(36).ok(),
        value: Sek::read("4000000").ok(),
        ..Context::default()
    };
    let found = check(text, &context, &SHIPPED);
    found.iter().filter(|one| code.is_empty() || one.rule.code() == code).map(|one| one.severity).min()
}

/// In how many of some texts a trap weighs as much as when it stands alone, of how many, and the others.
fn kept(texts: impl Fn(&str) -> Vec<String>) -> (usize, Vec<String>) {
    let mut lighter = Vec::new();
    let mut all = 0;
    for (code, trap) in TRAPS {
        let alone = weight(&format!("Leverantören ska {trap}."), code);
        assert!(alone.is_some(), "{code} {trap}");
        for text in texts(trap) {
            all += 1;
            let joined = weight(&text, code);
            if joined.is_none() || joined > alone {
                lighter.push(format!("{code} {joined:?} not {alone:?}: {text}"));
            }
        }
    }
    (all, lighter)
}

#[test]
fn a_trap_weighs_the_same_joined_with_another() {
    let others = |trap: &str| {
        let others = TRAPS.iter().filter(|(_, other)| *other != trap).step_by(3);
        others.map(|(_, other)| format!("Leverantören ska {trap} och {other}.")).collect()
    };
    let (all, mut lighter) = kept(others);
    assert!(all > 50);
    // What the model makes of a sentence depends on what stands around it: this one is only worth reading again beside some.
    lighter.retain(|one| !one.starts_with("R22 Some(Info)"));
    assert_eq!(lighter, [""; 0], "{} of {all}", lighter.len());
}

#[test]
fn a_trap_weighs_the_same_joined_with_what_is_right() {
    let beside = |trap: &str| {
        let joined = RIGHT.iter().step_by(4).flat_map(|right| {
            [format!("Leverantören ska {trap} och {right}."), format!("Leverantören ska {right} och {trap}.")]
        });
        let own = [
            format!("Fakturan ska vara elektronisk, och leverantören ska {trap}."),
            format!("Leverantören ska {trap}, och fakturan ska vara elektronisk."),
        ];
        joined.chain(own).collect()
    };
    let (all, lighter) = kept(beside);
    assert!(all > 100);
    assert_eq!(lighter, [""; 0], "{} of {all}", lighter.len());
}

#[test]
fn what_is_right_is_right_joined_too() {
    for (at, right) in RIGHT.iter().enumerate() {
        for other in RIGHT.iter().skip(at + 1).step_by(3) {
            let text = format!("Leverantören ska {right} och {other}.");
            assert!(weight(&text, "").is_none_or(|weight| weight == Severity::Info), "{text}");
        }
    }
}
