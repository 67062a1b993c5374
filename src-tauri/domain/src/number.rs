//! A number that is written without a decimal point when it has none.

use serde::{Deserialize, Serialize, Serializer};

/// A number in an answer or a parameter.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Number(pub f64);

impl Number {
    /// The number when it is whole and not negative, such as a count.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub fn whole(self) -> Option<u64> {
        let countable = self.0.fract() == 0.0 && (0.0..9e15).contains(&self.0);
        countable.then_some(self.0 as u64)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_u64(whole),
            None => to.serialize_f64(self.0),
        }
    }
}
