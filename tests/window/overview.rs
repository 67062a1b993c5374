//! Översikt: what is left of a project, and the way on.

use crate::support::{BUILDING, at_the_desk};

#[test]
fn what_is_left_is_seen_at_once_and_a_press_leads_on() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.presses("link", "Översikt").await;
        officer.finds("heading", "Översikt").await;
        officer.reads("Nästa att göra").await;
        officer.reads("Senast ändrat").await;
        officer.reads("Inget krav är valt.").await;
        officer.looks_at_the_screen_in_both_colours("översikt").await;
        officer.resizes_the_window(1024, 700).await;
        officer.looks_at_the_screen("översikt-1024").await;
        officer.presses("button", "Fortsätt").await;
        officer.finds("heading", "Sysselsättning").await;
    });
}
