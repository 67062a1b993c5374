//! Numbers in words.

/// The number that a word says: "två", "femtio", "tolv".
pub fn in_words(word: &str) -> Option<f64> {
    let value = match word {
        "en" | "ett" | "one" => 1,
        "två" | "bägge" | "båda" | "two" => 2,
        "tre" | "three" => 3,
        "fyra" | "four" => 4,
        "fem" | "five" => 5,
        "sex" | "six" => 6,
        "sju" | "seven" => 7,
        "åtta" | "eight" => 8,
        "nio" | "nine" => 9,
        "tio" | "ten" => 10,
        "elva" => 11,
        "tolv" | "twelve" | "dussin" => 12,
        "tretton" => 13,
        "fjorton" => 14,
        "femton" => 15,
        "sexton" => 16,
        "sjutton" => 17,
        "arton" => 18,
        "nitton" => 19,
        "tjugo" => 20,
        "tjugofem" => 25,
        "trettio" => 30,
        "fyrtio" => 40,
        "femtio" => 50,
        "sextio" => 60,
        "sjuttio" => 70,
        "åttio" => 80,
        "nittio" => 90,
        "hundra" | "etthundra" => 100,
        "tusen" | "ettusen" => 1000,
        _ => return None,
    };
    Some(f64::from(value))
}
