//! Strips onto pages.

use super::item::{Anchor, Ink, Input, Item, Link, Starts, Strip};
use super::style::{BODY_HEIGHT, BOTTOM, TOP};

/// What stands on a page, placed from its upper left corner.
#[derive(Debug, Default)]
pub struct Page {
    pub items: Vec<Item>,
    pub links: Vec<PlacedLink>,
    pub inputs: Vec<PlacedInput>,
}

/// What is filled in, with its upper left corner.
#[derive(Debug)]
pub struct PlacedInput {
    pub input: Input,
    pub x: f32,
    pub y: f32,
}

impl Page {
    fn put(&mut self, item: Item) {
        let Item { x, y, ink, owner } = item;
        match ink {
            Ink::Input(input) => self.inputs.push(PlacedInput { input, x, y }),
            ink => self.items.push(Item { owner, x, y, ink }),
        }
    }
}

/// A link with the height that it covers.
#[derive(Debug)]
pub struct PlacedLink {
    pub link: Link,
    pub y: f32,
    pub height: f32,
}

/// Where a heading has come to stand.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    /// From 0.
    pub page: usize,
    pub y: f32,
}

/// Fills pages from above. Gives them, and where each of the `anchors` headings stands.
pub fn paginate(strips: Vec<Strip>, anchors: usize) -> (Vec<Page>, Vec<Place>) {
    let mut flow = Flow { pages: vec![Page::default()], places: vec![Place::default(); anchors], y: TOP };
    let mut rest = strips.into_iter().peekable();
    while rest.peek().is_some() {
        flow.place_together(take_kept(&mut rest));
    }
    (flow.pages, flow.places)
}

/// The next strips that stand on the same page.
fn take_kept(rest: &mut impl Iterator<Item = Strip>) -> Vec<Strip> {
    let mut kept = Vec::new();
    for strip in rest {
        let more = strip.keep;
        kept.push(strip);
        if !more {
            break;
        }
    }
    kept
}

struct Flow {
    pages: Vec<Page>,
    places: Vec<Place>,
    y: f32,
}

impl Flow {
    /// What is higher than a page is broken where the page is full.
    fn place_together(&mut self, strips: Vec<Strip>) {
        let height: f32 = strips.iter().map(|strip| strip.space + strip.height).sum();
        let room = BOTTOM - self.y;
        if !self.at_top()
            && (self.is_pushed(&strips, room) || (height > room && height - strips[0].space <= BODY_HEIGHT))
        {
            self.new_page();
        }
        for strip in strips {
            self.place(strip);
        }
    }

    fn place(&mut self, mut strip: Strip) {
        if !self.at_top() && self.y + strip.space + strip.height > BOTTOM {
            self.new_page();
        }
        if self.at_top() {
            strip.space = 0.0;
            self.repeat_head(&strip);
        }
        self.y += strip.space;
        self.put(strip);
    }

    fn repeat_head(&mut self, strip: &Strip) {
        let Some(head) = &strip.head else { return };
        let top = self.y;
        self.page().items.extend(head.as_decoration().map(|item| lowered(item, top)));
        self.y += head.height;
    }

    fn put(&mut self, strip: Strip) {
        let (top, page) = (self.y, self.pages.len() - 1);
        for item in strip.items {
            self.page().put(lowered(item, top));
        }
        self.page().links.extend(strip.link.map(|link| PlacedLink { link, y: top, height: strip.height }));
        if let Some(place) = strip.anchor.and_then(|anchor: Anchor| self.places.get_mut(anchor)) {
            *place = Place { page, y: top };
        }
        self.y += strip.height;
    }

    /// Whether one of the strips asks for a new page, which then takes all of them there.
    fn is_pushed(&self, strips: &[Strip], mut room: f32) -> bool {
        strips.iter().any(|strip| {
            let here = room - strip.space;
            room = here - strip.height;
            match strip.starts {
                Starts::Anywhere => false,
                Starts::OnNewPage => true,
                Starts::AfterCoverPage => self.pages.len() == 1,
                Starts::Third(whole) => here < whole && here < whole / 3.0,
            }
        })
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }

    fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn page(&mut self) -> &mut Page {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

fn lowered(item: Item, by: f32) -> Item {
    Item { y: item.y + by, ..item }
}
