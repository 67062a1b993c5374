//! The endings of Swedish words: definite, plural, genitive, passive, tense, comparison.

/// Endings that may follow the base of a word, as the data writes it. English plurals and tenses are among them.
const ENDINGS: [&str; 73] = [
    "", "s", "n", "ns", "en", "ens", "et", "ets", "t", "ts", "a", "as", "e", "es", "r", "rs", "ar", "ars",
    "er", "ers", "or", "ors", "na", "nas", "arna", "arnas", "erna", "ernas", "orna", "ornas", "aren",
    "arens", "are", "ares", "d", "da", "de", "des", "ad", "ade", "ades", "at", "ats", "it", "its", "dd",
    "dda", "tt", "tta", "te", "tes", "ta", "tad", "tade", "ande", "andet", "andes", "ende", "endet", "ne",
    "nes", "ast", "aste", "este", "ed", "ing", "ren", "ret", "rna", "rnas", "rne", "an", "ans",
];
const LONGEST: usize = 5;

/// What a word may be a form of: the word without each ending that it has. Two letters at least are left.
pub fn bases(word: &str) -> impl Iterator<Item = &str> {
    let cuts = word.char_indices().rev().map(|(i, _)| i).take(LONGEST);
    let cuts = std::iter::once(word.len()).chain(cuts);
    cuts.filter_map(move |cut| {
        let (base, ending) = word.split_at(cut);
        (ending.is_empty() || base.len() > 1 && ENDINGS.contains(&ending)).then_some(base)
    })
}

/// The base of a noun that loses its "a" before the ending: "sköterskorna" is "sköterska".
pub fn base_in_a(word: &str) -> Option<String> {
    const ENDINGS: [&str; 6] = ["ornas", "orna", "ors", "or", "ans", "an"];
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    (stem.len() > 3).then(|| format!("{stem}a"))
}
