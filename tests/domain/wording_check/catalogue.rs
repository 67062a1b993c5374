//! The catalogue's own duties go through the check as an officer's do.

use domain::catalogue::entry::Entry;
use domain::procurement::regime::Regime;
use domain::review::finding::Severity;
use domain::text::Language;
use domain::wording::check;
use domain::wording::context::Context;

use crate::support::SHIPPED;

/// All that an entry says the supplier must do, as one text: a duty may rest on another.
fn text(entry: &Entry, language: Language) -> String {
    let words = entry.text.of(language);
    words.duties.iter().map(|duty| duty.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn grave(entry: &Entry, language: Language) -> Vec<String> {
    let context = Context {
        placement: Some(entry.rules.placement),
        regime: Some(Regime::DirectiveGoverned),
        ..Context::default()
    };
    let found = check(&text(entry, language), &context, &SHIPPED);
    let exempt = |code: &str| entry.rules.lint_exempt.iter().any(|exempt| exempt.rule == code);
    let grave = found.into_iter().filter(|f| f.severity != Severity::Info && !exempt(f.rule.code()));
    let chars: Vec<char> = text(entry, language).chars().collect();
    let words = |start: usize, end: usize| chars[start..end].iter().collect::<String>();
    grave.map(|f| format!("{} {}: {}", entry.id, f.rule.code(), words(f.span.start, f.span.end))).collect()
}

#[test]
fn no_duty_of_the_catalogue_has_a_trap() {
    for language in [Language::Sv, Language::En] {
        let found: Vec<String> = SHIPPED.entries.values().flat_map(|entry| grave(entry, language)).collect();
        assert_eq!(found, [""; 0], "{language:?}");
    }
}

#[test]
fn an_exemption_has_a_reason_and_is_needed() {
    for entry in SHIPPED.entries.values() {
        for exempt in &entry.rules.lint_exempt {
            assert!(exempt.why.chars().count() > 20, "{}: {}", entry.id, exempt.rule);
        }
    }
}
