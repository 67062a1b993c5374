//! What is otherwise in a sheet and is not taken in, with the places and why.

use std::collections::BTreeMap;

use domain::format;
use domain::text::{Bilingual, Language};

use super::Taker;
use crate::sheet::{Sheet, WORDING};

/// The most places that are named; of more, how many more there are.
const MOST: usize = 8;
/// The longest name that is said as it stands, in characters.
const LONGEST: usize = 60;

/// Why something is not taken in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It stands on a row of a requirement that the project no longer has.
    Removed,
    /// It stands on a row whose name the project has not.
    Unknown,
    /// It stands on a row without a name.
    Nameless,
    /// The row is no longer in the sheet.
    Gone,
    /// What stood there when the sheet was made is not known.
    Unmarked,
    /// It stands in this column, which is not taken in.
    Column(&'static str),
}

/// The places of what is not taken in, by why.
#[derive(Default)]
pub struct Left(BTreeMap<Why, Vec<String>>);

impl Left {
    pub fn add(&mut self, why: Why, place: String) {
        self.0.entry(why).or_default().push(place);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Taker<'_> {
    /// What is said of it: a sentence for each reason.
    pub(super) fn told(&self, sheet: &Sheet, left: &Left) -> Vec<Bilingual> {
        left.0.iter().map(|(why, places)| self.sentence(sheet, *why, places)).collect()
    }

    fn sentence(&self, sheet: &Sheet, why: Why, places: &[String]) -> Bilingual {
        let (key, column) = match why {
            Why::Removed => ("removed", "id"),
            Why::Unknown => ("unknown", "id"),
            Why::Nameless => ("nameless", "id"),
            Why::Gone => ("gone", "id"),
            Why::Unmarked => ("unmarked", "id"),
            Why::Column(WORDING) => ("english_wording", WORDING),
            Why::Column(column) => ("light_column", column),
        };
        let slots = [
            ("places", self.named(places)),
            ("sheet", self.written(&format!("names.{}", sheet.key))),
            ("head", self.written(&format!("heads.{column}"))),
        ];
        self.fill(&format!("left.{key}"), &slots)
    }

    /// What is said of changes after which the project is the same.
    pub(super) fn no_difference(&self, places: &[String]) -> Bilingual {
        self.fill("returned.no_difference", &[("places", self.named(places))])
    }

    /// "Krav!C3, Krav!C5 och 12 till"
    fn named(&self, places: &[String]) -> Bilingual {
        let (named, more) = places.split_at(places.len().min(MOST));
        let count = more.len().to_string();
        let more =
            (!more.is_empty()).then(|| self.fill("left.more", &[("n", Bilingual::new(&*count, &*count))]));
        let all = |language| named.iter().cloned().chain(more.as_ref().map(|more| more.of(language).clone()));
        Bilingual::each(|language: Language| format::list(&all(language).collect::<Vec<_>>(), language))
    }
}

/// "Krav!A3 (emp-visit)": what stands at a place, as much as is needed to find it.
pub fn with_name(place: &str, name: &str) -> String {
    let name: String = name.chars().take(LONGEST).collect();
    format!("{place} ({name})")
}
