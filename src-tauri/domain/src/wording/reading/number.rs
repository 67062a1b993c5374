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

/// The place in a row that a word says: "tredje" is three.
pub fn ordinal(word: &str) -> Option<f64> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let value = match word {
        "första" | "inledande" | "first" => 1,
        "andra" | "annan" | "second" => 2,
        "tredje" | "third" => 3,
        "fjärde" | "fourth" => 4,
        "femte" | "fifth" => 5,
        "sjätte" | "sixth" => 6,
        "sjunde" | "seventh" => 7,
        "åttonde" | "eighth" => 8,
        "nionde" | "ninth" => 9,
        "tionde" | "tenth" => 10,
        "elfte" => 11,
        "tolfte" | "twelfth" => 12,
        "trettonde" => 13,
        "fjortonde" => 14,
        "femtonde" => 15,
        "sextonde" => 16,
        "sjuttonde" => 17,
        "artonde" => 18,
        "nittonde" => 19,
        "tjugonde" | "twentieth" => 20,
        "tjugoförsta" => 21,
        "tjugoandra" => 22,
        "tjugofemte" => 25,
        "trettionde" => 30,
        "femtionde" => 50,
        _ => return None,
    };
    Some(f64::from(value))
}
