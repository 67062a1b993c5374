//! The names in the catalogue.

use crate::name::name;

name! {
    /// An entry of the catalogue, such as `emp-study-visit`. Never used again for something else.
    EntryId
}
name! {
    /// A question, such as `q07`.
    QuestionId
}
name! {
    /// A fact that conditions ask about, such as `labour_risk`.
    FactName
}
name! {
    /// A code among the possible values of a fact or a parameter, such as `yes`.
    Code
}
name! {
    /// A parameter of an entry, such as `visits`.
    ParameterName
}
