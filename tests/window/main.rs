//! What the officer meets in the real window.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "what a helper cannot do fails its test")]

mod officer;
mod outside;
mod places;
mod start;
mod support;
