//! The officer's whole way: from an empty start page to a saved document, and the work still there the next day.

use std::path::Path;
use std::process::Command;

use thirtyfour::Key;

use crate::support::{Officer, at_a_desk, wait_for};

const TITLE: &str = "Lokalvård på fyra skolor";
const DIALOGUE: &str = "Dialog om sysselsättningsfrämjande insatser";
const REASON: &str = "Prövat med verksamheten. Lokalvården berör inte temat.";
const EXAMPLE: &str = "Städning av skolor och förskolor \
    Lokalvård i skolor. Språkträning, arbete på dagtid och arbetsrättsliga villkor.";

/// What the whole job takes with these answers, from the start page to the project file: presses, fields and keys. Each theme
/// that gets the same reason as another is ticked by the officer, who signs it.
const STEPS: usize = 62;

/// Every theme, with what the officer chooses in it.
const THEMES: [(&str, &[&str]); 9] = [
    ("Sysselsättning", &[DIALOGUE]),
    ("Arbetsvillkor", &["Arbete på dagtid"]),
    ("Tillgänglighet", &[]),
    ("Leveranskedjor", &[]),
    ("Likabehandling", &[]),
    ("Arbetsmiljö", &["Skyddsintroduktion på ett språk som förstås"]),
    ("Barn och unga", &[]),
    ("Etiska varor", &[]),
    ("Reserverade kontrakt", &[]),
];

#[test]
fn from_an_empty_start_to_a_saved_specification_and_the_work_is_there_the_next_day() {
    at_a_desk(async |desk| {
        desk.opens_the_program(async |officer| {
            begins(&officer).await;
            fills_in_the_facts(&officer).await;
            says_that_the_house_is_ready(&officer).await;
            answers_about_the_needs(&officer).await;
            decides_every_theme(&officer).await;
            looks_at_plan_and_review(&officer).await;
            saves_the_document(&officer).await;
            saves_the_project(&officer).await;
            assert!(officer.steps() <= STEPS, "it takes {} steps", officer.steps());
        })
        .await;
        desk.opens_the_program(async |officer| {
            finds_everything_again(&officer).await;
            opens_an_example_in_english(&officer).await;
        })
        .await;
    });
}

async fn begins(officer: &Officer) {
    officer.reads("Välkommen till Samkrav").await;
    officer.looks_at_the_screen("1-start-empty").await;
    officer.presses("button", "Ny upphandling").await;
    officer.finds("heading", "Upphandlingen").await;
}

async fn fills_in_the_facts(officer: &Officer) {
    officer.writes("textbox", "Namn på upphandlingen", TITLE).await;
    officer.writes("textbox", "Diarienummer", "KS 2026/0512").await;
    officer.writes("combobox", "CPV-koder", "90910000").await;
    officer.reads("1 av 1 träff").await;
    officer.sees_a_row_marked().await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Ta bort 90910000-9").await;
    officer.presses_in("Kontraktets art", "radio", "Tjänst").await;
    officer.writes("textbox", "Värde exklusive moms", "12 Mkr").await;
    officer.writes("textbox", "Avtalstid", "36").await;
    officer.writes("textbox", "Annonsering", "2027-01-18").await;
    officer.writes("textbox", "Avtalsstart", "1 april 2027").await;
    officer.presses_in("Ramavtal", "radio", "Nej").await;
    officer.writes("textbox", "Myndighet", "Åsviks kommun").await;
    officer.writes("textbox", "Upphandlare", "Anna Lindqvist").await;
    officer.reads("Värdet 12 000 000 kr når tröskelvärdet").await;
    officer.reads("LOU utom 19 och 19 a kap. gäller").await;
    officer.sees_written("", "Avtalsstart", "2027-04-01").await;
    officer.looks_at_the_screen("2-procurement").await;
}

async fn says_that_the_house_is_ready(officer: &Officer) {
    officer.presses("button", "Nästa: Förutsättningar").await;
    let questions = [
        "Finns ett beslut i ledningen om att ställa sociala krav?",
        "Är verksamheten som ska använda avtalet med på kraven?",
        "Är en matchningsansvarig utsedd?",
        "Finns ett nätverk i regionen att dela erfarenheter med?",
        "Finns tid och personer för uppföljning under avtalet?",
        "Är förhandlingen enligt MBL klar?",
    ];
    for question in questions {
        answers(officer, question, "radio", "Ja").await;
    }
    officer.looks_at_the_screen("3-readiness").await;
    officer.presses("button", "Nästa: Behov och risker").await;
}

async fn answers_about_the_needs(officer: &Officer) {
    answers_about_the_object(officer).await;
    answers_about_employment(officer).await;
    answers_about_labour_terms(officer).await;
}

async fn answers_about_the_object(officer: &Officer) {
    officer.finds("heading", "Det som köps").await;
    answers(
        officer,
        "Utför leverantörens personal arbete i avtalet, eller köps bara varor?",
        "radio",
        "Arbete",
    )
    .await;
    answers(
        officer,
        "Hur många personer arbetar samtidigt hos en leverantör?",
        "radio",
        "Räknas fram ur värdet",
    )
    .await;
    agrees(officer, "Hur stor del av priset är arbete?").await;
    answers(officer, "Hur kommer behovet?", "radio", "Jämnt över året").await;
    let beginners = "Vilka uppgifter kan en nybörjare göra under handledning?";
    answers(officer, beginners, "checkbox", "Enkla praktiska uppgifter").await;
    answers(officer, "Kräver arbetet något som en nybörjare ofta saknar?", "radio", "Inga").await;
    officer.looks_at_the_screen("4-needs-object").await;
    officer.presses("button", "Nästa: Sysselsättning").await;
}

async fn answers_about_employment(officer: &Officer) {
    answers(officer, "Vad vill ni främst nå?", "checkbox", "Språk").await;
    let open = "Öppet för alla som har svårt att komma in på arbetsmarknaden";
    answers(officer, "Vilka grupper ska kunna få platserna?", "checkbox", open).await;
    does_not_know(officer, "Hur många kandidater kan vara redo varje år?", "arbetsmarknadsenheten").await;
    let who = "Vem föreslår och stöder kandidater?";
    answers(officer, who, "radio", "Kommunens arbetsmarknadsenhet").await;
    answers(officer, "Hur ska kravet bestämmas?", "radio", "Dialog utan antal").await;
    officer.looks_at_the_screen("5-needs-employment").await;
    officer.presses("button", "Nästa: Arbetsvillkor").await;
}

async fn answers_about_labour_terms(officer: &Officer) {
    agrees(officer, "Finns risk för oskäliga arbetsvillkor i branschen eller yrket, för arbete i Sverige?")
        .await;
    answers(officer, "Vilka tecken på risk finns i just detta köp?", "radio", "Inga").await;
    answers(officer, "Var arbetar leverantörens personal?", "checkbox", "I beställarens lokaler").await;
    answers(officer, "Kan arbetet göras på dagtid?", "radio", "Ja").await;
    officer.looks_at_the_screen("6-needs-labour-terms").await;
    officer.types_with(Key::Control, "4").await;
}

async fn answers(officer: &Officer, question: &str, role: &str, option: &str) {
    officer.presses_in(question, role, option).await;
    is_answered(officer, question).await;
}

/// Confirms what the program has filled in.
async fn agrees(officer: &Officer, question: &str) {
    officer.presses_in(question, "button", "Stämmer").await;
    is_answered(officer, question).await;
}

async fn does_not_know(officer: &Officer, question: &str, whom: &str) {
    officer.presses_in(question, "radio", "Vet inte").await;
    officer.writes_in(question, "textbox", "Vem kan svara?", whom).await;
    officer.reads(&format!("Fråga {whom}.")).await;
}

/// An answer that is kept can be taken away.
async fn is_answered(officer: &Officer, question: &str) {
    officer.finds("button", &format!("Ta bort svaret: {question}")).await;
}

/// What is chosen is a decision in itself; the other themes are decided together, for one reason.
async fn decides_every_theme(officer: &Officer) {
    for (theme, requirements) in THEMES.into_iter().filter(|(_, requirements)| !requirements.is_empty()) {
        if theme != "Sysselsättning" {
            officer.presses("link", &format!("{theme}, Kvar")).await;
        }
        officer.finds("heading", theme).await;
        for requirement in requirements {
            officer.presses_in(requirement, "checkbox", requirement).await;
            officer.sees_chosen(requirement, "checkbox", requirement).await;
        }
        if theme == "Sysselsättning" {
            changes_a_number(officer).await;
            let decision = "Beslut för temat Sysselsättning";
            officer.sees_chosen(decision, "radio", "Valt, ett krav").await;
            officer.writes_in(decision, "textbox", "Skäl", REASON).await;
            officer.looks_at_the_screen("7-requirements").await;
        }
    }
    officer.finds("link", "Krav, 6 kvar").await;
    officer.presses("link", "Tillgänglighet, Kvar").await;
    let decision = "Beslut för temat Tillgänglighet";
    officer.presses_in(decision, "radio", "Inte relevant").await;
    officer.writes_in(decision, "textbox", "Skäl", REASON).await;
    let others = THEMES.iter().filter(|(theme, chosen)| *theme != "Tillgänglighet" && chosen.is_empty());
    let others: Vec<&str> = others.map(|(theme, _)| *theme).collect();
    officer.ticks_all(decision, &others).await;
    officer.looks_at_the_screen("7b-requirements-alike").await;
    officer.presses_in(decision, "button", "Avsluta fem teman till som inte relevanta").await;
    officer.finds("link", "Krav, Klar").await;
    officer.page("location.assign('#/project/requirements/common_terms')", &[]).await;
    officer.reads("Startmöte om de sociala villkoren").await;
    officer.looks_at_the_screen("8-requirements-common").await;
}

async fn changes_a_number(officer: &Officer) {
    officer.presses("button", &format!("Visa mer om {DIALOGUE}")).await;
    officer.presses("button", "Antal möten per avtalsår, två dialogmöten, förslag").await;
    officer.writes("textbox", "Antal möten per avtalsår", "3").await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Antal möten per avtalsår, tre dialogmöten").await;
}

async fn looks_at_plan_and_review(officer: &Officer) {
    officer.presses("button", "Nästa: Uppföljning").await;
    officer.finds("link", DIALOGUE).await;
    officer.finds("heading", "Det här gör ni själva").await;
    officer.looks_at_the_screen("9-follow-up").await;
    officer.presses("button", "Nästa: Granskning").await;
    officer.reads("Vad granskas?").await;
    officer.looks_at_the_screen("10-review").await;
    officer.presses("button", "Nästa: Dokument").await;
}

async fn saves_the_document(officer: &Officer) {
    officer.finds("heading", "Kravspecifikation").await;
    sees_the_pages(officer).await;
    officer.looks_at_the_screen("11-documents").await;
    officer.presses("button", "Skapa PDF").await;
    let place = officer.home().join("Kravspecifikation.pdf");
    officer.saves_as("Spara kravspecifikation", &place).await;
    officer.reads(&format!("Sparat: {}", place.display())).await;
    is_a_good_pdf(&place);
    let text = text_of(&place);
    assert!(text.contains(TITLE) && text.contains(DIALOGUE), "the document says what it is about:\n{text}");
}

/// The first page has been drawn, and is not blank.
async fn sees_the_pages(officer: &Officer) {
    let drawn = "const page = document.querySelector('img[alt^=\"Kravspecifikation, sida 1\"]');
                 return Boolean(page?.complete && page.naturalWidth > 500)";
    wait_for("the first page", async || (officer.page(drawn, &[]).await == true).then_some(())).await;
}

fn is_a_good_pdf(place: &Path) {
    let judged = Command::new("qpdf").arg("--check").arg(place).output().expect("scripts/test installs qpdf");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
}

fn text_of(place: &Path) -> String {
    let read =
        Command::new("pdftotext").arg(place).arg("-").output().expect("scripts/test installs poppler-utils");
    String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn saves_the_project(officer: &Officer) {
    officer.presses("button", "Spara projektfil …").await;
    let place = officer.home().join("Lokalvård.samkrav");
    officer.saves_as("Spara projektfil", &place).await;
    officer.reads(&format!("Sparat: {}", place.display())).await;
    let file = std::fs::read_to_string(&place).unwrap();
    assert!(file.contains(TITLE), "the file holds the project");
}

async fn finds_everything_again(officer: &Officer) {
    officer.reads("Lär av ett exempel").await;
    officer.looks_at_the_screen("12-start").await;
    officer.presses("button", TITLE).await;
    officer.finds("heading", "Kravspecifikation").await;
    officer.types_with(Key::Control, "1").await;
    officer.sees_written("", "Namn på upphandlingen", TITLE).await;
    officer.sees_written("", "Värde exklusive moms", "12 000 000").await;
    officer.types_with(Key::Control, "4").await;
    officer.sees_chosen(DIALOGUE, "checkbox", DIALOGUE).await;
    let decision = "Beslut för temat Sysselsättning";
    officer.sees_chosen(decision, "radio", "Valt, ett krav").await;
    officer.sees_written(decision, "Skäl", REASON).await;
}

async fn opens_an_example_in_english(officer: &Officer) {
    officer.presses("link", "Alla projekt").await;
    officer.presses("button", EXAMPLE).await;
    officer.goes_to_the_first_task().await;
    officer.sees_written("", "Namn på upphandlingen", "Städning av skolor och förskolor").await;
    officer.presses("button", "English").await;
    officer.finds("heading", "The procurement").await;
    officer.looks_at_the_screen("13-procurement-english").await;
    officer.types_with(Key::Control, "7").await;
    officer.finds("heading", "Requirement specification").await;
    officer.looks_at_the_screen("14-documents-english").await;
}
