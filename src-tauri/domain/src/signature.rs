//! Who does something, and on which day: what a decision that is kept with a name is signed with.

use jiff::civil::Date;

/// A name and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The officer's name; may be empty, then the officer of the project signs.
    pub by: String,
    /// The day where the officer sits.
    pub on: Date,
}
