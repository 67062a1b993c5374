//! R02. The company as a whole: policies, boards, gifts and profits have no link to what is bought.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What tells how far a demand reaches.
const REACH: [Concept; 3] = [Concept::WholeCompany, Concept::Outside, Concept::Policy];

/// What is found when a demand reaches beyond the contract.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if scene.is(Placement::ReservedParticipation) {
        return;
    }
    for sentence in scene.statements() {
        if let Some(mention) = policy(sentence).or_else(|| whole_company(sentence)) {
            found.push(
                scene
                    .found(Rule::CompanyPolicy, "company", sentence, mention)
                    .covering(sentence, &REACH)
                    .model_where(sentence.has(Concept::EqualTreatment), sentence),
            );
        } else if let Some(mention) = matter(sentence) {
            let draft = scene.found(Rule::CompanyPolicy, "matter", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::CompanyMatter]));
        }
    }
}

fn policy(sentence: &Sentence) -> Option<Mention> {
    // "Vi söker leverantörer som har en policy": the buyer only seeks.
    let sought = sentence.has(Concept::Sought) && sentence.has(Concept::Supplier);
    let bound = sentence.has(Concept::Link) || sentence.has(Concept::Buyer) && !sought;
    sentence.first_holding(&[Concept::Policy]).filter(|_| !bound && is_suppliers(sentence))
}

fn whole_company(sentence: &Sentence) -> Option<Mention> {
    let whole = sentence.first_holding(&[Concept::WholeCompany])?;
    let linked = sentence.all(Concept::Link).any(|link| link.from >= whole.from && whole.distance(link) <= 4);
    // "alla anställda som arbetar i …" are some of them.
    let linked = linked || sentence.all(Concept::RelativeWord).any(|that| that.from == whole.to);
    let outside = sentence.has(Concept::Outside);
    ((!linked || outside) && is_suppliers(sentence) && !sentence.is_allowed(whole)).then_some(whole)
}

fn matter(sentence: &Sentence) -> Option<Mention> {
    sentence
        .any(&[Concept::CompanyMatter])
        .find(|matter| sentence.holds(*matter) || sentence.is_own(*matter) && sentence.is_barred(*matter))
        .filter(|matter| is_suppliers(sentence) && !sentence.is_allowed(*matter))
}

/// The supplier is meant, or nobody is named; the buyer's own house is not the supplier's.
fn is_suppliers(sentence: &Sentence) -> bool {
    let supplier = sentence.has_any(&[Concept::Supplier, Concept::Tender]);
    supplier || !sentence.has_any(&[Concept::Buyer, Concept::Users])
}
