//! Findings in words: phrases of the catalogue, by the code of the rule and the case.

use super::context::Context;
use super::finding::{Replacement, WordingFinding};
use super::ground;
use super::rules::{Draft, Instead};
use crate::catalogue::Catalogue;
use crate::review::finding::Case;
use crate::text::Bilingual;

/// The finding in words.
pub fn say(draft: Draft, context: &Context, catalogue: &Catalogue) -> WordingFinding {
    let key = format!("wording.{}.{}", draft.rule.code().to_lowercase(), draft.case);
    let phrase = |part: &str| catalogue.phrases.say(&format!("{key}.{part}"));
    let (legal_basis, basis) = ground::of(draft.rule, context, catalogue);
    let replacement = draft.replacement.map(|instead| match instead {
        Instead::Words(replacement) => replacement,
        Instead::Model(span) => Replacement { span, text: phrase("model").sv },
    });
    WordingFinding {
        rule: draft.rule,
        case: Case::from(draft.case),
        severity: draft.severity,
        span: draft.span,
        message: if draft.perhaps { perhaps(phrase("message"), catalogue) } else { phrase("message") },
        remedy: phrase("remedy"),
        replacement,
        legal_basis,
        basis,
    }
}

/// What only was learned, or what it speaks against, is said with less certainty.
fn perhaps(message: Bilingual, catalogue: &Catalogue) -> Bilingual {
    catalogue.phrases.fill("wording.learned.perhaps", &[("message", message)])
}
