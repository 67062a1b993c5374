//! Two texts side by side, with what differs marked word by word.

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether the other side lacks it.
    pub changed: bool,
}

/// Two texts, a paragraph each line, with the words that only one of them has marked.
pub fn beside(old: &[String], new: &[String]) -> (Vec<Vec<Run>>, Vec<Vec<Run>>) {
    let mut marked = (Vec::new(), Vec::new());
    for pair in paired(old, new) {
        let (a, b) = (pair.0.map_or("", String::as_str), pair.1.map_or("", String::as_str));
        let (left, right) = words(a, b);
        marked.0.extend(pair.0.map(|_| left));
        marked.1.extend(pair.1.map(|_| right));
    }
    marked
}

/// Lines that are the same stand beside each other; between them the first beside the first, and so on.
fn paired<'l>(old: &'l [String], new: &'l [String]) -> Vec<(Option<&'l String>, Option<&'l String>)> {
    let mut pairs = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = common(old, new).into_iter().chain([(old.len(), new.len())]);
    for (i, j) in ends {
        let length = (i - from).max(j - to);
        pairs.extend((0..length).map(|k| (old[from..i].get(k), new[to..j].get(k))));
        pairs.extend(old.get(i).zip(new.get(j)).map(|(a, b)| (Some(a), Some(b))));
        (from, to) = (i + 1, j + 1);
    }
    pairs
}

/// Two texts, with the words that only one of them has marked.
fn words(old: &str, new: &str) -> (Vec<Run>, Vec<Run>) {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive(' ').collect(), new.split_inclusive(' ').collect());
    // A word is the same with a space after it and at the end.
    let [bare_a, bare_b] = [&a, &b].map(|words| words.iter().map(|word| word.trim_end()).collect::<Vec<_>>());
    let same = common(&bare_a, &bare_b);
    (runs(&a, same.iter().map(|(i, _)| *i)), runs(&b, same.iter().map(|(_, j)| *j)))
}

fn runs(words: &[&str], same: impl Iterator<Item = usize>) -> Vec<Run> {
    let mut same = same.peekable();
    let mut runs: Vec<Run> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let changed = same.next_if_eq(&i).is_none();
        match runs.last_mut().filter(|run| run.changed == changed) {
            Some(run) => run.text.push_str(word),
            None => runs.push(Run { text: (*word).to_owned(), changed }),
        }
    }
    move_spaces(&mut runs);
    runs
}

/// The space between what is marked and what is not is not marked.
fn move_spaces(runs: &mut [Run]) {
    for i in 1..runs.len() {
        if runs[i - 1].changed && runs[i - 1].text.ends_with(' ') {
            runs[i - 1].text.pop();
            runs[i].text.insert(0, ' ');
        }
    }
}

/// Above this product nothing is compared word by word: a text from outside may be as long as it likes.
const MOST: usize = 4_000_000;

/// The longest common subsequence, as pairs of positions.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    if a.len().saturating_mul(b.len()) > MOST {
        return Vec::new();
    }
    // How much is common from here to the end of both.
    let mut left = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            left[i][j] =
                if a[i] == b[j] { left[i + 1][j + 1] + 1 } else { left[i + 1][j].max(left[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if left[i + 1][j] >= left[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The runs of a text, with what is changed in brackets.
    fn shown(runs: &[Run]) -> String {
        runs.iter()
            .map(|run| if run.changed { format!("[{}]", run.text) } else { run.text.clone() })
            .collect()
    }

    #[test]
    fn the_words_that_differ_are_marked() {
        let (old, new) =
            words("Leverantören ska ta emot två besök.", "Leverantören ska ta emot minst tre besök.");
        assert_eq!(shown(&old), "Leverantören ska ta emot [två] besök.");
        assert_eq!(shown(&new), "Leverantören ska ta emot [minst tre] besök.");
        assert_eq!(shown(&words("i skolor", "i skolor och förskolor").1), "i skolor [och förskolor]");
        assert_eq!(shown(&words("", "nytt").1), "[nytt]");
        assert_eq!(shown(&words("lika", "lika").0), "lika");
    }

    #[test]
    fn lines_that_are_the_same_stand_beside_each_other() {
        let lines = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = beside(&lines("ett|två|tre"), &lines("noll|ett|tre"));
        let shown = |side: &[Vec<Run>]| side.iter().map(|line| shown(line)).collect::<Vec<_>>();
        assert_eq!(shown(&old), ["ett", "[två]", "tre"]);
        assert_eq!(shown(&new), ["[noll]", "ett", "tre"]);
    }

    #[test]
    fn what_is_too_long_to_compare_is_marked_whole() {
        let long = "ord ".repeat(3000);
        let (old, _) = words(&long, &(long.clone() + "till"));
        assert!(old.len() == 1 && old[0].changed);
    }
}
