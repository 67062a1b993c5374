//! Dots on white paper.

/// The lightest that no longer counts as white.
const WHITE: u8 = 250;

/// A picture of three bytes a dot (red, green, blue), row by row from above.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Pixels {
    /// Lays a picture with an opacity on white.
    pub fn on_white(width: u32, height: u32, rgba: &[u8]) -> Self {
        let over = |part: u8, opacity: u8| {
            let (part, opacity) = (u32::from(part), u32::from(opacity));
            u8::try_from((part * opacity + 255 * (255 - opacity) + 127) / 255).unwrap_or(u8::MAX)
        };
        let dots = rgba.chunks_exact(4).flat_map(|dot| [0, 1, 2].map(|part| over(dot[part], dot[3])));
        Self { width, height, rgb: dots.collect() }
    }

    /// Whether nothing of it is seen on white paper.
    pub fn are_white(&self) -> bool {
        self.rgb.iter().all(|part| *part >= WHITE)
    }

    /// The picture as large as fits within so many dots, each the mean of those that it stands for; one that fits is left as
    /// it is.
    pub fn within(self, (width, height): (u32, u32)) -> Self {
        if self.width <= width && self.height <= height {
            return self;
        }
        let by_width = u64::from(self.width) * u64::from(height) > u64::from(self.height) * u64::from(width);
        let scaled = |part: u32, of: u32, whole: u32| {
            u32::try_from(u64::from(part) * u64::from(of) / u64::from(whole)).unwrap_or(1).max(1)
        };
        let (width, height) = if by_width {
            (width, scaled(self.height, width, self.width))
        } else {
            (scaled(self.width, height, self.height), height)
        };
        let dots = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let rgb = dots.flat_map(|(x, y)| self.mean(span(x, width, self.width), span(y, height, self.height)));
        Self { width, height, rgb: rgb.collect() }
    }

    fn mean(&self, (left, right): (usize, usize), (top, bottom): (usize, usize)) -> [u8; 3] {
        let mut sums = [0_usize; 3];
        for row in top..bottom {
            let start = row * self.width as usize;
            for dot in self.rgb[(start + left) * 3..(start + right) * 3].chunks_exact(3) {
                sums.iter_mut().zip(dot).for_each(|(sum, part)| *sum += usize::from(*part));
            }
        }
        let count = (right - left) * (bottom - top);
        sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
    }
}

/// Which of `whole` dots the `index`th of `parts` stands for; at least one.
fn span(index: u32, parts: u32, whole: u32) -> (usize, usize) {
    let place = |index: u32| u64::from(index) * u64::from(whole) / u64::from(parts);
    let (start, end) = (place(index), place(index + 1));
    (usize::try_from(start).unwrap_or_default(), usize::try_from(end.max(start + 1)).unwrap_or_default())
}
