//! Where a long word may be divided: by the Swedish patterns of TeX, which know where a compound comes apart. What is not
//! made of syllables is not divided.

use hypher::{Lang, hyphenate};

/// The last place among the first `most` characters where the word may be divided.
pub fn last_break(word: &str, most: usize) -> Option<usize> {
    let mut place = 0;
    let runs = word.split_inclusive(|c: char| !c.is_alphabetic());
    let breaks = runs.flat_map(|run| {
        let start = place;
        place += run.chars().count();
        within(run).map(move |at| start + at)
    });
    breaks.take_while(|at| *at <= most).last()
}

/// The places within letters that stand together, with a vowel on either side.
fn within(run: &str) -> impl Iterator<Item = usize> {
    let letters = run.trim_end_matches(|c: char| !c.is_alphabetic());
    let divided = hyphenate(letters, Lang::Swedish).scan(0, |end, syllable| {
        *end += syllable.len();
        Some(*end)
    });
    let spoken = |part: &str| part.to_lowercase().contains(is_vowel);
    divided
        .filter(move |end| spoken(&letters[..*end]) && spoken(&letters[*end..]))
        .map(|end| letters[..end].chars().count())
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'é' | 'ü')
}

#[cfg(test)]
mod tests {
    use super::last_break;

    fn check(divided: &str, most: usize) {
        let (first, rest) = divided.split_once('-').unwrap();
        assert_eq!(last_break(&format!("{first}{rest}"), most), Some(first.chars().count()), "{divided}");
    }

    #[test]
    fn a_word_comes_apart_between_its_syllables() {
        check("Tillgänglighetskompe-tens", 24);
        check("sysselsättningsfrämjan-de", 24);
        check("Organisationsnum-mer", 18);
        check("underleverantö-rer", 15);
        check("organisa-tion", 10);
        check("säng-ar", 5);
        check("tac-ka", 4);
    }

    #[test]
    fn a_compound_comes_apart_between_its_words() {
        check("arbetsmarknads-enheten", 15);
        check("Tillgänglighets-kompetens", 16);
        check("språktränings-platser", 14);
        check("(upphandlings-dokumenten)", 14);
    }

    #[test]
    fn what_has_no_syllables_is_not_divided() {
        for word in ["åååååååå", "1234567890", "a@b.se", "xxxxxxxx", "ab"] {
            assert_eq!(last_break(word, 6), None, "{word}");
        }
    }
}
