//! The model's file, read from its beginning to its end.

/// What is left of it.
pub struct Bytes(pub &'static [u8]);

impl Bytes {
    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, left) = self.0.split_at_checked(count)?;
        self.0 = left;
        Some(taken)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// The next number.
    pub fn number(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    /// The next numbers with a point.
    pub fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let (numbers, _) = self.take(count * 4)?.as_chunks();
        Some(numbers.iter().map(|number| f32::from_le_bytes(*number)).collect())
    }
}
