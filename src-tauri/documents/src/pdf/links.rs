//! Links from the table of contents to the headings.

use super::structure::number;
use super::{Error, File, text};
use crate::layout::style::PAGE_HEIGHT;
use crate::layout::tree::NodeId;
use crate::layout::{Layout, PlacedLink};
use lopdf::{Object, ObjectId, dictionary};

/// A link that is on its page.
pub struct Placed {
    pub node: NodeId,
    pub annotation: ObjectId,
    pub page: usize,
}

/// Adds all links; the keys by which each finds its node begin at `first_key`.
pub fn add(file: &mut File, layout: &Layout, first_key: usize) -> Result<Vec<Placed>, Error> {
    let mut placed: Vec<Placed> = Vec::new();
    for (page, content) in layout.pages.iter().enumerate() {
        for link in &content.links {
            let annotation = annotation(file, layout, link, first_key + placed.len());
            placed.push(Placed { node: link.link.node, annotation, page });
        }
        let here = placed.iter().filter(|link| link.page == page).map(|link| link.annotation.into());
        let annotations: Vec<Object> = here.collect();
        if annotations.is_empty() {
            file.page(page)?.remove(b"Annots")
        } else {
            file.page(page)?.set("Annots", annotations);
            None
        };
    }
    Ok(placed)
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
