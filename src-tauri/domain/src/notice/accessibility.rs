//! BT-754 and BT-755: whether the technical specifications were set with accessibility in mind, and if not, why.

use super::builder::{Builder, numbers};
use super::eforms::Term;
use super::{Content, NoticeField, Part, builder};
use crate::assess::Active;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{Code, FactName};
use crate::catalogue::parameter::ParameterValue;
use crate::needs::answer_words;
use crate::text::Bilingual;

/// Criteria are included.
const INCLUDED: &str = "inc";
/// Not included: no person uses what is bought.
const NOT_USED: &str = "n-inc";
/// Not included, for a reason that is given.
const JUSTIFIED: &str = "n-inc-just";

/// The values that say which functions everyone shall be able to use.
const FUNCTIONS: &str = "functions";
/// Sizes and fit: for bodies of every length and shape, which is no disability.
const FIT: &str = "fit";

impl Builder<'_> {
    /// What stands in the specifications comes before what was answered: the notice tells what is demanded.
    pub(super) fn accessibility(&self) -> Vec<NoticeField> {
        let specify =
            |active: &&Active| self.entry(active).is_some_and(Entry::is_accessibility_specification);
        let specified: Vec<&Active> = self.active.iter().copied().filter(specify).collect();
        let facts = &self.assessment.facts;
        let users: Vec<&str> = facts.codes("users").map(Code::as_str).collect();
        let field = |content, why| self.field(Part::Accessibility, Term::Bt754, content, why);
        if !specified.is_empty() && specified.iter().copied().all(is_about_fit) {
            return vec![field(
                Content::Left,
                self.fill("why.fit", &[("requirements", numbers(&specified))]),
            )];
        }
        if !specified.is_empty() {
            let codes = self.code(Term::Bt754, INCLUDED, &specified).into_iter().collect();
            return vec![field(builder::codes(codes), self.why("accessible", &specified))];
        }
        if users.contains(&"nobody") {
            return vec![field(self.one_code(Term::Bt754, NOT_USED), self.say("why.nobody"))];
        }
        if facts.code("special_reasons") == Some("yes") {
            let code = field(self.one_code(Term::Bt754, JUSTIFIED), self.say("why.special_reasons"));
            return vec![code, self.justification()];
        }
        let why = if users.is_empty() { "why.users_unknown" } else { "why.not_specified" };
        vec![field(Content::Left, self.say(why))]
    }

    /// The officer's own reason, as it was written.
    fn justification(&self) -> NoticeField {
        let field = |content, why| self.field(Part::Accessibility, Term::Bt755, content, self.say(why));
        let Some(reason) = self.reason_for(&"special_reasons".into()) else {
            return field(Content::Left, "why.no_justification");
        };
        let reason = Bilingual::new(reason, reason);
        let content = self.running(Term::Bt755, &reason, &self.say("pointer_documents"));
        field(content, "why.justification")
    }

    /// The reason that was written beside the answer that gave a fact.
    fn reason_for(&self, fact: &FactName) -> Option<&str> {
        let question = self.catalogue.questions.get(self.assessment.facts.source(fact)?)?;
        answer_words::reason(self.project.answers.get(&question.id)?, question)
    }
}

/// Whether a requirement asks for sizes and fit, and for nothing else.
fn is_about_fit(active: &Active) -> bool {
    let functions = active.values.get(FUNCTIONS).and_then(|functions| functions.value.as_ref());
    matches!(functions, Some(ParameterValue::List(codes)) if !codes.is_empty() && codes.iter().all(|code| code == FIT))
}
