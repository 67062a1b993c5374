//! Texts within the limit of their field.

/// From this many characters a text of 6 000 is near its limit; other limits in proportion.
pub const NEAR: (usize, usize) = (5_500, 6_000);

/// A text as it is pasted into the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeText {
    /// The lines. They are joined by line breaks when the text is pasted.
    pub lines: Vec<String>,
    /// The most characters that the field takes.
    pub limit: usize,
    /// How it fits.
    pub fit: Fit,
}

/// How a text fits its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// With room to spare.
    Whole,
    /// It fits, but little can be added.
    Near,
    /// It does not fit: what exceeds is replaced by a pointer to where it stands.
    Shortened,
}

impl NoticeText {
    /// Lines that are kept whole: those that do not fit are replaced by the pointer.
    pub(super) fn of_lines(lines: Vec<String>, limit: usize, pointer: &str) -> Self {
        match kept(&lines, "\n", limit, pointer) {
            None => Self { fit: fit(length(&lines), limit), lines, limit },
            Some(kept) => {
                let lines = lines.into_iter().take(kept).chain([pointer.to_owned()]).collect();
                Self { lines, limit, fit: Fit::Shortened }
            }
        }
    }

    /// Running text: shortened between words.
    pub(super) fn running(text: &str, limit: usize, pointer: &str) -> Self {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        match kept(&words, " ", limit, pointer) {
            None => Self::of_lines(vec![words.join(" ")], limit, pointer),
            Some(kept) => {
                let text = words.iter().take(kept).map(String::as_str).chain([pointer]).collect::<Vec<_>>();
                Self { lines: vec![text.join(" ")], limit, fit: Fit::Shortened }
            }
        }
    }

    /// How many characters it has, line breaks included.
    pub fn length(&self) -> usize {
        length(&self.lines)
    }

    /// The text as it is pasted.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// How many pieces fit together with the pointer; nothing when all fit without it.
fn kept(pieces: &[String], between: &str, limit: usize, pointer: &str) -> Option<usize> {
    let ends = pieces.iter().scan(0, |end, piece| {
        *end += piece.chars().count() + between.len();
        Some(*end)
    });
    let ends: Vec<usize> = ends.collect();
    let whole = ends.last().map_or(0, |end| end - between.len());
    let room = limit.saturating_sub(pointer.chars().count());
    (whole > limit).then(|| ends.iter().take_while(|end| **end <= room).count())
}

fn length(lines: &[String]) -> usize {
    lines.iter().map(|line| line.chars().count()).sum::<usize>() + lines.len().saturating_sub(1)
}

fn fit(length: usize, limit: usize) -> Fit {
    let (near, of) = NEAR;
    if length * of >= limit * near { Fit::Near } else { Fit::Whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of two, three and four bytes each count as one.
    const ODD: &str = "åÄöé–”№𝛂";

    fn lines(each: usize, count: usize) -> Vec<String> {
        vec![ODD.chars().cycle().take(each).collect(); count]
    }

    #[track_caller]
    fn check(lines: Vec<String>, limit: usize, length: usize, fit: Fit) {
        let text = NoticeText::of_lines(lines, limit, "Se kraven.");
        assert_eq!((text.length(), text.fit), (length, fit));
        assert_eq!(text.text().chars().count(), text.length());
        assert!(text.length() <= limit);
    }

    #[test]
    fn characters_are_counted_with_line_breaks_and_not_bytes() {
        check(lines(5_499, 1), 6_000, 5_499, Fit::Whole);
        check(lines(5_500, 1), 6_000, 5_500, Fit::Near);
        check(lines(6_000, 1), 6_000, 6_000, Fit::Near);
        check(lines(6_001, 1), 6_000, 10, Fit::Shortened);
        check(lines(2_999, 2), 6_000, 5_999, Fit::Near);
        check(lines(3_000, 2), 6_000, 3_011, Fit::Shortened);
        check(Vec::new(), 6_000, 0, Fit::Whole);
    }

    #[test]
    fn a_shortened_text_keeps_what_fits_beside_the_pointer_and_not_a_line_more() {
        let text = NoticeText::of_lines(lines(9, 4), 30, "Se kraven.");
        assert_eq!(text.lines, [&lines(9, 2)[..], &["Se kraven.".to_owned()]].concat());
        assert_eq!(text.length(), 30);
    }

    #[test]
    fn running_text_is_shortened_between_words() {
        let text = NoticeText::running("ett två tre\nfyra fem", 18, "Se kraven.");
        assert_eq!((text.text().as_str(), text.fit), ("ett två Se kraven.", Fit::Shortened));
        let text = NoticeText::running(" ett  två\n", 18, "Se kraven.");
        assert_eq!((text.text().as_str(), text.fit), ("ett två", Fit::Whole));
    }
}
