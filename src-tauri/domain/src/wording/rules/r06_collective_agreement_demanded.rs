//! R06. A demand to be bound by a collective agreement. Terms as in an agreement may be demanded; the bond may not.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when the supplier has to have an agreement.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = demanded(sentence) {
            let draft = scene.found(Rule::CollectiveAgreementDemanded, "agreement", sentence, mention);
            found.push(draft.model(sentence).plainly(mention.concept == Concept::EmployersMember));
        }
    }
}

fn demanded(sentence: &Sentence) -> Option<Mention> {
    if let Some(twice) =
        sentence.all(Concept::Agreement).find(|agreement| sentence.is_demanded_twice(*agreement))
    {
        return Some(twice);
    }
    let member = sentence.first_holding(&[Concept::EmployersMember]);
    let bound = member
        .or_else(|| sentence.first_holding(&[Concept::AgreementBond]))
        .or_else(|| sentence.all(Concept::Agreement).find_map(|agreement| bound_by(sentence, agreement)));
    bound.filter(|mention| {
        let clause = sentence.clause(*mention);
        let owner =
            |at: usize| matches!(sentence.word(at), "kommunens" | "regionens" | "beställarens" | "stadens");
        let others = matches!(clause.subject, Some(Concept::Buyer | Concept::Agency))
            || sentence.is_allowed(*mention) && !sentence.has(Concept::Only)
            || (mention.from.saturating_sub(4)..mention.from).any(owner);
        let relief = sentence.has_any(&[Concept::Deemed, Concept::AcceptedProof])
            && clause.kind != crate::wording::reading::ClauseKind::Main;
        !others && !relief && !sentence.has(Concept::Aim)
    })
}

/// The agreement itself is to be had, not the terms in it.
fn bound_by(sentence: &Sentence, agreement: Mention) -> Option<Mention> {
    let bond = sentence.all(Concept::BoundBy).filter(|bond| bond.distance(agreement) <= 6);
    // "avtalets lägstalön" is what stands in it.
    if sentence.word(agreement.to - 1).ends_with("ets") {
        return None;
    }
    let bond = bond.min_by_key(|bond| bond.distance(agreement))?;
    let terms = sentence.all(Concept::TermsOf).any(|terms| {
        let between = terms.from >= bond.to && terms.to <= agreement.from;
        between || terms.to == agreement.from || terms.from == agreement.to
    });
    let like =
        sentence.all(Concept::LikeAgreement).any(|like| like.to > agreement.from && like.from < agreement.to);
    let whole = Mention { from: bond.from.min(agreement.from), to: bond.to.max(agreement.to), ..agreement };
    (!terms && !like && sentence.holds(agreement) && sentence.holds(bond)).then_some(whole)
}
