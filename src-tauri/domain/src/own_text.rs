//! What is found in a text that an officer sees: while it is written, when it is pasted, and in the review.
//!
//! What stands around a sentence decides whether something is found in it: what one duty leaves open another may settle. How
//! grave that is its own line decides alone, so that the same sentence weighs the same wherever it stands.

use std::collections::HashMap;

use crate::catalogue::Catalogue;
use crate::wording::check;
use crate::wording::context::Context;
use crate::wording::finding::{Lines, WordingFinding};

/// What is found in a text, in its order.
pub fn read(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let lines = Lines::of(text);
    let texts: Vec<&str> = text.split('\n').collect();
    let mut alone: HashMap<usize, Vec<WordingFinding>> = HashMap::new();
    let weighed = |finding: WordingFinding| {
        let line = lines.line(finding.span.start);
        let found = alone.entry(line).or_insert_with(|| check(texts[line - 1], context, catalogue));
        let span = lines.within(line, finding.span);
        let same = |other: &&WordingFinding| {
            (other.rule, &other.case) == (finding.rule, &finding.case) && other.span.touches(span)
        };
        match found.iter().find(same) {
            Some(WordingFinding { severity, message, .. }) => {
                WordingFinding { severity: *severity, message: message.clone(), ..finding }
            }
            None => finding,
        }
    };
    check(text, context, catalogue).into_iter().map(weighed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::theme::Placement;
    use crate::review::rule::Rule;
    use crate::review::try_out::CATALOGUE;

    #[test]
    fn a_sentence_weighs_the_same_alone_as_beside_others() {
        let label = "Varorna ska vara märkta med Fairtrade.";
        let beside = [
            "Leverantören ska per besök ta emot upp till åtta personer, ledare inräknade.",
            "Leverantören ska gå igenom skyddsreglerna, gratis låna ut nödvändig skyddsutrustning, visa arbetet och \
             svara på frågor om yrket.",
            "Praktikanterna ska vara bosatta i kommunen.",
        ];
        let context = Context { placement: Some(Placement::ContractTerm), ..Context::default() };
        let weight = |text: &str| {
            let found = read(text, &context, &CATALOGUE);
            let label = found.into_iter().find(|one| one.rule == Rule::LabelWithoutEquivalent).unwrap();
            (label.severity, label.message)
        };
        let alone = weight(label);
        for other in beside {
            assert_eq!(weight(&format!("{label}\n{other}")), alone, "{other}");
            assert_eq!(weight(&format!("{other}\n{label}\n{other}")), alone, "{other}");
        }
        assert_eq!(weight(&format!("{label}\n{}", beside.join("\n"))), alone);
    }
}
