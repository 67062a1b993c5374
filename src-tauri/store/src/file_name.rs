//! Names of files that are proposed to the officer.

/// The longest proposed name, in characters: disks and shares take at most 255 bytes for name and ending.
const LONGEST: usize = 80;

/// A name that every disk takes: without the signs that Windows reserves, and not ending in a point or space. It can be empty.
pub fn safe_name(name: &str) -> String {
    let reserved = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    let spaced: String = name.chars().map(|c| if reserved(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(LONGEST).collect();
    short.trim_matches([' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_proposed_name_is_one_that_every_disk_takes() {
        assert_eq!(safe_name("Lokalvård i skolor"), "Lokalvård i skolor");
        assert_eq!(safe_name("KS 2026/0417: \"städ\"\n"), "KS 2026 0417 städ");
        assert_eq!(safe_name("../../etc"), "etc");
        assert_eq!(safe_name(" . "), "");
        assert_eq!(safe_name(&"å".repeat(300)).chars().count(), 80);
    }
}
