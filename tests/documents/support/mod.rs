//! Documents to try the forms on. People, companies and places are invented.

#![allow(dead_code, reason = "each test target uses its own part")]

pub mod english;
pub mod odd;
pub mod project;
pub mod read;
pub mod swedish;

use documents::model::{
    Column, Document, Fact, Field, Language, Meta, Requirement, Rich, Section, Status, Table,
};

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

/// A leaflet with everything that can be filled in, and a list of each kind.
pub fn form() -> Document {
    let agreed = Field::choice(
        "K1_answer",
        "K1 Studiebesök: accepterar ni villkoret?",
        [("yes", "Ja"), ("no", "Nej")],
    );
    let requirement = Requirement::new("K1", "Studiebesök")
        .placement("Särskilt kontraktsvillkor")
        .fact("Svar", agreed)
        .fact("Metod", Field::text("K1_method", "K1 Studiebesök: metod", 4));
    let report = Table::new(vec![Column::text("Krav", 1.0), Column::text("Genomfört", 1.0)])
        .row([Rich::from("K1"), Field::text("K1_done", "K1 Studiebesök: genomfört", 1).into()]);
    let section = Section::new("1", "Så svarar ni")
        .bullets(vec!["Svara på varje krav.".into(), "Skriv under.".into()])
        .steps(vec!["Läs kravet.".into(), "Svara.".into()])
        .facts(vec![Fact::new("Anbudsgivare", Field::text("tenderer_name", "Anbudsgivare", 1))])
        .requirement(requirement)
        .wide_table(report);
    Document::new(meta("Formulär")).leaflet().section(section)
}

fn meta(title: &str) -> Meta {
    Meta::new(Language::Sv, "Kravspecifikation", title, "Åsviks kommun")
        .reference("KS 2026/0417")
        .status(Status::draft("0.1"), "2026-11-25")
}
