//! The stem of a word: what is left without its endings. Forms of a word share it; that two words do at times is no harm here.

/// Endings of Swedish nouns, verbs and adjectives, after the first step of the Snowball stemmer; longest first.
const ENDINGS: [&str; 37] = [
    "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
    "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna", "ade", "are", "ast", "ens",
    "ern", "het", "ad", "ar", "as", "at", "en", "er", "es", "or", "a", "e", "s",
];
/// So many letters are left at least.
const SHORTEST: usize = 3;

/// The stem of a word in lower case.
pub fn stem(word: &str) -> &str {
    let ending = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| is_stem(rest)));
    let stem = ending.unwrap_or(word);
    let doubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"].iter().any(|double| stem.ends_with(double));
    if doubled && is_stem(&stem[..stem.len() - 1]) { &stem[..stem.len() - 1] } else { stem }
}

fn is_stem(rest: &str) -> bool {
    rest.chars().nth(SHORTEST - 1).is_some() && rest.contains(['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö'])
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for forms in
            [["leverantören", "leverantörens"], ["praktikanter", "praktikant"], ["anställas", "anställa"]]
        {
            assert_eq!(stem(forms[0]), stem(forms[1]));
        }
        assert_eq!(stem("ska"), "ska");
    }
}
