//! Catalogues larger than the one that is built in, to measure with.

use domain::built_in;

/// A file of entries, or of their words, with copies that conflict with nothing, since a conflict is named by both.
pub fn repeated(name: &str, text: &str, times: usize) -> String {
    let of_entries = built_in::FILES.iter().any(|(other, _)| {
        let theme = other.strip_prefix("entries/").and_then(|rest| rest.strip_suffix(".toml"));
        theme.is_some_and(|theme| name == *other || name.starts_with(&format!("texts/{theme}.")))
    });
    let copy = |i: usize| -> String {
        let lines = text.lines().filter(|line| !line.starts_with("conflicts"));
        lines.map(|line| renamed(line, i) + "\n").collect()
    };
    let copies = if of_entries { (1..times).map(copy).collect() } else { String::new() };
    format!("{text}\n{copies}")
}

/// `[emp-dialogue.follow_up]` of the second copy is `[emp-dialogue-2.follow_up]`.
fn renamed(line: &str, copy: usize) -> String {
    let name = line.trim_start_matches('[');
    let brackets = &line[..line.len() - name.len()];
    match name.find(['.', ']']).filter(|_| !brackets.is_empty()) {
        Some(end) => format!("{brackets}{}-{copy}{}", &name[..end], &name[end..]),
        None => line.to_owned(),
    }
}
