//! What the pages can ask for. A command unpacks, calls and answers, nothing more.

pub mod places;
