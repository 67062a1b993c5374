//! Award criteria, selection criteria and exclusion grounds. Whoever reads the notice is bound by them, so they stand in
//! full.

use super::builder::{Builder, codes, numbers};
use super::eforms::Term;
use super::{Content, NoticeField, Part};
use crate::assess::Active;
use crate::catalogue::theme::Placement;
use crate::format;
use crate::requirements::values::Origin;
use crate::requirements::wording::{Piece, plain};
use crate::text::{Bilingual, Language};

/// What the program's criteria are about: never price or cost.
const QUALITY: &str = "quality";
/// That criteria or grounds are told in the notice: only then does the form take them (eForms SDK, `fields.json`).
const IN_NOTICE: &str = "epo-notice";

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
            self.in_full(active, Part::Award, Term::Bt540),
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

    /// BT-821, then BT-809 and 750 for each selection criterion.
    pub(super) fn selection_criteria(&self) -> Vec<NoticeField> {
        let found = self.placed(Placement::SelectionCriterion);
        let pair = |active| self.coded(active, Part::Selection, Term::Bt809, Term::Bt750);
        let source = self.source(&found, Part::Selection, Term::Bt821, "selection_source");
        source.into_iter().chain(found.into_iter().flat_map(pair)).collect()
    }

    /// BT-806, then BT-67 for each exclusion ground.
    pub(super) fn exclusion_grounds(&self) -> Vec<NoticeField> {
        let found = self.placed(Placement::ExclusionGround);
        let pair = |active| self.coded(active, Part::Exclusion, Term::Bt67a, Term::Bt67b);
        let source = self.source(&found, Part::Exclusion, Term::Bt806, "exclusion_source");
        source.into_iter().chain(found.into_iter().flat_map(pair)).collect()
    }

    /// That what is found is told in the notice; nothing when nothing is.
    fn source(&self, found: &[&Active], part: Part, term: Term, why: &str) -> Option<NoticeField> {
        let code = || codes(self.code(term, IN_NOTICE, found).into_iter().collect());
        (!found.is_empty()).then(|| self.field(part, term, code(), self.why(why, found)))
    }

    fn coded(&self, active: &Active, part: Part, code: Term, description: Term) -> [NoticeField; 2] {
        let found = codes(self.codes_of(code, &[active]));
        let why = if found == Content::Left { "no_code" } else { "follows" };
        [self.about(active, part, code, found, why), self.in_full(active, part, description)]
    }

    fn about(&self, active: &Active, part: Part, term: Term, content: Content, why: &str) -> NoticeField {
        let of = Some(self.named(active));
        NoticeField { of, ..self.field(part, term, content, self.why(why, &[active])) }
    }

    /// The duties of a requirement, a line each, what the tenderer hands in to show that it meets a selection criterion, and
    /// where its tables stand. One with gaps is not to be copied as it is.
    fn in_full(&self, active: &Active, part: Part, term: Term) -> NoticeField {
        let duties = Bilingual::each(|language| self.duties(active, language));
        let gaps = duties.sv.iter().flatten().any(is_gap);
        let pointer = self.pointer(numbers(&[active]));
        let lines = Bilingual::each(|language| {
            let duties = duties.of(language).iter().map(|duty| plain(duty));
            duties
                .chain(self.shown_by(active, term, language))
                .chain([pointer.of(language).clone()])
                .collect()
        });
        let text = self.lines(term, &lines, &pointer);
        self.about(active, part, term, text, if gaps { "in_full_gaps" } else { "in_full" })
    }

    /// The evidence belongs in the notice beside a selection criterion.
    fn shown_by(&self, active: &Active, term: Term, language: Language) -> Option<String> {
        let evidence = self.said(active, language).filter(|_| term == Term::Bt750)?.evidence_tender();
        let label = self.catalogue.phrases.word("specification.facts.evidence_tender", language);
        Some(format!("{label}: {}", format::lower_first(&evidence)))
    }

    fn duties(&self, active: &Active, language: Language) -> Vec<Vec<Piece>> {
        self.said(active, language).map(|said| said.duties()).unwrap_or_default()
    }
}

fn is_gap(piece: &Piece) -> bool {
    matches!(piece, Piece::Value { origin: Origin::Missing, .. })
}
