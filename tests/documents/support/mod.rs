//! Documents to try the forms on. People, companies and places are invented.

#![allow(dead_code, reason = "each test target uses its own part")]

pub mod english;
pub mod project;
pub mod read;
pub mod swedish;

use documents::model::{Document, Language, Meta, Requirement, Section, Status};

/// The specification that the page was designed with, fixed as version 1.0.
pub fn specification() -> Document {
    swedish::specification(Status::fixed("1.0"), "2026-12-11")
}

/// The same as a draft.
pub fn draft() -> Document {
    swedish::specification(Status::draft("0.4"), "2026-11-25 14:32")
}

/// A specification with this many requirements, which are the designed ones over and over.
pub fn long(requirements: usize) -> Document {
    let designed = swedish::requirements();
    let many = designed.into_iter().cycle().take(requirements).zip(1..);
    let section =
        many.fold(Section::new("1", "Särskilda kontraktsvillkor"), |section, (requirement, number)| {
            section.requirement(Requirement { number: format!("K{number}"), ..requirement })
        });
    Document::new(meta("Många krav")).section(section)
}

/// A document that says only this.
pub fn saying(title: &str, section: Section) -> Document {
    Document::new(meta(title)).section(section)
}

fn meta(title: &str) -> Meta {
    Meta::new(Language::Sv, "Kravspecifikation", title, "Åsviks kommun")
        .reference("KS 2026/0417")
        .status(Status::draft("0.1"), "2026-11-25")
}
