//! Names of files that are proposed to the officer.

use domain::text::steers;

/// The longest proposed name, in bytes: disks and shares take at most 255 for name, number and ending.
const LONGEST: usize = 160;

/// What Windows takes for a device, whatever ends the name.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
/// The same with a digit after it.
const PORTS: [&str; 2] = ["COM", "LPT"];

/// A name that every disk takes and that reads as it is: without the signs that Windows reserves or that steer how text is
/// shown, and not ending in a point or space. It can be empty.
pub fn safe_name(name: &str) -> String {
    let spaced = name.replace(|c: char| steers(c) || "<>:\"/\\|?*".contains(c), " ");
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = words[..words.floor_char_boundary(LONGEST)].trim_matches([' ', '.']);
    if is_device(short) { format!("_{short}") } else { short.to_owned() }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let number =
        |port| stem.strip_prefix(port).is_some_and(|n| n.chars().count() == 1 && "0123456789¹²³".contains(n));
    DEVICES.contains(&&*stem) || PORTS.into_iter().any(number)
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
        assert_eq!(safe_name(&"🧹".repeat(90)).len(), 160, "a disk counts bytes");
        assert_eq!(safe_name("Städ\u{202e}gpj.exe"), "Städ gpj.exe");
    }

    #[test]
    fn no_name_is_one_of_a_device() {
        for name in ["CON", "nul.txt", "com1", "Lpt9.a.b", "COM² "] {
            assert_eq!(safe_name(name), format!("_{}", name.trim()));
        }
        assert_eq!(safe_name("Konsult"), "Konsult");
        assert_eq!(safe_name("COM-tjänster"), "COM-tjänster");
    }
}
