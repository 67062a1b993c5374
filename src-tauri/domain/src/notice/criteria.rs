//! Award criteria, selection criteria and exclusion grounds. Whoever reads the notice is bound by them, so they stand in
//! full.

use super::builder::{Builder, codes, numbers};
use super::eforms::Term;
use super::{Content, NoticeField, Part};
use crate::assess::Active;
use crate::catalogue::theme::Placement;
use crate::requirements::wording;
use crate::text::Bilingual;

/// What the program's criteria are about: never price or cost.
const QUALITY: &str = "quality";

impl Builder<'_> {
    /// BT-539, 734, 540, 541 and 5421 for each award criterion.
    pub(super) fn award_criteria(&self) -> Vec<NoticeField> {
        self.placed(Placement::AwardCriterion).into_iter().flat_map(|active| self.award(active)).collect()
    }

    fn award(&self, active: &Active) -> Vec<NoticeField> {
        let of = |term, content, why: &str| self.about(active, Part::Award, term, content, why);
        let name = self.words(active, |said| said.words.title.clone());
        let name = self.running(Term::Bt734, &name, &self.pointer(numbers(&[active])));
        let mut fields = vec![
            of(Term::Bt539, self.one_code(Term::Bt539, QUALITY), "quality"),
            of(Term::Bt734, name, "name"),
            of(Term::Bt540, self.in_full(Term::Bt540, active), "in_full"),
        ];
        match self.weight(active) {
            Some(weight) => fields.extend([
                of(Term::Bt541, Content::Number(weight), "weight"),
                of(Term::Bt5421, codes(self.codes_of(Term::Bt5421, &[active])), "kind_of_weight"),
            ]),
            None => fields.push(of(Term::Bt541, Content::Left, "no_weight")),
        }
        fields
    }

    fn weight(&self, active: &Active) -> Option<f64> {
        let parameter = self.entry(active)?.rules.in_notice.weight.as_ref()?;
        active.values.get(parameter)?.value.as_ref()?.as_number()
    }

    /// BT-809 and 750 for each selection criterion.
    pub(super) fn selection_criteria(&self) -> Vec<NoticeField> {
        let found = self.placed(Placement::SelectionCriterion);
        let pair = |active| self.coded(active, Part::Selection, Term::Bt809, Term::Bt750);
        found.into_iter().flat_map(pair).collect()
    }

    /// BT-67 for each exclusion ground.
    pub(super) fn exclusion_grounds(&self) -> Vec<NoticeField> {
        let found = self.placed(Placement::ExclusionGround);
        let pair = |active| self.coded(active, Part::Exclusion, Term::Bt67a, Term::Bt67b);
        found.into_iter().flat_map(pair).collect()
    }

    fn coded(&self, active: &Active, part: Part, code: Term, description: Term) -> [NoticeField; 2] {
        let found = codes(self.codes_of(code, &[active]));
        let why = if found == Content::Left { "no_code" } else { "follows" };
        let text = self.in_full(description, active);
        [self.about(active, part, code, found, why), self.about(active, part, description, text, "in_full")]
    }

    fn about(&self, active: &Active, part: Part, term: Term, content: Content, why: &str) -> NoticeField {
        let of = Some(self.named(active));
        NoticeField { of, ..self.field(part, term, content, self.why(why, &[active])) }
    }

    /// The duties of a requirement, a line each.
    fn in_full(&self, term: Term, active: &Active) -> Content {
        let duties = Bilingual::each(|language| {
            let said = self.said(active, language).map(|said| said.duties()).unwrap_or_default();
            said.iter().map(|pieces| wording::plain(pieces)).collect()
        });
        self.lines(term, &duties, &self.pointer(numbers(&[active])))
    }
}
