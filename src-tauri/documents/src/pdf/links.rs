//! Links from the table of contents to the headings.

use super::structure::{Annotation, number};
use super::{File, text};
use crate::layout::style::PAGE_HEIGHT;
use crate::layout::{Layout, PlacedLink};
use lopdf::{Object, ObjectId, dictionary};

/// Adds all links; the keys by which each finds its node begin at `first_key`.
pub fn add(file: &mut File, layout: &Layout, first_key: usize) -> Vec<Annotation> {
    let mut placed: Vec<Annotation> = Vec::new();
    for (page, content) in layout.pages.iter().enumerate() {
        for link in &content.links {
            let id = annotation(file, layout, link, first_key + placed.len());
            placed.push(Annotation { node: link.link.node, id, page });
        }
    }
    placed
}

/// The flag 4 says that it is printed, which archives demand of every annotation.
fn annotation(file: &mut File, layout: &Layout, placed: &PlacedLink, key: usize) -> ObjectId {
    let (link, top) = (&placed.link, PAGE_HEIGHT - placed.y);
    let rectangle = [link.x, top - placed.height, link.x + link.width, top].map(Object::Real);
    let destination = file.destination(layout, link.target);
    file.add(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rectangle.to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "Contents" => text(&link.name),
        "Dest" => destination,
        "StructParent" => number(key),
    })
}
