//! Översikt: what is left of a project, and the way on.

use crate::support::at_the_desk;

const EXAMPLE: &str = "Mindre byggtjänster, reparation och underhåll Ramavtal i fyra år. Dialog, praktik när värdet når ett steg, och \
                       framkomlighet medan arbetet pågår.";

#[test]
fn what_is_left_is_seen_at_once_and_a_press_leads_on() {
    at_the_desk(async |officer| {
        officer.reads("Välkommen till Samkrav").await;
        officer.presses("button", EXAMPLE).await;
        officer.finds("heading", "Upphandlingen").await;
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
