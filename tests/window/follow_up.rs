//! The plan: what is left leads to its place, and the time line points out when a requirement is checked.

use thirtyfour::Key;

use crate::support::{BUILDING, at_the_desk};

const STEP: &str = "Plats när fakturerat värde passerar ett steg";
const DIALOGUE: &str = "Dialog om sysselsättningsfrämjande insatser";

#[test]
fn the_plan_is_seen_on_a_time_line_and_what_is_left_is_done_from_it() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.writes("textbox", "Avtalsstart", "").await;
        officer.types(Key::Delete).await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", DIALOGUE).await;
        officer.sees_chosen("", "checkbox", DIALOGUE).await;
        officer.presses_in(DIALOGUE, "button", "Särskilt kontraktsvillkor").await;
        officer.reads("Anbudsgivaren åtar sig att följa det under avtalet.").await;
        officer.looks_at_the_screen("11d-term").await;
        officer.types(Key::Escape).await;
        officer.presses("button", &format!("Visa mer om {DIALOGUE}")).await;
        officer.reads("Så här gör andra").await;
        officer.presses("button", &format!("Visa mer om {STEP}")).await;
        officer.page("document.querySelector('.calculation summary').click()", &[]).await;
        officer.finds("link", "värdet exklusive moms i Upphandlingen").await;
        officer.looks_at_the_screen("11e-calculation").await;
        officer.types_with(Key::Control, "5").await;
        officer.finds("heading", "Kvar innan planen är klar").await;
        officer.looks_at_the_screen("11a-follow-up-undated").await;
        officer.presses("link", "Fyll i avtalsstart, så får planen datum.").await;
        officer.finds("heading", "Upphandlingen").await;
        officer.tabs_to("", "textbox", "Avtalsstart").await;
        officer.types("2027-09-01").await;
        officer.types_with(Key::Control, "5").await;
        officer.presses("button", "K1, visa på tidslinjen").await;
        officer.reads("K1 Dialog om sysselsättningsfrämjande insatser: 2027-10-15").await;
        officer.looks_at_the_screen_in_both_colours("11b-follow-up-dialogue").await;
        officer.types(Key::Down).await;
        officer.tabs_to("", "button", "K2, visa på tidslinjen").await;
        officer.looks_at_the_screen("11c-follow-up-next-row").await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", STEP).await;
        officer.types_with(Key::Control, "5").await;
        officer.reads("Rapporter läses").await;
        officer.presses("button", "K2, visa på tidslinjen").await;
        officer.looks_at_the_screen_in_both_colours("11f-follow-up-reports").await;
        officer.resizes_the_window(1024, 700).await;
        officer.looks_at_the_screen("11f-follow-up-reports-1024").await;
    });
}
