//! What is joined in one sentence is found as when each thing stands alone, and what is right stays right.

use domain::catalogue::theme::Placement;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::regime::Regime;
use domain::review::finding::Severity;
use domain::wording::check;
use domain::wording::context::Context;
use domain::wording::finding::{Replacement, take_over};

use crate::support::SHIPPED;

/// What a supplier is wrongly told to do, each with the rule that finds it.
const TRAPS: [(&str, &str); 15] = [
    ("R06", "ha tecknat kollektivavtal"),
    ("R01", "anställa två personer folkbokförda i Karlstads kommun"),
    ("R02", "ha en CSR-policy som gäller hela koncernen"),
    ("R13", "anställa unga svensktalande män"),
    ("R15", "låta två praktikanter ersätta ordinarie personal"),
    ("R15", "ta emot två praktikanter som ersätter ordinarie personal"),
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

fn of_a_contract() -> Context {
    Context {
        placement: Some(Placement::ContractTerm),
        regime: Some(Regime::DirectiveGoverned),
        months: Months::new(36).ok(),
        value: Sek::read("4000000").ok(),
        ..Context::default()
    }
}

fn weight(text: &str, code: &str) -> Option<Severity> {
    let found = check(text, &of_a_contract(), &SHIPPED);
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

/// Takes out those of a rule that are only worth reading again, and counts them.
fn falls_to_a_hint(lighter: &mut Vec<String>, code: &str) -> usize {
    let all = lighter.len();
    lighter.retain(|one| !one.starts_with(&format!("{code} Some(Info)")));
    all - lighter.len()
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
    assert!(falls_to_a_hint(&mut lighter, "R22") <= 1, "{lighter:#?}");
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

/// Other ways to say a thing together with something else, or dressed.
fn dressed(thing: &str, right: &str) -> Vec<String> {
    vec![
        format!("Leverantören ska {thing} eller {right}."),
        format!("Leverantören ska {right} eller {thing}."),
        format!("Leverantören ska antingen {thing} eller {right}."),
        format!("Leverantören ska {thing}, {right} samt lämna en rapport varje kvartal."),
        format!("Om inte annat avtalas ska leverantören {thing}."),
        format!("Om inte annat avtalats skriftligen gäller följande: leverantören ska {thing}."),
        format!("Under avtalstiden gäller följande: Leverantören ska {thing}."),
        format!("”Leverantören ska {thing}.”"),
        format!("\"Leverantören ska {thing}.\""),
        format!("Leverantören ska ”{thing}”."),
        format!("(Leverantören ska {thing}.)"),
        format!("Leverantören ska {right} (och {thing})."),
        format!("Leverantören ska {right} (leverantören ska {thing})."),
    ]
}

#[test]
fn a_trap_weighs_the_same_however_it_is_dressed() {
    let (all, mut lighter) = kept(|trap| dressed(trap, RIGHT[0]));
    assert!(all > 150);
    // What the model makes of this one depends on what stands around it.
    assert!(falls_to_a_hint(&mut lighter, "R22") <= 1, "{lighter:#?}");
    assert_eq!(lighter, [""; 0], "{} of {all}", lighter.len());
}

#[test]
fn what_is_right_is_right_however_it_is_dressed() {
    for (right, other) in RIGHT.iter().zip(RIGHT.iter().cycle().skip(4)) {
        for text in dressed(right, other) {
            assert!(weight(&text, "").is_none_or(|weight| weight == Severity::Info), "{text}");
        }
    }
}

#[test]
fn what_another_has_written_and_an_alternative_of_the_same_worth_stay_right() {
    for text in [
        "Upphandlingsmyndigheten skriver: ”Leverantören ska ha tecknat kollektivavtal.” Det kräver vi inte.",
        "Skriv inte formuleringen ”Leverantören ska ha tecknat kollektivavtal.”",
        "Leverantören ska tillämpa villkoren i bilaga 2 eller ge motsvarande villkor enligt ett annat centralt kollektivavtal.",
    ] {
        assert_eq!(weight(text, "R06").filter(|weight| *weight != Severity::Info), None, "{text}");
    }
}

/// Where R04 or R19 stops in a text.
fn stopped(text: &str) -> Vec<String> {
    let context = Context { regime: Some(Regime::DirectiveGoverned), ..Context::default() };
    let found = check(text, &context, &SHIPPED).into_iter();
    let names =
        found.filter(|one| matches!(one.rule.code(), "R04" | "R19") && one.severity == Severity::Stop);
    names.map(|one| text.chars().take(one.span.end).skip(one.span.start).collect()).collect()
}

#[test]
fn a_name_without_its_equivalent_is_found_beside_one_that_has_it() {
    for (text, lone) in [
        ("Leverantören ska ha Sedex eller likvärdig märkning och BSCI.", &["BSCI"][..]),
        ("Papperet ska vara FSC-märkt eller likvärdigt och Svanenmärkt.", &["Svanenmärkt"]),
        (
            "Kaffet ska vara Fairtrade-märkt eller likvärdigt, Krav-märkt och UTZ-certifierat.",
            &["Krav-märkt"],
        ),
        ("Skorna ska uppfylla SS-EN ISO 20345 eller likvärdig och SS-EN ISO 20347.", &["SS-EN ISO 20347"]),
        ("Leverantören ska ha Sedex och BSCI eller likvärdig märkning.", &[]),
        ("Leverantören ska ha Sedex eller likvärdig märkning och BSCI eller likvärdig märkning.", &[]),
        ("Leverantören ska ha Sedex, BSCI eller likvärdig märkning.", &[]),
    ] {
        assert_eq!(stopped(text), lone, "{text}");
    }
}

#[test]
fn a_reservation_and_an_exclusion_weigh_the_same_among_others() {
    for (code, trap) in [
        ("R21", "Upphandlingen reserveras för Kooperativet Vinden."),
        ("R21", "Upphandlingen reserveras för arbetsintegrerande sociala företag i kommunen."),
        ("R24", "Leverantör som har fått anmärkning från Arbetsmiljöverket utesluts alltid."),
    ] {
        let alone = weight(trap, code);
        assert!(alone.is_some(), "{trap}");
        for text in [
            format!("Varorna ska levereras på vardagar. {trap} Fakturan ska vara elektronisk."),
            format!("{trap} Leverantören ska ha en kontaktperson."),
            format!("Leverantören ska {}. {trap}", RIGHT[4]),
        ] {
            assert_eq!(weight(&text, code), alone, "{text}");
        }
    }
}

#[test]
fn a_supplier_that_only_should_is_warned_of_and_the_remedy_can_be_followed_up() {
    let context = Context { regime: Some(Regime::DirectiveGoverned), ..Context::default() };
    for (text, remedy) in [
        ("Leverantören bör anställa två lärlingar.", Some("ska")),
        ("Leverantören bör sträva efter att ta emot praktikanter.", None),
        ("Leverantören bör i möjligaste mån anställa långtidsarbetslösa.", None),
    ] {
        let found = check(text, &context, &SHIPPED);
        let vague = found.iter().find(|one| one.rule.code() == "R11").unwrap_or_else(|| panic!("{text}"));
        assert_eq!(vague.severity, Severity::Warning, "{text}");
        assert_eq!(vague.replacement.as_ref().map(|new| &*new.text), remedy, "{text}");
    }
}

#[test]
fn personal_numbers_among_sums_stop_and_sums_do_not() {
    let sums = "Leverantören ska varje kvartal redovisa antal personer och antal timmar";
    assert_eq!(
        weight(&format!("{sums} samt deltagarnas namn och personnummer."), "R26"),
        Some(Severity::Stop)
    );
    assert_eq!(weight(&format!("{sums}."), "R26"), None);
}

/// Each text that a remedy of the check makes of a text.
fn remedied(text: &str) -> Vec<String> {
    let found = check(text, &of_a_contract(), &SHIPPED);
    found.iter().filter_map(|one| one.replacement.as_ref()).map(|new| take_over(text, new)).collect()
}

#[test]
fn a_remedy_takes_nothing_away_that_was_right() {
    let mut remedies = 0;
    for (_, trap) in TRAPS {
        for right in RIGHT.iter().step_by(3) {
            let row = format!("Leverantören ska {right}, {trap} och utse en kontaktperson.");
            let lists = [
                format!("Leverantören ska:\n- {trap}\n- {right}"),
                format!("Leverantören ska {right}; leverantören ska {trap}."),
                format!("Leverantören ska {trap} – {right}."),
            ];
            let both = [format!("Leverantören ska {trap} och {right}."), row];
            for text in dressed(trap, right).iter().chain(&lists).chain(&both) {
                for (part, new) in remedied(text)
                    .into_iter()
                    .flat_map(|new| [(*right, new.clone()), ("utse en kontaktperson", new)])
                {
                    assert!(!text.contains(part) || new.contains(part), "{text}\n{new}");
                    remedies += 1;
                }
            }
        }
    }
    assert!(remedies > 100, "{remedies}");
}

#[test]
fn a_model_text_takes_no_place_under_an_introduction() {
    for (_, trap) in TRAPS {
        let text = format!("Leverantören ska:\n- skicka fakturan elektroniskt\n- {trap}\n");
        for new in remedied(&text) {
            let begun = new.starts_with("Leverantören ska:\n- skicka fakturan elektroniskt\n- ");
            let small =
                new.lines().last().and_then(|line| line.chars().nth(2)).is_some_and(char::is_lowercase);
            assert!(begun && small, "{new}");
        }
    }
}

#[test]
fn a_model_text_takes_the_place_of_a_sentence_with_one_demand() {
    for text in [
        "Leverantören ska vara bunden av kollektivavtal.",
        "- Leverantören ska vara bunden av kollektivavtal.",
    ] {
        let new = remedied(text);
        assert!(new.iter().any(|new| new.contains("bilaga [X]")), "{text} {new:?}");
    }
}

/// The model text that takes the place of a whole text.
fn model(text: &str, placement: Placement) -> Option<String> {
    let context = Context { placement: Some(placement), ..of_a_contract() };
    let found = check(text, &context, &SHIPPED);
    let whole = |new: &&Replacement| new.span.start == 0 && new.span.end == text.chars().count();
    found.iter().filter_map(|one| one.replacement.as_ref()).find(whole).map(|new| new.text.clone())
}

#[test]
fn a_model_text_is_given_where_it_answers_what_the_sentence_asks_for() {
    for (text, placement, told) in [
        (
            "Leverantör som har fått anmärkning från Arbetsmiljöverket utesluts alltid.",
            Placement::ExclusionGround,
            "arbetsrättsliga",
        ),
        ("Leverantören ska anställa unga svensktalande män.", Placement::ContractTerm, "Målgrupp"),
        (
            "Leverantören ska ha en CSR-policy som gäller hela koncernen.",
            Placement::ContractTerm,
            "diskriminering",
        ),
        ("Personerna ska vara folkbokförda i kommunen.", Placement::ContractTerm, "arbetslösa"),
        (
            "Leverantören ska varje månad redovisa deltagarnas personnummer.",
            Placement::ContractTerm,
            "antal platser",
        ),
        ("De anställda ska ha schyssta villkor.", Placement::ContractTerm, "bilaga [X]"),
    ] {
        assert!(model(text, placement).is_some_and(|model| model.contains(told)), "{text}");
    }
    for (text, placement) in [
        ("Leverantörer med skatteskulder utesluts utan vidare.", Placement::ExclusionGround),
        ("Svenskt medborgarskap krävs för alla i arbetslaget.", Placement::ContractTerm),
        ("Leverantören ska se till att ingen i personalen är äldre än 60 år.", Placement::ContractTerm),
        (
            "Leverantören ska bemanna receptionen med personer som har svenska som modersmål.",
            Placement::ContractTerm,
        ),
        ("Leverantören ska ha antagit en klimatpolicy för hela bolaget.", Placement::ContractTerm),
        ("Alla bolag i koncernen ska ha en antagen uppförandekod mot mutor.", Placement::ContractTerm),
        ("Leverantören ska hämta minst hälften av de anställda från orten.", Placement::ContractTerm),
        ("Leverantören ska redovisa vilka diagnoser de anställda i projektet har.", Placement::ContractTerm),
        ("Fabrikerna ska ha goda arbetsvillkor.", Placement::ContractTerm),
        ("Vid försenad leverans utgår vite med 50 000 kr per dag.", Placement::ContractTerm),
    ] {
        assert!(weight(text, "").is_some(), "{text}");
        assert_eq!(model(text, placement), None, "{text}");
    }
}

#[test]
fn a_rating_or_a_membership_is_no_label() {
    for (text, told) in [
        ("Leverantören ska ha ett guldbetyg från EcoVadis.", "EcoVadis eller likvärdigt."),
        ("Leverantören ska vara medlem i amfori.", "amfori eller likvärdigt."),
        ("Te med märket Fair Wear ska levereras.", "Fair Wear eller likvärdig märkning"),
    ] {
        assert!(remedied(text).iter().any(|new| new.contains(told)), "{text} {:?}", remedied(text));
    }
}

#[test]
fn a_remedy_leaves_the_number_of_the_section() {
    for number in ["2.", "2.2", "4.2.1", "K12", "b)"] {
        let text = format!("{number} Personerna ska vara folkbokförda i kommunen.");
        let found = check(&text, &Context::default(), &SHIPPED);
        let remedy = found.iter().find_map(|one| one.replacement.as_ref()).unwrap();
        assert_eq!(remedy.span.start, number.len() + 1, "{text}");
    }
}

#[test]
fn where_goods_come_from_is_no_choice_among_persons() {
    for text in ["The beef must be Swedish.", "Nötköttet ska vara svenskt."] {
        assert_eq!(weight(text, "R36"), Some(Severity::Stop), "{text}");
        assert_eq!(weight(text, "R13"), None, "{text}");
    }
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

/// What an introduction asks for or denies holds for the points of its list also where it does not end in a colon.
#[test]
fn what_introduces_a_list_holds_for_its_points_also_without_a_colon() {
    for (code, trap) in TRAPS {
        let point = |head: &str| weight(&format!("{head}\n- skicka fakturan elektroniskt,\n- {trap}."), code);
        assert_ne!(point("Leverantören behöver inte"), Some(Severity::Stop), "{trap}");
        assert_eq!(point("Leverantören ska"), point("Leverantören ska:"), "{trap}");
    }
}
