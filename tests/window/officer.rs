//! The officer of these tests is held to account too: one that saw nothing would never find a fault.

use crate::support::{Officer, at_the_desk};

#[test]
fn the_officer_works_by_role_and_name() {
    at_the_desk(async |officer| {
        lays_out(&officer, "<label>Titel <input></label><button>Spara</button><output></output>").await;
        officer.writes("textbox", "Titel", "Lokalvård på 12 skolor").await;
        let answer = "document.querySelector('button').onclick = () =>
            { document.querySelector('output').append('Sparad: ', document.querySelector('input').value) }";
        officer.page(answer, &[]).await;
        officer.presses("button", "Spara").await;
        officer.reads("Sparad: Lokalvård på 12 skolor").await;
    });
}

#[test]
#[should_panic(expected = "button-name")]
fn a_button_without_a_name_is_a_fault() {
    at_the_desk(async |officer| {
        lays_out(&officer, "<button></button>").await;
        officer.finds_the_window_accessible().await;
    });
}

/// A page of the test's own in place of the program's.
async fn lays_out(officer: &Officer, content: &str) {
    officer.reads("Samkrav").await;
    officer.page("document.body.innerHTML = arguments[0]", &[content.into()]).await;
}
