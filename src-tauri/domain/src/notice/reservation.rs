//! BT-71 and BT-736: whether participation or execution is reserved. Kinds that have no code are told in BT-300.

use super::builder::{Builder, codes, each_line, numbers};
use super::eforms::Term;
use super::{ChosenCode, Content, NoticeField, Part};
use crate::assess::Active;
use crate::catalogue::theme::Placement;

impl Builder<'_> {
    pub(super) fn reservation(&self) -> Vec<NoticeField> {
        let reserved = self.placed(Placement::ReservedParticipation);
        let participation = self.codes_of(Term::Bt71, &reserved);
        let execution = self.codes_of(Term::Bt736, &reserved);
        let coded = |active: &Active| from(&participation, active) || from(&execution, active);
        let uncoded: Vec<&Active> = reserved.iter().copied().filter(|active| !coded(active)).collect();
        let mut fields = vec![
            self.participation(participation, &uncoded),
            self.reserved(Term::Bt736, execution, "no", "why.no_programme"),
        ];
        fields.extend((!uncoded.is_empty()).then(|| self.told(&uncoded)));
        fields
    }

    /// That participation is not reserved is never said of one that is.
    fn participation(&self, participation: Vec<ChosenCode>, uncoded: &[&Active]) -> NoticeField {
        if participation.is_empty() && !uncoded.is_empty() {
            let why = self.why("no_reservation_code", uncoded);
            return self.field(Part::Reservation, Term::Bt71, Content::Left, why);
        }
        self.reserved(Term::Bt71, participation, "none", "why.not_reserved")
    }

    fn reserved(&self, term: Term, found: Vec<ChosenCode>, otherwise: &str, why_not: &str) -> NoticeField {
        if found.is_empty() {
            let content = self.one_code(term, otherwise);
            return self.field(Part::Reservation, term, content, self.say(why_not));
        }
        let of: Vec<&Active> = self.active.iter().copied().filter(|active| from(&found, active)).collect();
        self.field(Part::Reservation, term, codes(found), self.why("follows", &of))
    }

    fn told(&self, uncoded: &[&Active]) -> NoticeField {
        let aims: Vec<_> = uncoded.iter().map(|active| self.aim(active)).collect();
        let pointer = self.pointer(numbers(uncoded));
        let content = self.lines(Term::Bt300, &each_line(&aims), &pointer);
        self.field(Part::Reservation, Term::Bt300, content, self.why("told", uncoded))
    }
}

fn from(codes: &[ChosenCode], active: &Active) -> bool {
    codes.iter().any(|code| code.from.contains(&active.number))
}
