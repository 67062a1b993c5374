//! The window as it opens.

use crate::support::at_the_desk;

#[test]
fn the_window_opens_with_its_name_and_can_be_used_by_everyone() {
    at_the_desk(async |officer| {
        officer.reads("Samkrav").await;
        assert_eq!(officer.title().await, "Samkrav");
        officer.finds_the_window_accessible().await;
        officer.photographs("start").await;
    });
}
