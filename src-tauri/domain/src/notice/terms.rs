//! OPT-060 and BT-70: the terms of performance, a line each.

use super::builder::{Builder, each_line, number};
use super::eforms::Term;
use super::{NoticeField, Part};
use crate::assess::Active;
use crate::catalogue::theme::{Placement, Theme};
use crate::text::Bilingual;

/// The only code of the field before the terms.
const PERFORMANCE: &str = "performance";

impl Builder<'_> {
    /// All contract terms in one text: the notice has one such field a lot.
    pub(super) fn terms(&self) -> Vec<NoticeField> {
        let terms = self.placed(Placement::ContractTerm);
        if terms.is_empty() {
            return Vec::new();
        }
        // Whoever reads only the notice has to find where the headings stand.
        let pointer = self.pointer(self.sections(&terms));
        let lines: Vec<Bilingual> =
            terms.iter().map(|active| self.term(active)).chain([pointer.clone()]).collect();
        let content = self.lines(Term::Bt70, &each_line(&lines), &pointer);
        vec![
            self.field(
                Part::Terms,
                Term::Opt060,
                self.one_code(Term::Opt060, PERFORMANCE),
                self.say("why.performance"),
            ),
            self.field(Part::Terms, Term::Bt70, content, self.say("why.terms")),
        ]
    }

    /// "K4 Kort rapport på fasta datum.": the heading, so that the notice and the specification name it alike. An entry may
    /// have another name for the notice.
    fn term(&self, active: &Active) -> Bilingual {
        let term = self.words(active, |said| match said.text(&said.words.notice_term) {
            named if named.is_empty() => format!("{}.", said.words.title),
            named => named,
        });
        Bilingual::each(|language| format!("{} {}", number(active), term.of(language)))
    }

    /// The headings under which the terms stand in the specification.
    fn sections(&self, terms: &[&Active]) -> Bilingual {
        let common = terms.iter().any(|active| active.theme == Theme::CommonTerms);
        self.say(if common { "sections.with_common" } else { "sections.terms" })
    }
}
