//! What an officer meets who answers for the first time: goals that lead to no requirement, requirements that exclude each
//! other, a Stop that has a reason to go on, and a notice that is in nobody's way.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::support::{Officer, at_the_desk};

const TITLE: &str = "Skötsel av parker";
const PATTERN: &str = "Hur kommer behovet?";
const PLACES: &str = "Praktikplatser";
const STEP: &str = "En plats för varje steg av avtalets värde";
const REASON: &str = "Parterna har inte svarat än, och annonsen kan inte vänta längre.";
const NOT_HERE: &str = "Prövat med verksamheten.";

#[test]
fn what_hinders_a_goal_is_named_and_a_press_away() {
    at_the_desk(async |officer| {
        opens_the_park(&officer, &[]).await;
        officer.page("location.assign('#/project/requirements/employment')", &[]).await;
        officer.reads("men andra svar eller uppgifter hindrar.").await;
        officer
            .reads("Passar om\nsvaret är ”Jämnt över året” eller ”I säsong”\nNu\nAvrop utan garanterad volym")
            .await;
        looks_wide_and_narrow(&officer, "hinder").await;
        officer.presses("link", PATTERN).await;
        officer.finds("heading", "Det som köps").await;
        officer.presses_in(PATTERN, "radio", "Jämnt över året").await;
        officer.finds("button", &format!("Ta bort svaret: {PATTERN}")).await;
        officer.page("location.assign('#/project/requirements/employment')", &[]).await;
        officer.finds("checkbox", PLACES).await;
    });
}

#[test]
fn what_excludes_a_requirement_is_named_before_it_is_chosen_and_in_the_review() {
    let even = json!({ "edit": "answer", "question": "q04", "answer": { "need_pattern": "even" } });
    let added = ["emp-internship", "emp-step"].map(|entry| json!({ "edit": "choose", "entry": entry }));
    let edits: Vec<Value> = [even].into_iter().chain(added).collect();
    at_the_desk(async |officer| {
        opens_the_park(&officer, &edits).await;
        officer.page("location.assign('#/project/requirements/employment')", &[]).await;
        officer.finds_in(STEP, "link", "K1 Praktikplatser").await;
        looks_wide_and_narrow(&officer, "utesluter").await;
        officer.types_with(Key::Control, "6").await;
        officer.reads("går inte ihop med K1 Praktikplatser").await;
        officer.page("document.querySelectorAll('details').forEach((one) => (one.open = true))", &[]).await;
        officer.looks_at_the_screen("utesluter-granskning").await;
        officer.presses("link", "K1 Praktikplatser").await;
        officer.finds("heading", "Sysselsättning").await;
    });
}

#[test]
fn a_stop_kept_with_a_reason_is_seen_wherever_one_looks() {
    let need = json!({ "pay_terms_need": "yes", "reason": "Många led av underleverantörer i branschen." });
    let edits = [
        json!({ "edit": "answer", "question": "q15", "answer": "yes" }),
        json!({ "edit": "answer", "question": "q16", "answer": ["none"] }),
        json!({ "edit": "answer", "question": "q18a", "answer": need }),
        json!({ "edit": "answer", "question": "q19", "answer": "no" }),
        json!({ "edit": "answer", "question": "q20", "answer": ["street_or_park"] }),
        json!({ "edit": "answer", "question": "q17", "answer": { "unknown": "parterna" } }),
    ];
    at_the_desk(async |officer| {
        opens_the_park(&officer, &edits).await;
        officer.types_with(Key::Control, "6").await;
        let heading =
            "Villkor om lön, semester och arbetstid behövs, men det är inte klart om nivåerna går att ange";
        officer.reads(heading).await;
        officer.presses_in(heading, "button", "Gå vidare trots stoppet").await;
        officer.writes_in(heading, "textbox", "Varför går du vidare trots stoppet?", REASON).await;
        officer.presses_in(heading, "button", "Gå vidare med skälet").await;
        officer.reads("Skriv ditt namn.").await;
        officer.writes_in(heading, "textbox", "Ditt namn", "Karin Ek").await;
        officer.presses_in(heading, "button", "Gå vidare med skälet").await;
        officer.finds("heading", "Stopp med skäl").await;
        officer.reads(REASON).await;
        officer.reads("Karin Ek, 20").await;
        looks_wide_and_narrow(&officer, "kvarstar").await;
        officer.types_with(Key::Control, "7").await;
        officer.reads("Du går vidare trots ett stopp, med skäl:").await;
        officer.looks_at_the_screen("kvarstar-dokument").await;
        officer.presses("link", heading).await;
        officer.finds("heading", "Granskning").await;
        officer.types_with(Key::Control, "3").await;
        officer.finds("link", "Arbetsvillkor, 1 kvar").await;
    });
}

#[test]
fn all_that_is_recommended_is_chosen_and_the_other_themes_are_decided_in_a_few_presses() {
    let answers = [
        ("q04", json!({ "need_pattern": "even" })),
        ("q22", json!(["public"])),
        ("q23", json!(["building"])),
        ("q20", json!({ "places_of_work": ["street_or_park"] })),
        ("q26", json!("yes")),
    ];
    let answer = |(id, answer)| json!({ "edit": "answer", "question": id, "answer": answer });
    let answers: Vec<Value> = answers.into_iter().map(answer).collect();
    at_the_desk(async |officer| {
        opens_the_park(&officer, &answers).await;
        officer.page("location.assign('#/project/requirements/employment')", &[]).await;
        officer.resizes_the_window(1024, 700).await;
        officer.presses("button", "Välj alla fyra").await;
        officer.reads("krav valdes.").await;
        covers_nothing(&officer).await;
        officer.looks_at_the_screen("notis-1024").await;
        officer.page("location.assign('#/project/requirements/reserved_contracts')", &[]).await;
        let decision = "Beslut för temat Reserverade kontrakt";
        officer.presses_in(decision, "radio", "Inte relevant").await;
        officer.writes_in(decision, "textbox", "Skäl", NOT_HERE).await;
        let themes = [
            "Arbetsvillkor",
            "Leveranskedjor",
            "Likabehandling",
            "Arbetsmiljö",
            "Barn och unga",
            "Etiska varor",
        ];
        officer.ticks_all(decision, &themes).await;
        officer.looks_at_the_screen("samma-beslut-1024").await;
        officer.presses_in(decision, "button", "Avsluta sex teman till som inte relevanta").await;
        officer.presses("link", "Leveranskedjor, Inte relevant").await;
        officer
            .sees_written("Beslut för temat Leveranskedjor", "Mer om skälet (kan lämnas tomt)", NOT_HERE)
            .await;
    });
}

#[test]
fn a_choice_of_several_that_the_text_waits_for_is_made_with_boxes_and_keeps_the_focus() {
    at_the_desk(async |officer| {
        opens_the_park(&officer, &[json!({ "edit": "choose", "entry": "acc-product" })]).await;
        officer.page("location.assign('#/project/requirements/accessibility/acc-product')", &[]).await;
        officer.reads("Valet avgör vilken text kravet får.").await;
        officer.looks_at_the_screen("val-av-flera").await;
        officer.presses("checkbox", "storlekar och passform").await;
        officer.reads("Saknas någon av dem ska leverantören erbjuda").await;
        officer.sees_the_focus_on("checkbox", "storlekar och passform").await;
        officer.presses("checkbox", "grepp som kräver liten kraft").await;
        officer.reads("funktioner: grepp som kräver liten kraft och storlekar och passform.").await;
    });
}

/// What is said of what was done stands beside the content and over none of it.
async fn covers_nothing(officer: &Officer) {
    let apart = "const main = document.querySelector('main').getBoundingClientRect();
                 const notice = document.querySelector('.toast').getBoundingClientRect();
                 return notice.height > 0 && (notice.top >= main.bottom - 1 || notice.right <= main.left + 1)";
    assert_eq!(officer.page(apart, &[]).await, true, "the notice lies over the content");
}

async fn looks_wide_and_narrow(officer: &Officer, name: &str) {
    officer.looks_at_the_screen(&format!("{name}-1280")).await;
    officer.resizes_the_window(1024, 700).await;
    officer.looks_at_the_screen(&format!("{name}-1024")).await;
    officer.page("document.documentElement.dataset.theme = 'dark'", &[]).await;
    officer.looks_at_the_screen(&format!("{name}-1024-morkt")).await;
    officer.page("delete document.documentElement.dataset.theme", &[]).await;
    officer.resizes_the_window(1280, 800).await;
}

/// A park of twelve million kronor in four years, whose goals are answered and whose volume is uncertain.
async fn opens_the_park(officer: &Officer, more: &[Value]) {
    let fact = |field: &str, value: Value| json!({ "edit": "fact", "field": field, "value": value });
    let answer =
        |question: &str, answer: Value| json!({ "edit": "answer", "question": question, "answer": answer });
    let mut edits = vec![
        fact("cpv", json!(["77310000"])),
        fact("nature", json!("services")),
        fact("value_sek", json!(12_000_000)),
        fact("months", json!(48)),
        fact("framework", json!(false)),
        answer("q01", json!("work")),
        answer("q02", json!(6)),
        answer("q04", json!({ "need_pattern": "call_off" })),
        answer("q05", json!({ "beginner_tasks": ["outdoors", "simple"] })),
        answer("q07", json!(["experience"])),
        answer("q09", json!({ "candidates_per_year": 4 })),
        answer("q10", json!("both")),
        answer("q35", json!(80)),
    ];
    edits.extend(more.iter().cloned());
    officer.begins_by(TITLE, edits).await;
    officer.opens_the_begun(TITLE).await;
    officer.finds("heading", "Upphandlingen").await;
}
