//! The authority's logo: on the first page, and nowhere in the way.

use std::fs;
use std::path::Path;

use crate::support;
use crate::support::project::{EXAMPLES, example, made};
use crate::support::read::read;
use documents::logo::Logo;
use documents::model::{Document, Language};
use documents::{pdf, specification, supplier_guide, word};

/// A drawing, wider than it is high.
pub const DRAWN: &str = r##"<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100">
  <linearGradient id="blue"><stop stop-color="#003366"/><stop offset="1" stop-color="#3399cc"/></linearGradient>
  <rect width="400" height="100" rx="20" fill="url(#blue)"/><circle cx="60" cy="50" r="30" fill="#ffcc00"/>
</svg>"##;

pub fn with_logo(document: Document) -> Document {
    let meta = document.meta.clone().logo(Some(Logo::read(DRAWN.as_bytes()).unwrap()));
    Document { meta, ..document }
}

/// A picture of four bytes a dot.
fn png(width: u32, height: u32, dot: [u8; 4]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&dot.repeat((width * height) as usize)).unwrap();
    writer.finish().unwrap();
    file
}

/// Width, height and the first dot of a logo.
fn seen(logo: &Logo) -> (u32, u32, [u8; 3]) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(logo.png())).read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut dots).unwrap();
    (frame.width, frame.height, [dots[0], dots[1], dots[2]])
}

#[test]
fn with_a_logo_everything_else_stands_where_it_stood() {
    for make in [specification::document, supplier_guide::document] {
        for name in EXAMPLES {
            let plain = made(&example(name), make, Language::Sv);
            let [without, with] =
                [plain.clone(), with_logo(plain)].map(|document| read(&pdf::render(&document).unwrap()));
            assert_eq!(with.structure().outline(), without.structure().outline(), "{name}");
            assert_eq!(with.lines(), without.lines(), "{name}");
        }
    }
}

#[test]
fn a_logo_is_part_of_the_file_and_the_same_file_comes_out() {
    let [one, other] = [(); 2].map(|()| pdf::render(&with_logo(support::specification())).unwrap());
    assert_eq!(one, other);
    let file = lopdf::Document::load_mem(&one).unwrap();
    let pictures = file.objects.values().filter_map(|object| object.as_stream().ok());
    let pictures: Vec<_> = pictures
        .filter(|stream| {
            stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
        })
        .collect();
    let [picture] = pictures[..] else { panic!("{} pictures", pictures.len()) };
    assert_eq!(picture.dict.get(b"Width").unwrap().as_i64().unwrap(), 732);
}

#[test]
fn word_says_what_the_logo_is_to_those_who_do_not_see_it() {
    let bytes = word::render(&with_logo(support::specification())).unwrap();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let head = std::io::read_to_string(package.by_name("word/header1.xml").unwrap()).unwrap();
    assert!(head.contains(r#"descr="Logotyp för Åsviks kommun""#), "{head}");
    assert!(package.by_name("word/media/logo.png").is_ok());
    let bytes = word::render(&support::specification()).unwrap();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert!(package.by_name("word/media/logo.png").is_err());
}

#[test]
fn what_is_kept_is_opaque_no_larger_than_paper_needs_and_read_back_the_same() {
    let large = Logo::read(&png(2000, 500, [200, 0, 0, 255])).unwrap();
    assert_eq!(seen(&large), (732, 183, [200, 0, 0]));
    let high = Logo::read(&png(10, 3000, [0, 0, 0, 128])).unwrap();
    assert_eq!(seen(&high), (1, 472, [127, 127, 127]));
    let small = Logo::read(&png(40, 30, [0, 90, 0, 255])).unwrap();
    assert_eq!(seen(&small), (40, 30, [0, 90, 0]));
    assert_eq!(seen(&Logo::read(DRAWN.as_bytes()).unwrap()).0, 732);
    for logo in [large, high, small] {
        assert_eq!(Logo::try_from(String::from(logo.clone())).unwrap(), logo);
    }
    let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/icons/icon.svg");
    Logo::read(&fs::read(icon).unwrap()).unwrap();
}

#[test]
fn a_file_that_is_no_logo_is_refused_in_plain_words() {
    let text = DRAWN.replace("<circle", "<text>Åsvik</text><circle");
    let cut = &png(40, 30, [0; 4])[..60];
    let bomb = png(1, 1, [0, 0, 0, 255]);
    let huge = [&bomb[..16], &60_000_u32.to_be_bytes(), &60_000_u32.to_be_bytes(), &bomb[24..]].concat();
    for (file, said) in [
        (b"".as_slice(), "ingen bild som går att läsa"),
        (b"Leverant\xc3\xb6ren ska", "ingen bild som går att läsa"),
        (b"\xff\xd8\xff\xe0JFIF", "en JPEG-bild"),
        (b"%PDF-1.7", "ett PDF-dokument"),
        (cut, "skadad"),
        (&huge, "skadad"),
        (b"<svg><rect", "skadad"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>", "skadad"),
        (text.as_bytes(), "inte är omvandlad till kurvor"),
        (&png(40, 30, [255, 255, 255, 255]), "syns inte på vitt papper"),
        (&png(40, 30, [0, 0, 0, 0]), "syns inte på vitt papper"),
        (&vec![0; 50 * 1024 * 1024], "50 MB. En logotyp får vara högst 5 MB"),
    ] {
        let refused = Logo::read(file).unwrap_err().to_string();
        assert!(refused.contains(said), "{said}: {refused}");
    }
    for kept in ["", "ÅÄÖ", "iVBORw0KGgo="] {
        assert!(Logo::try_from(kept.to_owned()).is_err());
    }
}
