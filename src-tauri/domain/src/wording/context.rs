//! What a text is for. The same words are right in one place and wrong in another.

use crate::catalogue::theme::Placement;
use crate::procurement::amount::{Months, Sek};
use crate::procurement::cpv::CpvCode;
use crate::procurement::regime::Regime;
use crate::procurement::{Act, ContractNature, Procurement};

/// What is known of where a text stands. What is not known turns no rule on.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Kriterietyp.
    pub placement: Option<Placement>,
    /// The act.
    pub act: Act,
    /// The regime.
    pub regime: Option<Regime>,
    /// What is bought.
    pub nature: Option<ContractNature>,
    /// How long the contract is.
    pub months: Option<Months>,
    /// What it is worth.
    pub value: Option<Sek>,
    /// The codes of what is bought.
    pub cpv: Vec<CpvCode>,
}

impl Context {
    /// A text in a procurement, of a kriterietyp when that is known.
    pub fn of(procurement: &Procurement, regime: Option<Regime>, placement: Option<Placement>) -> Self {
        Self {
            placement,
            act: procurement.act,
            regime,
            nature: procurement.nature,
            months: procurement.months,
            value: procurement.value_sek,
            cpv: procurement.cpv.clone(),
        }
    }

    /// Whether the text is of this kriterietyp.
    pub fn is(&self, placement: Placement) -> bool {
        self.placement == Some(placement)
    }
}
