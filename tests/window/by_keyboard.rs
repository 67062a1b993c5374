//! The whole main job with the keyboard alone, from the empty start to a saved document: whoever cannot use a mouse gets
//! there too.

use thirtyfour::Key;

use crate::support::{Officer, at_the_desk};

const DIALOGUE: &str = "Dialog om sysselsättningsfrämjande insatser";
const REASON: &str = "Prövat med verksamheten.";

/// Every theme; in the first a requirement is chosen.
const THEMES: [&str; 9] = [
    "Sysselsättning",
    "Arbetsvillkor",
    "Tillgänglighet",
    "Leveranskedjor",
    "Likabehandling",
    "Arbetsmiljö",
    "Barn och unga",
    "Etiska varor",
    "Reserverade kontrakt",
];

#[test]
fn a_document_is_made_without_a_mouse() {
    at_the_desk(async |officer| {
        officer.reads("Välkommen till Samkrav").await;
        officer.tabs_to("", "button", "Ny upphandling").await;
        officer.types(Key::Enter).await;
        officer.finds("heading", "Upphandlingen").await;
        fills_in_the_facts(&officer).await;
        says_that_the_house_is_ready(&officer).await;
        answers_about_the_needs(&officer).await;
        chooses_a_requirement(&officer).await;
        decides_every_theme(&officer).await;
        names_who_follows_up(&officer).await;
        reviews(&officer).await;
        saves_the_document(&officer).await;
    });
}

async fn fills_in_the_facts(officer: &Officer) {
    writes(officer, "", "Namn på upphandlingen", "Lokalvård").await;
    officer.tabs_to("", "combobox", "CPV-koder").await;
    officer.types("90910000").await;
    officer.reads("1 av 1 träff").await;
    officer.sees_a_row_marked().await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Ta bort 90910000-9").await;
    officer.types("77310000").await;
    officer.reads("1 av 1 träff").await;
    officer.sees_a_row_marked().await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Ta bort 77310000-6").await;
    officer.chooses("Kontraktets art", "Tjänst").await;
    writes(officer, "", "Värde exklusive moms", "12 Mkr").await;
    writes(officer, "", "Avtalstid", "36").await;
    writes(officer, "", "Avtalsstart", "2027-04-01").await;
    officer.chooses("Ramavtal", "Nej").await;
    officer.reads("LOU utom 19 och 19 a kap. gäller").await;
}

async fn says_that_the_house_is_ready(officer: &Officer) {
    officer.types_with(Key::Control, "2").await;
    officer.finds("heading", "Förutsättningar").await;
    for question in [
        "Finns ett beslut i ledningen om att ställa sociala krav?",
        "Är verksamheten som ska använda avtalet med på kraven?",
        "Är en matchningsansvarig utsedd?",
        "Finns ett nätverk i regionen att dela erfarenheter med?",
        "Finns tid och personer för uppföljning under avtalet?",
        "Är förhandlingen enligt MBL klar?",
    ] {
        officer.chooses(question, "Ja").await;
        officer.finds("button", &format!("Ta bort svaret: {question}")).await;
    }
    officer.finds("link", "Förutsättningar, Klar").await;
}

async fn answers_about_the_needs(officer: &Officer) {
    officer.types_with(Key::Control, "3").await;
    officer.chooses("Utför leverantörens personal arbete i avtalet, eller köps bara varor?", "Arbete").await;
    officer.tabs_to("", "button", "Nästa: Sysselsättning").await;
    officer.types(Key::Enter).await;
    ticks(officer, "Vad vill ni främst nå?", "Språk").await;
    officer.chooses("Hur ska kravet bestämmas?", "Dialog utan antal").await;
}

async fn chooses_a_requirement(officer: &Officer) {
    officer.types_with(Key::Control, "4").await;
    ticks(officer, DIALOGUE, DIALOGUE).await;
    officer.types(Key::Enter).await;
    officer.finds("button", &format!("Visa mindre om {DIALOGUE}")).await;
}

/// Each theme ends in a decision with its reason, written where the answers do not give it; the first in what was chosen.
async fn decides_every_theme(officer: &Officer) {
    for (at, theme) in THEMES.into_iter().enumerate() {
        officer.finds("heading", theme).await;
        let decision = format!("Beslut för temat {theme}");
        if at > 0 {
            officer.chooses(&decision, "Inte relevant").await;
            officer.sees_chosen(&decision, "radio", "Inte relevant").await;
        }
        if !is_said_by_the_answers(officer).await {
            writes(officer, &decision, "Skäl", REASON).await;
        }
        let next = THEMES.get(at + 1).unwrap_or(&"Gemensamma villkor");
        officer.tabs_to("", "button", &format!("Nästa tema: {next}")).await;
        officer.types(Key::Enter).await;
    }
    officer.finds("heading", "Gemensamma villkor").await;
    officer.finds("link", "Krav, Klar").await;
}

/// Whether the reason follows from the answers, and need not be written.
async fn is_said_by_the_answers(officer: &Officer) -> bool {
    let said = "return document.querySelector('main').innerText.includes('Skälet följer av svaren:')";
    officer.page(said, &[]).await == true
}

/// The plan says what is left of it, and leads there.
async fn names_who_follows_up(officer: &Officer) {
    officer.types_with(Key::Control, "5").await;
    officer.finds("heading", "Uppföljning").await;
    officer.tabs_to("", "link", "Skriv vem som är avtalsansvarig.").await;
    officer.types(Key::Enter).await;
    officer.sees_focus("textbox", "Avtalsansvarig").await;
    officer.types("Maria Holm").await;
    officer.types_with(Key::Control, "5").await;
    officer.finds("link", DIALOGUE).await;
}

async fn reviews(officer: &Officer) {
    officer.types_with(Key::Control, "6").await;
    officer.finds("heading", "Granskning").await;
    officer.tabs_to("", "button", "Nästa: Dokument").await;
    officer.types(Key::Enter).await;
}

async fn saves_the_document(officer: &Officer) {
    officer.finds("heading", "Kravspecifikation").await;
    officer.tabs_to("", "button", "Skapa PDF").await;
    officer.types(Key::Enter).await;
    let place = officer.home().join("Krav.pdf");
    officer.saves_as("Spara kravspecifikation", &place).await;
    officer.reads(&format!("Sparat: {}", place.display())).await;
    assert!(std::fs::read(&place).unwrap().starts_with(b"%PDF"));
}

async fn writes(officer: &Officer, part: &str, name: &str, text: &str) {
    officer.tabs_to(part, "textbox", name).await;
    officer.types(text).await;
}

async fn ticks(officer: &Officer, part: &str, name: &str) {
    officer.finds_in(part, "checkbox", name).await;
    officer.tabs_to(part, "checkbox", name).await;
    officer.types(" ").await;
    officer.sees_chosen(part, "checkbox", name).await;
}
