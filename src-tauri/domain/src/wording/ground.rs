//! What a finding on a text rests on, in words.

use super::context::Context;
use super::rules::weight;
use crate::catalogue::Catalogue;
use crate::catalogue::legal::Citation;
use crate::format;
use crate::requirements::words::sections;
use crate::review::finding::Footing;
use crate::review::rule::Rule;
use crate::text::Bilingual;

/// The sections behind a rule under the act and the regime, and whether they are law, a model, only practice or not known.
pub fn of(rule: Rule, context: &Context, catalogue: &Catalogue) -> (Bilingual, Footing) {
    let phrases = &catalogue.phrases;
    let Some(regime) = context.regime else {
        return (phrases.say("review.legal.undecided"), Footing::Unknown);
    };
    let Some(weight) = weight(rule) else { return (phrases.say("review.legal.none"), Footing::Unknown) };
    let cited = catalogue
        .legal_bases
        .get(&weight.legal_basis)
        .map_or(&[][..], |basis| basis.citations(context.act, regime));
    let Some(strictest) = cited.iter().map(|citation| citation.basis).min() else {
        let (key, footing) = Footing::uncited(weight.practice);
        return (phrases.say(key), footing);
    };
    let cited: Vec<&Citation> = cited.iter().filter(|citation| citation.basis == strictest).collect();
    let all: Vec<Bilingual> = cited.iter().map(|citation| sections(citation, context.act, phrases)).collect();
    let list = Bilingual::each(|language| {
        let said: Vec<String> = all.iter().map(|text| text.of(language).clone()).collect();
        format::list(&said, language)
    });
    if weight.practice {
        return (phrases.fill("review.legal.practice", &[("sections", list)]), Footing::Practice);
    }
    (list, strictest.into())
}
