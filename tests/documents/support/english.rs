//! A specification in English, shorter than the Swedish one, with every kind of block.

use documents::model::{
    Basis, Column, Definition, Document, Language, Level, Meta, Passage, Requirement, Rich, Section, Status,
    Table,
};

pub fn specification(status: Status, date: &str) -> Document {
    let meta = Meta::new(
        Language::En,
        "Specification",
        "Minor building services, repair and maintenance",
        "Municipality of Åsvik",
    )
    .lead("Social requirements in a framework agreement for work in schools and other municipal buildings")
    .reference("KS 2026/0417")
    .status(status, date);
    Document::new(meta)
        .cover("Date", &date[..10])
        .cover(
            "Scope",
            "Framework agreement with three ranked suppliers. Ceiling SEK 20,000,000 excluding VAT.",
        )
        .cover(
            "Rules",
            "Nationally governed procurement under Chapter 19 of the Public Procurement Act (2016:1145)",
        )
        .section(about())
        .section(Section::new("2", "Contract terms").requirement(study_visit()))
        .section(Section::new("3", "Definitions").definitions(vec![Definition::new(
            "Matching lead",
            "The municipality’s labour-market unit, which proposes candidates for places.",
        )]))
}

fn about() -> Section {
    let reading = Rich::new("The word ")
        .emphasis("shall")
        .text(" marks a duty. Each duty has a letter of its own: K1 b.");
    let roles = Table::new(vec![Column::text("Role", 42.0), Column::text("Responsibility", 91.0)])
        .caption("Table 1. Who does what")
        .row(["Contract manager", "Calls the start meeting and checks the requirements."])
        .row(["Supplier", "Reports twice a year."]);
    Section::new("1", "About the requirements")
        .paragraph("All requirements are contract terms. They apply when the contract is performed, from 1 April 2027.")
        .labelled("How to read a requirement", vec![Passage::Paragraph(reading)])
        .labelled("Roles", vec![Passage::Table(roles)])
}

fn study_visit() -> Requirement {
    let basis = Rich::default()
        .basis(Basis::Law, "Chapter 19, Section 3 LOU (law).  ")
        .basis(Basis::Guidance, "Chapter 17, Section 1 LOU (guidance).");
    Requirement::new("K1", "Study visits")
        .level(Level::Base, "Base level")
        .placement("Contract term")
        .duty("The supplier shall receive two study visits a contract year at a workplace where the contract is performed.")
        .duty("A visit shall comprise at most eight visitors and last for at least two hours.")
        .fact("Evidence", "A list with date, place and number of visitors. No names.")
        .fact("Sanction", "Cure within 30 days. No liquidated damages.")
        .fact("Legal basis", basis)
}
