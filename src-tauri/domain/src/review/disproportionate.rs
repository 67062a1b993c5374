//! R12. The number of places is large for the contract.
//!
//! The weighted hours of all places are measured against the hours of work in the contract. Above 5 per cent is said,
//! above 7.5 warned about, above 10 stopped until a reason is written. The limits are a synthesis of practice, not
//! law; what the law demands is proportionality: 4 kap. 1 § LOU with 19 kap. 2 § and 19 a kap. 8 § below the thresholds.

use super::{Finding, Rule, Severity, View};
use crate::catalogue::legal::Basis;
use crate::format;
use crate::text::Bilingual;

/// The share of the hours above which a reason is asked for. Own synthesis of practice.
pub const MOST: f64 = 0.10;

/// What is found when the share of the hours is too large, or the answered headcount does not fit the value.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    large_share(view).into_iter().chain(odd_headcount(view)).collect()
}

fn large_share(view: &View<'_>) -> Option<Finding> {
    let share: f64 =
        view.active.iter().filter_map(|active| active.quantity).map(|quantity| quantity.share).sum();
    let slot = ("share", Bilingual::each(|language| format::percent(share, language)));
    Some(finding(view, severity(share)?, "share", slot))
}

fn odd_headcount(view: &View<'_>) -> Option<Finding> {
    let capacity =
        view.capacity.filter(|capacity| capacity.headcount.deviates() && !view.active.is_empty())?;
    let persons = Bilingual::each(|language| format::decimal(capacity.headcount.calculated, 1, language));
    Some(finding(view, Severity::Warning, "headcount", ("persons", persons)))
}

/// Exactly ten per cent is a warning; the tolerance is for the arithmetic only.
fn severity(share: f64) -> Option<Severity> {
    match share - 1e-9 {
        s if s > MOST => Some(Severity::Stop),
        s if s > 0.075 => Some(Severity::Warning),
        s if s > 0.05 => Some(Severity::Info),
        _ => None,
    }
}

fn finding(view: &View<'_>, severity: Severity, what: &str, slot: (&str, Bilingual)) -> Finding {
    let phrases = &view.catalogue.phrases;
    let slots = [slot];
    let say = |part: &str| phrases.fill(&format!("program.rules.r12.{what}.{part}"), &slots);
    Finding {
        rule: Rule::Disproportionate,
        severity,
        entry: None,
        message: say("message"),
        remedy: say("remedy"),
        legal_basis: phrases.say("program.rules.r12.legal_basis"),
        basis: Basis::Law,
        overridden: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_count_as_reached_only_when_passed() {
        assert_eq!(severity(0.05), None);
        assert_eq!(severity(0.0509), Some(Severity::Info));
        assert_eq!(severity(0.075), Some(Severity::Info));
        assert_eq!(severity(0.0751), Some(Severity::Warning));
        assert_eq!(severity(0.10), Some(Severity::Warning));
        assert_eq!(severity(0.1018), Some(Severity::Stop));
    }
}
