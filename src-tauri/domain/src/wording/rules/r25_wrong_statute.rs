//! R25. Sections that do not apply in this act and regime.

use super::{Draft, Scene};
use crate::procurement::Act;
use crate::procurement::regime::Regime;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Mention, Sentence};

const RULE: Rule = Rule::WrongStatute;

/// A section of a procurement act that a text cites.
struct Cited {
    /// The chapter: 19, or 19 a.
    chapter: (u32, bool),
    /// The first section.
    section: Option<u32>,
    /// The act, when it is named.
    act: Option<Act>,
    at: Mention,
}

/// What is found when a text rests on what does not apply.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(other) = other_system(sentence) {
            found.push(scene.found(RULE, "other_system", sentence, other));
        }
        if sentence.has_any(&[Concept::AsGuidance, Concept::NotApplied]) {
            continue;
        }
        let cited = cited(sentence);
        let wrong = cited
            .iter()
            .find(|cited| sentence.holds(cited.at) && is_wrong(cited, &cited_through(sentence), scene));
        let named = || wrong_act(sentence, scene);
        if let Some(mention) = wrong.map(|cited| cited.at).or_else(named) {
            found.push(scene.found(RULE, "section", sentence, mention));
        }
    }
}

/// 19 kap. 17 § leads to 13 kap., and 19 kap. 22 § to 12 kap.
fn cited_through(sentence: &Sentence) -> Vec<u32> {
    let through = |cited: &Cited| match (cited.chapter, cited.section) {
        ((19, false), Some(17)) => Some(13),
        ((19, false), Some(22)) | ((19, true), Some(11 | 12)) => Some(12),
        _ => None,
    };
    cited(sentence).iter().filter_map(through).collect()
}

fn is_wrong(cited: &Cited, through: &[u32], scene: &Scene<'_>) -> bool {
    let context = scene.context;
    let Some(regime) = context.regime else { return false };
    if cited.act.is_some_and(|act| act != context.act) {
        return true;
    }
    let (chapter, a) = cited.chapter;
    let below = regime != Regime::DirectiveGoverned;
    let own = match (context.act, regime) {
        (Act::Luk, Regime::DirectiveGoverned) => chapter != 15 && chapter != 19,
        (Act::Luk, _) => [1, 2, 3, 5, 15, 16, 17, 18].contains(&chapter),
        (_, Regime::DirectiveGoverned) => chapter != 19 && !is_of_lou(cited, context.act),
        (_, Regime::NationallyGoverned) => [1, 2, 3, 5, 20, 21].contains(&chapter) || chapter == 19 && !a,
        (_, Regime::DirectAward) => [1, 2, 3, 5, 20, 21].contains(&chapter) || chapter == 19 && a,
    };
    !(own || below && through.contains(&chapter))
}

/// Chapter 17 is special conditions in LOU; in LUF and LUK it is not.
fn is_of_lou(cited: &Cited, act: Act) -> bool {
    act == Act::Luf && cited.chapter.0 == 17 && cited.section.is_some_and(|section| section <= 14)
}

/// A procurement act that is not the one of this procurement, as what something rests on.
fn wrong_act(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    scene.context.regime?;
    let acts = [(Concept::ActLou, Act::Lou), (Concept::ActLuf, Act::Luf), (Concept::ActLuk, Act::Luk)];
    let own = acts
        .iter()
        .find(|(_, act)| *act == scene.context.act)
        .is_some_and(|(concept, _)| sentence.has(*concept));
    let other = acts
        .iter()
        .filter(|(_, act)| *act != scene.context.act)
        .find_map(|(concept, _)| sentence.first_holding(&[*concept]));
    other.filter(|_| !own && sentence.has(Concept::RestsOn))
}

/// The sections of procurement acts that a sentence cites. Those of other acts are named with their act.
fn cited(sentence: &Sentence) -> Vec<Cited> {
    let words = sentence.tokens();
    let number = |at: usize| match words.get(at).map(|token| token.kind) {
        Some(Kind::Number(value)) if (1.0..100.0).contains(&value) => Some(value),
        // "En" is seldom a chapter.
        Some(Kind::Word) => sentence.ordinal(at).or_else(|| sentence.number(at).filter(|value| *value > 1.0)),
        _ => None,
    };
    let mut found = short(sentence);
    for at in 0..words.len() {
        let kap = matches!(sentence.word(at), "kap" | "kapitlet" | "kapitlets" | "kapitel" | "chapter");
        if !kap {
            continue;
        }
        let a = at >= 2 && sentence.word(at - 1) == "a";
        let before = number(at.wrapping_sub(if a { 2 } else { 1 }));
        let (chapter, from) = match before {
            Some(chapter) => (chapter, at - if a { 2 } else { 1 }),
            None => match number(at + 1) {
                Some(chapter) => (chapter, at),
                None => continue,
            },
        };
        let to = (at + 1..words.len().min(at + 12))
            .find(|i| sentence.word(*i) == "§")
            .map_or(at + 1, |sign| sign + 1);
        let section = if before.is_some() { (at + 1..at + 3).find_map(number) } else { None };
        if is_of_other_act(sentence, from, to) {
            continue;
        }
        let act = act_of(sentence, from, to);
        let chapter = (whole(chapter), a);
        let end = to.max(at + 1);
        found.push(Cited {
            chapter,
            section: section.map(whole),
            act,
            at: Mention { concept: Concept::Chapter, from, to: end },
        });
    }
    found
}

/// "9:2 LOU": the act tells that it is no time of the day and no scale.
fn short(sentence: &Sentence) -> Vec<Cited> {
    let number = |at: usize| sentence.number(at).filter(|value| (1.0..100.0).contains(value));
    let cited = |at: usize| {
        let (chapter, section) = (number(at)?, number(at + 2).filter(|_| sentence.word(at + 1) == ":")?);
        let act = act_of(sentence, at, at + 3)?;
        let at = Mention { concept: Concept::Chapter, from: at, to: at + 3 };
        Some(Cited { chapter: (whole(chapter), false), section: Some(whole(section)), act: Some(act), at })
    };
    (0..sentence.tokens().len()).filter_map(cited).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100")]
fn whole(number: f64) -> u32 {
    number as u32
}

/// The procurement act that a citation names.
fn act_of(sentence: &Sentence, from: usize, to: usize) -> Option<Act> {
    let acts = [(Concept::ActLou, Act::Lou), (Concept::ActLuf, Act::Luf), (Concept::ActLuk, Act::Luk)];
    acts.into_iter().find(|(concept, _)| is_named_by(sentence, *concept, from, to)).map(|(_, act)| act)
}

/// Whether a citation is of an act that is no procurement act.
fn is_of_other_act(sentence: &Sentence, from: usize, to: usize) -> bool {
    act_of(sentence, from, to).is_none() && is_named_by(sentence, Concept::OtherAct, from, to)
}

fn is_named_by(sentence: &Sentence, act: Concept, from: usize, to: usize) -> bool {
    sentence.all(act).any(|act| act.from + 6 >= from && act.from <= to + 5)
}

/// LOV and LUFS in capitals: "lov" is also when schools are closed.
fn other_system(sentence: &Sentence) -> Option<Mention> {
    let named =
        |mention: &Mention| sentence.tokens()[mention.from].capitals || sentence.word(mention.from).len() > 4;
    sentence.all(Concept::ActOtherSystem).find(|mention| named(mention) && sentence.holds(*mention))
}
