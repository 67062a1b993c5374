//! What must not be broken over two lines: amounts, dates, sections of law, numbers with their unit.
//!
//! Texts come with ordinary spaces, as they were typed. [`protect`] is the only place where the spaces inside such a
//! phrase become non-breaking; every form that sets lines runs its text through it.

use std::borrow::Cow;

use domain::text::steers;
use jiff::civil::Date;

const NO_BREAK_SPACE: char = '\u{a0}';

/// Months belong to the number on either side; those that are written alike in both languages stand once.
const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];

/// What belongs to the number before it, beside months.
const AFTER_NUMBER: &[&str] = &[
    "kr", "kronor", "tkr", "mkr", "mnkr", "sek", "eur", "euro", "%", "procent", "percent", "‰", "§", "§§",
    "kap", "mån", "st", "mm", "cm", "m", "m²", "km", "mil", "kg", "h", "tim", "min", "kl", "million",
    "miljoner", "miljon",
];

/// What belongs to the number after it, beside months.
const BEFORE_NUMBER: &[&str] = &[
    "§",
    "§§",
    "kap",
    "kapitel",
    "tabell",
    "table",
    "bilaga",
    "annex",
    "avsnitt",
    "section",
    "sections",
    "chapter",
    "article",
    "artikel",
    "art",
    "punkt",
    "nr",
    "no",
    "krav",
    "requirement",
    "sida",
    "page",
    "sek",
    "eur",
    "kl",
    "ca",
];

/// The text with non-breaking spaces where a line must not end.
///
/// Swedish and English alike: "20 000 000 kr", "19 kap. 3 och 9 §§", "15 april 2027", "K3 f", "Section 3", "5 %".
/// Everything else is left as it is, also spaces that already are non-breaking.
pub fn protect(text: &str) -> Cow<'_, str> {
    let words: Vec<&str> = text.split(' ').collect();
    let glued: Vec<usize> = (1..words.len()).filter(|&gap| binds(&words, gap)).collect();
    if glued.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + glued.len());
    for (index, word) in words.iter().enumerate() {
        match index {
            0 => {}
            _ if glued.binary_search(&index).is_ok() => out.push(NO_BREAK_SPACE),
            _ => out.push(' '),
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether the space before word `gap` holds the words on either side together.
fn binds(words: &[&str], gap: usize) -> bool {
    let (left, right) = (words[gap - 1], words[gap]);
    if ends_number(left) {
        return continues_number(right)
            || listed(right, AFTER_NUMBER)
            || listed(right, MONTHS)
            || joins_sections(words, gap);
    }
    let before_number = listed(left, BEFORE_NUMBER) || listed(left, MONTHS) || is_standard(left);
    (before_number && starts_number(right))
        || cites_duty(left, right)
        || (is_joiner(left) && gap > 1 && joins_sections(words, gap - 1))
}

/// Whether a place is after the dash of a range: "2027-09-01–2031-08-31", "K12–K19".
pub(crate) fn is_within_range(text: &str, place: usize) -> bool {
    let dash = text[..place].strip_suffix('–');
    let before = dash.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    before && text[place..].trim_start_matches('K').starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a place is after a hyphen that holds the word on either side together: in a date, and after a single letter or
/// digit, as in "e-post" and "bilaga 2-tjänst", and in the number of a field, "BT-777".
pub(crate) fn is_after_firm_hyphen(text: &str, place: usize) -> bool {
    let Some(before) = text[..place].strip_suffix('-') else { return false };
    let mut signs = before.chars().rev();
    let single = signs.next().is_some_and(char::is_alphanumeric)
        && !signs.next().is_some_and(char::is_alphanumeric)
        && text[place..].starts_with(char::is_alphabetic);
    let date = |before: usize| {
        let start = place.checked_sub(before)?;
        text.get(start..start + DATE)?.parse::<Date>().ok()
    };
    let field = before.ends_with(|c: char| c.is_ascii_uppercase())
        && text[place..].starts_with(|c: char| c.is_ascii_digit());
    single || field || date("2027-".len()).or_else(|| date("2027-05-".len())).is_some()
}

const DATE: usize = "2027-05-01".len();

/// "3 och 9 §§": the space after the first number, seen from `gap`, which stands before the joining word.
fn joins_sections(words: &[&str], gap: usize) -> bool {
    let [joiner, number, sign, ..] = &words[gap..] else { return false };
    ends_number(words[gap - 1]) && is_joiner(joiner) && starts_number(number) && sign.starts_with('§')
}

fn is_joiner(word: &str) -> bool {
    matches!(word, "och" | "eller" | "till" | "and" | "or" | "to")
}

/// The next three digits of an amount: "000", "000," or "000)".
fn continues_number(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == 3 && !word[3..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn ends_number(word: &str) -> bool {
    let last = word.chars().next_back();
    last.is_some_and(|c| c.is_ascii_digit())
        && word.trim_start_matches(['(', '"', '”']).starts_with(|c: char| c.is_ascii_digit() || is_sign(c))
}

fn starts_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// "EN 301 549", but "en 3-årig utbildning".
fn is_standard(word: &str) -> bool {
    word.trim_start_matches('(') == "EN"
}

fn is_sign(c: char) -> bool {
    matches!(c, '-' | '−' | '+' | '±')
}

/// "K3 f": the number of a requirement and the letter of a duty.
fn cites_duty(left: &str, right: &str) -> bool {
    let number = left.trim_start_matches(['(', '”']).strip_prefix('K').unwrap_or_default();
    let letters = right.trim_end_matches(|c: char| !c.is_alphabetic());
    let cites = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    cites && letters.len() == 1 && letters.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a word, without the punctuation around it, is in the list.
fn listed(word: &str, list: &[&str]) -> bool {
    let bare = word.trim_matches(['(', ')', ',', '.', ';', ':', '”', '"', '?', '!']);
    bare.len() < 16 && list.contains(&bare.to_lowercase().as_str())
}

/// The text on one line: line breaks, tabs and what steers how text is shown become spaces, and runs of spaces one.
/// Non-breaking spaces stay, since they belong to the amounts and dates they stand in.
pub(crate) fn one_line(text: &str) -> String {
    let breaks = |c: char| c == ' ' || steers(c);
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::protect;

    /// `_` stands for a space that does not break.
    fn check(text: &str) {
        let plain = text.replace('_', " ");
        assert_eq!(protect(&plain).replace('\u{a0}', "_"), text);
    }

    #[test]
    fn amounts_stay_whole() {
        check("Beräknat värde 20_000_000_kr exklusive moms.");
        check("ett nytt steg om 7_500_000_kr, sedan 450_kr per timme");
        check("högst 3_procent av årets värde, högst 1,5_% (SEK_20,000,000)");
        check("Över 8,0_miljoner och −40_000_kr.");
    }

    #[test]
    fn sections_of_law_stay_whole() {
        check("enligt 19_kap._3_§ LOU och 12_§.");
        check("19_kap._3_och_9_§§ LOU (lag).");
        check("Chapter_19, Section_3 of the Act");
        check("lagen (2016:1145) om offentlig upphandling");
    }

    #[test]
    fn dates_stay_whole() {
        check("i halvårsrapporten 15_april och 15_oktober_2027.");
        check("no later than 31_December_2026 or 1_May");
        check("2026-12-11 klockan åtta, kl._14.30");
    }

    #[test]
    fn a_range_stays_whole_after_its_dash() {
        let within =
            |text: &str| super::is_within_range(text, text.find('–').unwrap_or_default() + '–'.len_utf8());
        for range in ["2027-09-01–2031-08-31", "K12–K19", "7–9"] {
            assert!(within(range), "{range}");
        }
        for other in ["ord –2", "7 – 9", "K12–kraven"] {
            assert!(!within(other), "{other}");
        }
    }

    #[test]
    fn a_hyphen_in_a_date_or_after_one_letter_or_digit_is_firm() {
        let firm = |text: &str| {
            let hyphens = text.match_indices('-').map(|(at, _)| at + 1);
            hyphens.map(|place| super::is_after_firm_hyphen(text, place)).collect::<Vec<_>>()
        };
        assert_eq!(firm("senast 2027-05-01–2031-04-30."), [true; 4]);
        assert_eq!(firm("e-postadress, Å-form (e-tjänst), bilaga 2-tjänst"), [true; 4]);
        assert_eq!(firm("BT-06, BT-775 och OPT-060"), [true; 3]);
        assert_eq!(firm("IT-system, 08-12 34, 90910000-9, e- och -e, två-tre, 12-veckors"), [false; 7]);
    }

    #[test]
    fn references_in_the_document_stay_whole() {
        check("Inget vite tas ut när K3_f gäller, se tabell_2.");
        check("K3_a, K3_b och K4 gäller");
    }

    #[test]
    fn the_number_of_a_standard_stays_with_its_name() {
        check("uppfylla EN_301_549 V3.2.1 (EN_301_549) och en 3-årig utbildning");
    }

    #[test]
    fn other_words_may_part() {
        check("inom 60 dagar från avtalsstart i två dialogmöten");
        check("K1 är kort och 12 veckor är långa");
        check("3 personer och 4 platser");
        check("");
        check("  två  mellanslag ");
    }

    #[test]
    fn a_space_that_already_does_not_break_is_kept() {
        assert_eq!(protect("20\u{a0}000 kr"), "20\u{a0}000\u{a0}kr");
    }
}
