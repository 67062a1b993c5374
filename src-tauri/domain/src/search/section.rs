//! Sections as officers type them: "4:18" and "4 kap 18" are the same as "4 kap. 18 §".

/// A text with its sections in short: "17 kap. 2, 3 och 5 §§" is "17:2 17:3 17:5".
pub fn in_short(text: &str) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut chapter: Option<String> = None;
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let mut words = words.peekable();
    let is_digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    while let Some(word) = words.next() {
        match (word.trim_end_matches('.'), &chapter) {
            ("kap", _) if words.peek().is_some_and(|next| is_digits(next)) => {
                chapter = chapter_before(&mut shown);
            }
            (sections, Some(chapter)) if is_digits(sections) => {
                shown.extend(numbers(sections).map(|section| format!("{chapter}:{section}")));
            }
            ("och" | "samt", Some(_)) => {}
            (letter, Some(_)) if is_letter(letter) => {
                if let Some(section) = shown.last_mut() {
                    section.push_str(letter);
                }
            }
            _ => {
                chapter = None;
                shown.push(word.to_owned());
            }
        }
    }
    shown.join(" ")
}

/// The number of a chapter that stands last, "19 a", taken out.
fn chapter_before(shown: &mut Vec<String>) -> Option<String> {
    let letter = shown.pop_if(|last| is_letter(last)).unwrap_or_default();
    let number = shown.pop_if(|last| last.chars().all(|c| c.is_ascii_digit()))?;
    Some(number + &letter)
}

fn is_letter(word: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The numbers of "12–14"; else what stands there.
fn numbers(sections: &str) -> impl Iterator<Item = String> {
    let range = sections.split_once('–').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    let (from, to): (u16, u16) = range.unwrap_or((1, 0));
    let one = range.is_none().then(|| sections.to_owned());
    one.into_iter().chain((from..=to).map(|section| section.to_string()))
}

#[cfg(test)]
mod tests {
    use super::in_short;

    #[test]
    fn sections_are_read_however_they_are_written() {
        for (typed, short) in [
            ("4 kap. 18 §", "4:18 §"),
            ("4 kap 18", "4:18"),
            ("4:18", "4:18"),
            ("17 kap. 2, 3 och 5 §§", "17:2 17:3 17:5 §§"),
            ("9 kap. 12–14 §§ LOU", "9:12 9:13 9:14 §§ LOU"),
            ("19 a kap. 8 §", "19a:8 §"),
            ("13 kap. 2 a §", "13:2a §"),
            ("reserverad 4 kap", "reserverad 4 kap"),
            ("städning i 4 skolor", "städning i 4 skolor"),
        ] {
            assert_eq!(in_short(typed), short);
        }
    }
}
