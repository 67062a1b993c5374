//! One field in the common version and in the two that came of it.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::catalogue::entry::Entry;
use crate::procurement::{Act, AuthorityKind};

/// One of the two that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one that is here.
    Mine,
    /// The one that comes in.
    Theirs,
}

/// What the officer has chosen where both have changed the same differently.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Choices {
    /// In all that are not named.
    pub all: Option<Side>,
    /// In one field, by its name: `procurement.title`.
    pub each: HashMap<String, Settled>,
}

/// What holds in a field that both have changed differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// What the one that is here says.
    Mine,
    /// What the one that comes in says.
    Theirs,
    /// What the officer has written out of both.
    Own(String),
}

impl From<Side> for Settled {
    fn from(side: Side) -> Self {
        match side {
            Side::Mine => Self::Mine,
            Side::Theirs => Self::Theirs,
        }
    }
}

impl Choices {
    /// The same side in all.
    pub fn all(side: Side) -> Self {
        Self { all: Some(side), each: HashMap::new() }
    }

    pub(super) fn of(&self, field: &Field) -> Option<Settled> {
        self.each.get(&field.to_string()).cloned().or(self.all.map(Settled::from))
    }
}

/// What has become of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It was not filled in, and is.
    Added,
    /// It is filled in otherwise.
    Changed,
    /// It was filled in, and is not any longer.
    Removed,
}

impl Kind {
    pub(super) fn of<T: Blank>(before: Option<T>, after: T) -> Self {
        match before {
            _ if after.is_blank() => Self::Removed,
            Some(before) if !before.is_blank() => Self::Changed,
            _ => Self::Added,
        }
    }
}

/// A field that one of them has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: Field,
    /// Whose change it is.
    pub by: Side,
    /// What has become of it.
    pub kind: Kind,
}

/// Something in the common version, when that is known, and in the two that came of it.
#[derive(Clone, Copy)]
pub(super) struct Sides<T> {
    pub(super) base: Option<T>,
    pub(super) mine: T,
    pub(super) theirs: T,
}

impl<T: Copy> Sides<T> {
    pub(super) fn of(self, side: Side) -> T {
        match side {
            Side::Mine => self.mine,
            Side::Theirs => self.theirs,
        }
    }

    /// The same part of each.
    pub(super) fn map<P>(self, mut part: impl FnMut(T) -> P) -> Sides<P> {
        Sides { base: self.base.map(&mut part), mine: part(self.mine), theirs: part(self.theirs) }
    }
}

impl<T> Sides<T> {
    /// The same, from what is not copied.
    pub(super) fn map_ref<'s, P>(&'s self, mut part: impl FnMut(&'s T) -> P) -> Sides<P> {
        Sides { base: self.base.as_ref().map(&mut part), mine: part(&self.mine), theirs: part(&self.theirs) }
    }
}

/// Whether something is not filled in: then nothing is lost when the other takes its place.
pub(super) trait Blank {
    fn is_blank(&self) -> bool;
}

impl<T: Blank> Blank for &T {
    fn is_blank(&self) -> bool {
        T::is_blank(self)
    }
}

impl<T> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

/// What always says something.
macro_rules! never_blank {
    ($($kind:ty),*) => {
        $(impl Blank for $kind {
            fn is_blank(&self) -> bool {
                false
            }
        })*
    };
}

never_blank!(bool, Act, AuthorityKind, (&Arc<Entry>, &Option<String>));
