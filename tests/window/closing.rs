//! The end of the program: what was typed a moment before is there the next day, however the window was closed, and a
//! start in that moment opens a window of its own.

use std::time::Duration;

use crate::support::{Officer, at_a_desk};

const NAME: &str = "Namn på upphandlingen";

/// The ways to close the window, and what is typed before each.
const WAYS: [(&[&str], &str); 3] = [
    (&["alt+F4"], "Lokalvård i skolor"),
    (&["ctrl+q"], "Lokalvård i bad"),
    (&["alt+a", "a"], "Lokalvård i hallar"),
];

/// Milliseconds from the press that closes the window to the start.
const MOMENTS: [u64; 2] = [0, 80];

#[test]
fn what_was_typed_a_moment_before_is_kept_however_the_window_is_closed() {
    at_a_desk(async |desk| {
        let mut before = "";
        for (keys, typed) in WAYS {
            desk.opens_the_program_to_close_it(async |officer| {
                opens_the_procurement(officer, before).await;
                officer.writes("textbox", NAME, typed).await;
                officer.presses_keys(keys).await;
            })
            .await;
            before = typed;
        }
        desk.opens_the_program(async |officer| opens_the_procurement(&officer, before).await).await;
    });
}

/// The one that is there by that name, or a new one.
async fn opens_the_procurement(officer: &Officer, name: &str) {
    let button = if name.is_empty() { "Ny upphandling" } else { name };
    officer.presses("button", button).await;
    officer.sees_written("", NAME, name).await;
}

#[test]
fn a_page_that_hangs_keeps_no_window_open() {
    at_a_desk(async |desk| {
        desk.opens_the_program_to_close_it(async |officer| {
            officer.finds("heading", "Välkommen till Samkrav").await;
            officer.page("setTimeout(() => { for (;;); }, 50)", &[]).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
            officer.presses_keys(&["alt+F4"]).await;
        })
        .await;
    });
}

#[test]
fn a_start_while_the_program_ends_opens_a_window_of_its_own() {
    at_a_desk(async |desk| {
        for moment in MOMENTS {
            desk.opens_the_program_to_close_it(async |officer| {
                officer.finds("heading", "Välkommen till Samkrav").await;
                officer.presses_keys(&["alt+F4"]).await;
                tokio::time::sleep(Duration::from_millis(moment)).await;
                desk.starts_the_program_as_it_ends(officer).await;
            })
            .await;
        }
    });
}
