//! An officer at a desk of their own: a screen without a monitor, an empty home and a fixed day.
//! What the officer cannot do fails the test and says what was looked for.

mod accessibility;
mod desk;
mod dialog;
mod frame;
mod keyboard;
mod officer;
mod service;

pub use desk::{Desk, at_a_desk, at_the_desk};
pub use officer::{BUILDING, CLEANING, Officer};

use std::time::{Duration, Instant};

/// How long the officer looks for what must come. Nothing is measured by it: it is generous enough for a
/// slow machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// Looks again and again, since the window draws in its own time, until there is something to see.
pub async fn wait_for<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    look_for(look).await.unwrap_or_else(|| panic!("{what} never came"))
}

/// As `wait_for`, for who has more to say when it never comes.
async fn look_for<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(seen) = look().await {
            return Some(seen);
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    None
}
