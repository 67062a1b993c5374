//! Task 7: every document can be seen, saved in its forms, and fixed.

use crate::support::{Officer, at_the_desk, wait_for};

const EXAMPLE: &str = "Städning av skolor och förskolor";

const DOCUMENTS: [&str; 6] = [
    "Kravspecifikation",
    "Svarsbilaga",
    "Leverantörsstöd",
    "Uppföljningsplan",
    "Beslutsunderlag",
    "Annonsuppgifter",
];

#[test]
fn each_document_is_shown_and_saved_and_a_version_is_fixed() {
    at_the_desk(async |officer| {
        begins_without_stops(&officer).await;
        officer.opens_the_begun(EXAMPLE).await;
        officer.page("location.assign('#/project/documents')", &[]).await;
        for document in DOCUMENTS {
            officer.presses("link", document).await;
            officer.finds("heading", document).await;
            officer.finds("region", document).await;
            officer.looks_at_the_screen(&format!("dokument-{}", document.to_lowercase())).await;
        }
        officer.reads("Främjande av social hållbarhet (soc-obj)").await;
        officer.presses("button", "Kopiera koden BT-775").await;
        officer.reads("BT-775 är kopierat.").await;
        saves_as_word(&officer).await;
        officer.presses("button", "Fastställ version 1.0 …").await;
        officer.finds("heading", "Fastställa version 1.0?").await;
        officer.looks_at_the_screen_in_both_colours("dokument-fastställ").await;
        officer.presses("button", "Fastställ version 1.0").await;
        officer.reads("Dokumenten är som de fastställdes.").await;
        officer.reads("Fastställd, version 1.0").await;
        officer.finds("link", "Svarsbilaga").await;
        officer.finds("link", "Dokument, Fastställt").await;
        officer.looks_at_the_screen("dokument-fastställt").await;
    });
}

#[test]
fn that_no_requirement_is_set_can_be_fixed_and_the_plan_is_done() {
    at_the_desk(async |officer| {
        begins(&officer, "const themes = project.themes.map(({ theme }) => theme).filter((theme) => theme !== 'common_terms');
                          const decision = { outcome: 'not_now', reason: 'Avtalet är litet och kort.' };
                          await make({ edit: 'decide_several', themes, decision });").await;
        officer.opens_the_begun(EXAMPLE).await;
        officer.presses("link", "Uppföljning, Klar").await;
        officer.reads("Inget att följa upp. Inget krav är valt, och alla teman är avslutade.").await;
        officer.looks_at_the_screen("inga-krav-uppföljning").await;
        officer.page("location.assign('#/project/documents')", &[]).await;
        officer.finds("heading", "Beslutsunderlag").await;
        officer.finds("link", "Annonsuppgifter").await;
        let documents = "return document.querySelectorAll('nav a[href^=\"#/project/documents/\"]').length";
        assert_eq!(officer.page(documents, &[]).await, 2, "the others have nothing to say");
        officer.presses("button", "Fastställ version 1.0 …").await;
        officer.presses("button", "Fastställ version 1.0").await;
        officer.reads("Fastställd, version 1.0").await;
        officer.looks_at_the_screen("inga-krav-fastställt").await;
    });
}

/// An example with a requirement and a reason for each Stop, as the pages would make it: what comes before the day's work.
async fn begins_without_stops(officer: &Officer) {
    begins(officer, "await make({ edit: 'choose', entry: 'emp-study-visit' });").await;
}

/// An example with what `edits` make of it, and a reason for each Stop.
async fn begins(officer: &Officer, edits: &str) {
    let begin = "const { invoke } = window.__TAURI_INTERNALS__;
                 const work = async () => {
                     let project = await invoke('open_example', { name: 'stadning' });
                     const make = async (edit) =>
                         ({ project } = await invoke('edit', { id: project.id, head: project.head, edit }));
                     EDITS
                     const reason = 'Prövat med upphandlingschefen inför beslutet.';
                     for (const { finding, severity } of project.findings)
                         if (severity === 'stop') await make({ edit: 'override', finding, reason });
                 };
                 work().then(() => { window.begun = true }, (refusal) => { window.begun = refusal })";
    officer.page(&begin.replace("EDITS", edits), &[]).await;
    let made = async || officer.page("return window.begun ?? null", &[]).await.as_bool();
    wait_for("an example without open Stops", made).await;
}

async fn saves_as_word(officer: &Officer) {
    let place = officer.home().join("Krav.docx");
    officer.presses("link", "Kravspecifikation").await;
    officer.finds("heading", "Kravspecifikation").await;
    officer.presses("button", "Fler format").await;
    officer.presses("menuitem", "Word …").await;
    officer.saves_as("Spara kravspecifikation", &place).await;
    officer.reads("Sparat: ").await;
    assert!(std::fs::read(&place).unwrap().starts_with(b"PK"));
}
