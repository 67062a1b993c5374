//! Where a long word may be divided, in Swedish and English alike: one consonant goes along to the next line.

/// Letters on either side of a break.
const FEWEST: usize = 2;

/// The last place among the first `most` characters where the word may be divided.
pub fn last_break(word: &str, most: usize) -> Option<usize> {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    (FEWEST..=most.min(letters.len())).rev().find(|&place| divides(&letters, place))
}

/// A consonant and a vowel begin the next line, with at least two letters on either side.
fn divides(letters: &[char], place: usize) -> bool {
    let Some(near) = place.checked_sub(FEWEST).and_then(|from| letters.get(from..place + FEWEST)) else {
        return false;
    };
    let [_, before, first, second] = near else { return false };
    near.iter().all(|c| c.is_alphabetic())
        && !is_vowel(*first)
        && is_vowel(*second)
        && !is_one_sound(*before, *first)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'é' | 'ü')
}

/// Two letters that stand for one sound and are not parted.
fn is_one_sound(one: char, other: char) -> bool {
    matches!(
        (one, other),
        ('c', 'h' | 'k') | ('n', 'g') | ('s', 'j' | 'h') | ('k' | 't', 'j') | ('t' | 'p', 'h') | ('q', 'u')
    )
}

#[cfg(test)]
mod tests {
    use super::last_break;

    fn check(divided: &str, most: usize) {
        let (first, rest) = divided.split_once('-').unwrap();
        assert_eq!(last_break(&format!("{first}{rest}"), most), Some(first.chars().count()), "{divided}");
    }

    #[test]
    fn one_consonant_goes_along_to_the_next_line() {
        check("Tillgänglighetskompe-tens", 24);
        check("sysselsättningsfrämjan-de", 24);
        check("Organisationsnum-mer", 18);
        check("underleverantö-rer", 15);
        check("organisa-tion", 10);
    }

    #[test]
    fn what_has_no_syllables_is_not_divided() {
        for word in ["åååååååå", "1234567890", "a@b.se", "xxxxxxxx", "ab"] {
            assert_eq!(last_break(word, 6), None, "{word}");
        }
    }

    #[test]
    fn one_sound_is_not_parted() {
        check("kyck-ling", 4);
        assert_eq!(last_break("tacka", 4), None);
        assert_eq!(last_break("sängar", 4), None);
    }
}
