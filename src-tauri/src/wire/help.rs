//! The help that comes with the program, as far as the search has to know it: chapters and the words of the trade.

use std::sync::LazyLock;

use domain::text::Language;
use serde_json::{Map, Value};

const HANDBOOK: &str = include_str!("../../../docs/handbok.md");
const WORDS: [&str; 2] =
    [include_str!("../../../assets/text/sv/terms.json"), include_str!("../../../assets/text/en/terms.json")];
/// The key of a word is its name; the same with this is what it means.
const MEANING: &str = ".meaning";

/// Read once: the search asks at each key.
static CHAPTERS: LazyLock<[Vec<Chapter>; 2]> = LazyLock::new(|| WORDS.map(read));

/// A heading in the help, by which one is led there.
pub struct Chapter {
    /// As it stands there.
    pub heading: String,
    /// What a word of the trade means; nothing for a chapter of the handbook.
    pub meaning: Option<String>,
}

/// The chapters of the handbook, which is in Swedish, then the words of the trade in a language.
pub fn chapters(language: Language) -> &'static [Chapter] {
    let [sv, en] = &*CHAPTERS;
    if language == Language::Sv { sv } else { en }
}

fn read(words: &str) -> Vec<Chapter> {
    let headings = HANDBOOK.lines().filter_map(|line| line.strip_prefix("## ").or(line.strip_prefix("### ")));
    let chapters = headings.map(|heading| Chapter { heading: heading.to_owned(), meaning: None });
    chapters.chain(read_words(words)).collect()
}

fn read_words(text: &str) -> Vec<Chapter> {
    let words: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let meanings = words.iter().filter_map(|(key, meaning)| Some((key.strip_suffix(MEANING)?, meaning)));
    let chapter = |(key, meaning): (&str, &Value)| {
        let heading = words.get(key)?.as_str()?.to_owned();
        Some(Chapter { heading, meaning: meaning.as_str().map(str::to_owned) })
    };
    meanings.filter_map(chapter).collect()
}
