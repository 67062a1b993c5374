//! The review: a Stop is found, looked up where it lies, and gone past with a reason that is signed.

use thirtyfour::Key;

use crate::support::{CLEANING, at_the_desk};

const STOP: &str = "Lagen kräver ”Arbetsrättsliga villkor: lön, semester och arbetstid” i den här upphandlingen, men kravet \
                    är inte valt";
const REASON: &str = "Villkoren ställs i ett eget avtal som redan gäller.";

#[test]
fn a_stop_is_kept_with_a_reason_that_is_signed() {
    at_the_desk(async |officer| {
        officer.opens_the_example(CLEANING).await;
        officer.types_with(Key::Control, "6").await;
        officer.finds("heading", STOP).await;
        officer.looks_at_the_screen("10b-review-stop").await;
        officer.presses("button", "Gå till kravet").await;
        officer.finds("heading", "Arbetsvillkor").await;
        officer.types_with(Key::Control, "6").await;
        officer.presses("button", "Gå vidare trots stoppet").await;
        officer.sees_the_focus_on("textbox", "Varför går du vidare trots stoppet?").await;
        officer.writes("textbox", "Varför går du vidare trots stoppet?", REASON).await;
        officer.looks_at_the_screen_in_both_colours("10c-review-reason").await;
        officer.presses("button", "Gå vidare med skälet").await;
        officer.finds("heading", "Stopp med skäl").await;
        officer.reads(REASON).await;
        officer.looks_at_the_screen_in_both_colours("10d-review-kept").await;
    });
}
