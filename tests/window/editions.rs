//! A newer edition of the catalogue: imported on the start page, decided about in the project.

use std::path::PathBuf;

use domain::built_in;
use domain::catalogue::library;

use crate::support::{Officer, at_the_desk};

const TITLE: &str = "Välj katalogfil";

#[test]
fn a_newer_edition_is_imported_and_decided_about() {
    at_the_desk(async |officer| {
        officer.begins_with("Lokalvård i skolor", &["emp-study-visit", "emp-dialogue"]).await;
        officer.loads_the_page_anew().await;
        officer.presses("button", "Importera katalogfil …").await;
        officer.opens_file(TITLE, &newer_edition(&officer)).await;
        officer.reads("utgåva 2027:1 av hela kravbiblioteket").await;
        officer.reads("Två krav är ändrade").await;
        officer.looks_at_the_screen_in_both_colours("katalogfil").await;
        officer.presses("button", "Importera").await;
        officer.reads("Utgåva 2027:1 med").await;
        officer.finds("button", "Gå tillbaka till den förra utgåvan").await;
        officer.looks_at_the_screen("start-med-katalog").await;

        officer.presses("button", "Lokalvård i skolor").await;
        officer.finds("button", "Nästa: Förutsättningar").await;
        officer.page("location.assign('#/project/requirements')", &[]).await;
        officer.reads("2 krav ser annorlunda ut i kravbiblioteket nu.").await;
        officer.presses("button", "Visa ändringarna").await;
        officer.finds("heading", "Ändrat i kravbiblioteket").await;
        officer.looks_at_the_screen_in_both_colours("utgåva").await;

        officer.presses("button", "Bestäm senare: K1 Dialog om sysselsättningsfrämjande insatser").await;
        officer.presses("button", "Godta den nya texten: K2 Studiebesök").await;
        // There is nothing to press about it: it stands where the saved time stands, and takes no room from the content.
        officer.finds("group", "K2 Studiebesök godtogs.").await;
        officer.presses("button", "Visa igen: K1 Dialog om sysselsättningsfrämjande insatser").await;
        officer
            .presses("button", "Behåll projektets text: K1 Dialog om sysselsättningsfrämjande insatser")
            .await;
        officer.reads("Inget mer att bestämma.").await;
        officer.looks_at_the_screen("utgåva-bestämd").await;
    });
}

/// The built-in catalogue with two entries worded anew, as one file in the officer's own folder.
fn newer_edition(officer: &Officer) -> PathBuf {
    let change = |(name, text): &(&'static str, &'static str)| {
        let text = match *name {
            "edition.toml" => text.replace("\"2026:1\"", "\"2027:1\""),
            "entries/employment.toml" => {
                text.replacen("range = [1, 6]\ndefault = 2", "range = [1, 6]\ndefault = 3", 1)
            }
            "texts/employment.sv.toml" => text
                .replace(
                    "Parterna ska bestämma datum på startmötet",
                    "Parterna ska bestämma dag och plats på startmötet",
                )
                .replace(
                    "Leverantören ska företrädas av någon som kan besluta",
                    "Leverantören ska företrädas av en chef som får besluta",
                ),
            _ => (*text).to_owned(),
        };
        (*name, text)
    };
    let files: Vec<(&str, String)> = built_in::FILES.iter().map(change).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let path = officer.home().join("katalog.toml");
    std::fs::write(&path, library::pack(&files)).unwrap();
    path
}
