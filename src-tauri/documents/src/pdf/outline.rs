//! Bookmarks: sections, and under each its requirements.

use super::structure::number;
use super::{Error, File, text};
use crate::layout::Layout;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// A section with its requirements, as places among the headings.
struct Branch {
    heading: usize,
    leaves: Vec<usize>,
}

pub fn add(file: &mut File, layout: &Layout) -> Result<(), Error> {
    let branches = branches(layout);
    if branches.is_empty() {
        return Ok(());
    }
    let root = file.pdf.new_object_id();
    let ids: Vec<ObjectId> = branches.iter().map(|_| file.pdf.new_object_id()).collect();
    for (index, branch) in branches.iter().enumerate() {
        let mut entry = entry(file, layout, branch.heading, root, &ids, index);
        add_leaves(file, layout, branch, ids[index], &mut entry);
        file.pdf.set_object(ids[index], entry);
    }
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => number(layout.headings.len()) };
    set_ends(&mut outline, &ids);
    file.pdf.set_object(root, outline);
    let catalog = file.catalog()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

fn branches(layout: &Layout) -> Vec<Branch> {
    let mut branches: Vec<Branch> = Vec::new();
    for (heading, text) in layout.headings.iter().enumerate() {
        match branches.last_mut() {
            Some(branch) if text.nested => branch.leaves.push(heading),
            _ => branches.push(Branch { heading, leaves: Vec::new() }),
        }
    }
    branches
}

fn add_leaves(
    file: &mut File,
    layout: &Layout,
    branch: &Branch,
    parent: ObjectId,
    entry_above: &mut Dictionary,
) {
    if branch.leaves.is_empty() {
        return;
    }
    let ids: Vec<ObjectId> = branch.leaves.iter().map(|_| file.pdf.new_object_id()).collect();
    for (index, heading) in branch.leaves.iter().enumerate() {
        let leaf = entry(file, layout, *heading, parent, &ids, index);
        file.pdf.set_object(ids[index], leaf);
    }
    entry_above.set("Count", number(ids.len()));
    set_ends(entry_above, &ids);
}

/// A bookmark between its neighbours.
fn entry(
    file: &File,
    layout: &Layout,
    heading: usize,
    parent: ObjectId,
    siblings: &[ObjectId],
    index: usize,
) -> Dictionary {
    let mut entry = dictionary! {
        "Title" => text(&layout.headings[heading].name()),
        "Parent" => parent,
        "Dest" => file.destination(layout, heading),
    };
    if index > 0 {
        entry.set("Prev", siblings[index - 1]);
    }
    if let Some(next) = siblings.get(index + 1) {
        entry.set("Next", *next);
    }
    entry
}

fn set_ends(entry: &mut Dictionary, children: &[ObjectId]) {
    let ends = children.first().zip(children.last());
    for (key, id) in ends.into_iter().flat_map(|(first, last)| [("First", first), ("Last", last)]) {
        entry.set(key, Object::Reference(*id));
    }
}
