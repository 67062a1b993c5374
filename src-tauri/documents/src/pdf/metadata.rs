//! What the file says about itself: title, language, the standards it follows, its colour profile, its identity.

use super::{Error, File, text};
use crate::model::{Document, Language};
use crate::phrase::one_line;
use domain::text::is_no_character;
use lopdf::{Object, Stream, dictionary};
use sha2::{Digest, Sha256};

/// A small sRGB profile, dedicated to the public domain (CC0), from Compact ICC Profiles.
const SRGB: &[u8] = include_bytes!("sRGB-v4.icc");
const PROGRAM: &str = concat!("Samkrav ", env!("CARGO_PKG_VERSION"));

pub fn add(file: &mut File, document: &Document) -> Result<(), Error> {
    let title = title(document);
    let authority = one_line(&document.meta.authority);
    let author = if authority.is_empty() { PROGRAM.to_owned() } else { authority };
    let language = tag(document.meta.language);
    let packet = file.add(xmp_stream(&title, &author, language));
    let intent = output_intent(file);
    let catalog = file.catalog()?;
    catalog.set("Lang", Object::string_literal(language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![intent.into()]);
    let info = file.add(dictionary! {
        "Title" => text(&title),
        "Author" => text(&author),
        "Creator" => text(PROGRAM),
        "Producer" => text(PROGRAM),
    });
    let identity = identity(document);
    file.pdf.trailer.set("Info", info);
    file.pdf.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

/// "Kravspecifikation: Mindre byggtjänster", as the reader's window shows it.
fn title(document: &Document) -> String {
    one_line(&format!("{}: {}", document.meta.kind, document.meta.title))
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Sv => "sv-SE",
        Language::En => "en-GB",
    }
}

/// Follows from what the document says, so that the same document makes the same file.
fn identity(document: &Document) -> Object {
    let content = format!("{PROGRAM}{document:?}");
    Object::string_literal(Sha256::digest(content)[..16].to_vec())
}

fn output_intent(file: &mut File) -> lopdf::ObjectId {
    let profile = file.add(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    file.add(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB"),
        "Info" => text("sRGB"),
        "DestOutputProfile" => profile,
    })
}

/// Archives demand that the packet can be read without unpacking.
fn xmp_stream(title: &str, author: &str, language: &str) -> Stream {
    let packet = include_str!("metadata.xml")
        .replace("{title}", &escape(title))
        .replace("{author}", &escape(author))
        .replace("{language}", language)
        .replace("{program}", PROGRAM);
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes())
        .with_compression(false)
}

/// Text as XML holds it. What is no character cannot stand there at all.
fn escape(text: &str) -> String {
    let kept = text.replace(is_no_character, "");
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
