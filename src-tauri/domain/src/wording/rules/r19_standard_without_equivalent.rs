//! R19. A standard or a brand without "eller likvärdig". The words follow the reference itself (9 kap. 4 and 6 §§ LOU).

use std::collections::HashSet;

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Mention, Sentence, Token};

const RULE: Rule = Rule::StandardWithoutEquivalent;

/// What is found when a reference does not let in its equivalents.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let mut granted: HashSet<String> = HashSet::new();
    for sentence in scene.statements() {
        let equal = sentence.all(Concept::Equivalent).any(|equal| !sentence.is_denied(equal));
        let standards = standards(sentence);
        if equal {
            granted.extend(standards.iter().map(|standard| number_of(sentence, *standard)));
            continue;
        }
        let here = |standard: &&Mention| sentence.holds(**standard) && is_demand(sentence);
        let lone = standards
            .iter()
            .filter(here)
            .find(|standard| !granted.contains(&number_of(sentence, **standard)));
        if let Some(standard) = lone {
            let draft = scene.found(RULE, "standard", sentence, *standard);
            found.push(draft.adding_behind(sentence, *standard, " eller likvärdig"));
        } else if let Some(brand) =
            sentence.first_holding(&[Concept::BrandOf]).filter(|_| !sentence.has(Concept::Label))
        {
            let draft = scene.found(RULE, "brand", sentence, brand);
            found.push(draft.adding_behind(sentence, brand, " eller likvärdigt"));
        }
    }
}

/// The standards that a sentence names: a body in capitals and a number of three figures or more behind it.
pub fn standards(sentence: &Sentence) -> Vec<Mention> {
    let tokens = sentence.tokens();
    let body = |at: usize| {
        let name = sentence.all(Concept::StandardName).any(|name| name.from == at);
        name && tokens[at].capitals && tokens.get(at + 1).is_some()
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = (at..tokens.len()).take_while(|i| body(*i)).last();
        let Some(end) = end.filter(|end| is_number(sentence, *end)) else {
            found.extend(glued(sentence, at));
            at += 1;
            continue;
        };
        let more = |token: &Token| token.joined || matches!(token.kind, Kind::Number(value) if value < 100.0);
        let parts = (end + 2..tokens.len()).take_while(|i| more(&tokens[*i])).count();
        found.push(Mention { concept: Concept::StandardName, from: at, to: end + 2 + parts });
        at = end + 2 + parts;
    }
    found
}

fn is_number(sentence: &Sentence, body: usize) -> bool {
    let name = sentence.word(body);
    match sentence.tokens()[body + 1].kind {
        Kind::Number(value) => {
            let tokens = sentence.tokens();
            // "SS-EN 81-70": two bodies, or a number in parts.
            let more = |token: &Token| token.joined || matches!(token.kind, Kind::Number(_));
            let parts = tokens.get(body + 2).is_some_and(more) || tokens[body].joined;
            let small = value >= 10.0 && parts && !is_room(sentence, body);
            value >= 1000.0 || value >= 100.0 && !is_room(sentence, body) || name == "wcag" || small
        }
        _ => false,
    }
}

/// "rum EN 104" is a room.
fn is_room(sentence: &Sentence, at: usize) -> bool {
    sentence.all(Concept::Room).any(|room| room.to <= at && at - room.to <= 4)
}

/// "EN301549", "ISO9001" written as one word.
fn glued(sentence: &Sentence, at: usize) -> Option<Mention> {
    let token = &sentence.tokens()[at];
    let letters: String = token.text.chars().take_while(|c| c.is_alphabetic()).collect();
    let digits = token.text.get(letters.len()..)?;
    let known = matches!(&*letters, "en" | "iso" | "iec" | "ss" | "ssen" | "sis");
    let number = digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit());
    (known && number && token.capital).then_some(Mention {
        concept: Concept::StandardName,
        from: at,
        to: at + 1,
    })
}

/// The number alone: the same standard is named in more than one way.
fn number_of(sentence: &Sentence, standard: Mention) -> String {
    let number =
        (standard.from..standard.to).find(|at| matches!(sentence.tokens()[*at].kind, Kind::Number(_)));
    number.map_or_else(|| sentence.word(standard.from).to_owned(), |at| sentence.word(at).to_owned())
}

/// A standard that is named as one way to show something is not demanded.
fn is_demand(sentence: &Sentence) -> bool {
    sentence.has(Concept::Must) || !sentence.has_any(&[Concept::AcceptedProof, Concept::Example])
}
