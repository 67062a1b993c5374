//! R24. Exclusion without a hearing, or on grounds that the buyer cannot show. Below the threshold it is always "får".

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::procurement::regime::Regime;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when a supplier is out by itself.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(out) = excluded(sentence, scene) else { continue };
        let whole = scene.context.regime == Some(Regime::DirectiveGoverned);
        let crime = sentence.has(Concept::MandatoryCrime) && sentence.has(Concept::Convicted);
        let heard = scene.reading.has_near(sentence, &[Concept::Heard]) || sentence.has(Concept::MayExclude);
        let strict = sentence
            .any(&[Concept::Automatic, Concept::Remark, Concept::Must])
            .any(|strict| !sentence.is_denied(strict));
        let by_law = crime && whole && !sentence.has(Concept::Automatic);
        if !by_law && !heard && (strict || scene.is(Placement::ExclusionGround)) {
            let case = if whole { "automatic" } else { "automatic_below" };
            let draft = scene.found(Rule::AutomaticExclusion, case, sentence, out);
            let labour = sentence.has(Concept::LabourLaw);
            found.push(draft.over(sentence.whole()).model_where(labour, sentence));
        }
    }
}

/// A supplier is put out; a tender that lacks something is another thing.
fn excluded(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let shut =
        sentence.all(Concept::ShutOut).find(|out| sentence.is_own(*out) && !sentence.is_condition(*out));
    let out = sentence.all(Concept::ExcludeWord).find(|out| {
        sentence.holds(*out) || scene.is(Placement::ExclusionGround) && !sentence.is_denied(*out)
    });
    let out = out.or(shut.filter(|_| scene.is(Placement::ExclusionGround)))?;
    let supplier =
        sentence.has_any(&[Concept::Supplier, Concept::Remark, Concept::Subcontractor, Concept::Whom]);
    let tender = sentence.clause(out).subject == Some(Concept::Tender) && !sentence.has(Concept::Remark);
    let exclusion = scene.is(Placement::ExclusionGround);
    ((supplier || exclusion && sentence.has(Concept::Tender))
        && (!tender || exclusion)
        && !sentence.has(Concept::LowTender))
    .then_some(out)
}
