//! Texts that others pasted, and a document that has one everywhere.

use documents::model::{
    Column, Definition, Document, Language, Meta, Passage, Requirement, Rich, Section, Table,
};

/// What people paste.
pub const ODD: [&str; 10] = [
    "=HYPERLINK(\"http://exempel.se\";\"Klicka\")",
    "+46 8 123 45\t@namn -1",
    "سلام عليكم שלום",
    "👩\u{200d}🔧🏴\u{e0067} a\u{301}x\u{30a}",
    "<b>&amp;</b> <![CDATA[ ]]> <?mso-application progid=\"Word.Document\"?>",
    "\u{1}\u{2}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m",
    "\u{202e}bakvänt\u{2028}nytt \u{fffe}\u{ffff}\u{feff}\u{ad}",
    "rad ett\r\nrad två\rrad tre",
    "_x0041_ _x000D_",
    "<w:p xmlns:w=\"urn:schemas-microsoft-com:office:word\"><w:r><w:t>Word</w:t></w:r></w:p>",
];

/// Everywhere that a text can stand.
pub fn everywhere(text: &str) -> Document {
    let table = Table::new(vec![Column::text(text, 1.0), Column::number(text, f32::NAN)])
        .caption(text)
        .row([text, text])
        .row([text]);
    let requirement =
        Requirement::new(text, text).placement(text).duty(text).table(table.clone()).fact(text, text);
    let section = Section::new(text, text)
        .paragraph(Rich::new(text).emphasis(text))
        .labelled(text, vec![Passage::Note(text.into()), Passage::Table(table.clone())])
        .requirement(requirement)
        .wide_table(table)
        .definitions(vec![Definition::new(text, text)]);
    Document::new(Meta::new(Language::Sv, text, text, text).lead(text).reference(text))
        .cover(text, text)
        .section(section)
}
