//! Texts of any kind get an answer, and a remedy that is taken over lands where it belongs.

use domain::catalogue::theme::Placement;
use domain::procurement::regime::Regime;
use domain::review::rule::Rule;
use domain::wording::check;
use domain::wording::context::Context;
use domain::wording::finding::{WordingFinding, take_over};
use proptest::prelude::*;

use crate::support::SHIPPED;

fn term() -> Context {
    let placement = Some(Placement::ContractTerm);
    Context { placement, regime: Some(Regime::DirectiveGoverned), ..Context::default() }
}

fn found(text: &str) -> Vec<WordingFinding> {
    check(text, &term(), &SHIPPED)
}

fn codes(text: &str) -> Vec<&'static str> {
    found(text).iter().map(|finding| finding.rule.code()).collect()
}

#[test]
fn a_sentence_weighs_the_same_alone_as_beside_others() {
    let label = "Varorna ska vara märkta med Fairtrade.";
    let beside = [
        "Leverantören ska per besök ta emot upp till åtta personer, ledare inräknade.",
        "Leverantören ska gå igenom skyddsreglerna, gratis låna ut nödvändig skyddsutrustning, visa arbetet och \
         svara på frågor om yrket.",
        "Praktikanterna ska vara bosatta i kommunen.",
    ];
    let context = Context { placement: Some(Placement::ContractTerm), ..Context::default() };
    let weight = |text: &str| {
        let found = check(text, &context, &SHIPPED);
        let label = found.into_iter().find(|one| one.rule == Rule::LabelWithoutEquivalent).unwrap();
        (label.severity, label.message)
    };
    let alone = weight(label);
    for other in beside {
        assert_eq!(weight(&format!("{label}\n{other}")), alone, "{other}");
        assert_eq!(weight(&format!("{other}\n{label}\n{other}")), alone, "{other}");
    }
    assert_eq!(weight(&format!("{label}\n{}", beside.join("\n"))), alone);
}

#[test]
fn a_remedy_never_lands_within_a_word_or_a_name() {
    for text in [
        "Kaffet ska vara Fairtrade-märkt.",
        "Träet ska vara FSC-certifierat.",
        "Kakaon ska vara Rainforest Alliance-certifierad.",
        "Varorna ska bära Fairtrades märke.",
        "Skorna ska uppfylla SS-EN ISO 20345:s krav.",
        "Alla på platsen ska ha ID06-kort.",
    ] {
        let found = found(text);
        assert!(!found.is_empty(), "{text}");
        assert!(found.iter().all(|one| one.replacement.is_none()), "{text} {found:?}");
    }
    for (text, after) in [
        ("Kaffet ska vara märkt med Fairtrade.", " eller likvärdig märkning."),
        ("Träet ska vara certifierat enligt FSC.", " eller likvärdig märkning."),
        ("Skorna ska uppfylla SS-EN ISO 20345.", " eller likvärdig."),
    ] {
        let mended: Vec<String> =
            found(text).iter().filter_map(|one| Some(take_over(text, one.replacement.as_ref()?))).collect();
        assert!(mended.contains(&text.replace('.', after)), "{mended:?}");
    }
}

#[test]
fn a_label_with_its_equivalents_is_no_matter_of_specifications_in_a_contract_term() {
    for text in [
        "Produkten ska vara rättvisemärkt eller likvärdigt.",
        "Kaffet ska vara Fairtrade-märkt eller likvärdigt.",
    ] {
        assert!(!codes(text).contains(&"R05"), "{text}");
    }
}

#[test]
fn letters_in_two_parts_and_signs_that_are_not_seen_change_nothing() {
    for text in [
        "Leverantören ska anställa två personer från Åmål.",
        "Möbler som inte längre används ska i första hand lämnas till återbruk.",
    ] {
        let parted = text
            .replace('ö', "o\u{308}")
            .replace('å', "a\u{30a}")
            .replace('ä', "a\u{308}")
            .replace('Å', "A\u{30a}");
        let hidden: String = text.chars().flat_map(|c| [c, '\u{200b}']).collect();
        assert_eq!(codes(&parted), codes(text));
        assert_eq!(codes(&hidden), codes(text));
    }
}

#[test]
fn odd_texts_get_an_answer() {
    let long = "å".repeat(5_000);
    let many = "Leverantören ska ha kollektivavtal och ".repeat(3_000);
    let nested = "(".repeat(20_000) + &"{".repeat(20_000) + &"\"".repeat(5_000);
    let numbers = "1 000 000,5 ".repeat(2_000);
    for text in [
        "",
        " ",
        "\n\n\n",
        "\0\u{1b}[31m\u{202e}",
        "日本語の文章です。",
        "-",
        "1.",
        "– !\n\n§ %",
        "§",
        &long,
        &many,
        &nested,
        &numbers,
    ] {
        let end = text.chars().count();
        assert!(
            found(text)
                .iter()
                .all(|finding| finding.span.start < finding.span.end && finding.span.end <= end)
        );
    }
}

#[test]
fn a_megabyte_of_trouble_gets_an_answer() {
    let line =
        "Leverantören ska anställa personer som är bosatta i kommunen, och ha tecknat kollektivavtal.\n";
    assert!(!found(&line.repeat(1_000_000 / line.len())).is_empty());
}

#[test]
fn words_are_read_across_lines_hyphens_and_spaces() {
    for text in [
        "Leverantören ska ha tecknat kollektivavtal.",
        "Leverantören ska ha\ntecknat kollektiv-\navtal.",
        "Leverantören ska ha tecknat kollektiv avtal.",
        "Leverantören ska:\n- ha tecknat kollektivavtal\n- lämna rapport i mars",
        "LEVERANTÖREN SKA HA TECKNAT KOLLEKTIVAVTAL.",
        "Leverantören ska ha tecknat kollek\u{ad}tivavtal.",
        "Leverantören ska ha tecknat kollek\u{fffe}tivavtal.",
    ] {
        assert!(codes(text).contains(&"R06"), "{text}: {:?}", codes(text));
    }
}

#[test]
fn a_remedy_is_taken_over_where_it_belongs() {
    let text = "Först detta.\nGolvet ska uppfylla SS-EN 14041. Sedan detta.";
    let finding = found(text).into_iter().find(|finding| finding.rule.code() == "R19").unwrap();
    let mended = take_over(text, &finding.replacement.unwrap());
    assert_eq!(mended, "Först detta.\nGolvet ska uppfylla SS-EN 14041 eller likvärdig. Sedan detta.");
    assert!(!codes(&mended).contains(&"R19"));
}

#[test]
fn every_model_text_is_right_itself() {
    for (code, wrong) in [
        ("R06", "Leverantören ska ha kollektivavtal."),
        ("R07", "Leverantören ska tillämpa kollektivavtalsliknande villkor."),
        ("R16", "Vid brist utgår vite med 50 000 kr per dag."),
        ("R22", "Leverantören garanterar att barnarbete aldrig förekommer i någon del av leveranskedjan."),
        ("R26", "Leverantören ska månadsvis redovisa deltagarnas personnummer."),
        ("R34", "Leverantören ska lämna alla uppgifter som beställaren anser nödvändiga."),
    ] {
        let finding = found(wrong).into_iter().find(|finding| finding.rule.code() == code);
        let finding = finding.unwrap_or_else(|| panic!("{code}: {wrong}"));
        let mended = take_over(wrong, &finding.replacement.unwrap());
        let left: Vec<&str> = codes(&mended).into_iter().filter(|left| *left == code).collect();
        assert_eq!(left, [""; 0], "{mended}");
    }
}

proptest! {
    #[test]
    fn spans_lie_in_the_text_whatever_it_is(text in "\\PC{0,300}") {
        let end = text.chars().count();
        for finding in found(&text) {
            prop_assert!(finding.span.start < finding.span.end && finding.span.end <= end);
        }
    }
}
