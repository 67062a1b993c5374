//! Requirements: what is recommended and why, what is chosen, with which values and words.

pub mod block;
pub mod blocked;
pub mod calculation;
pub mod custom;
pub mod decision;
pub mod misfit;
pub mod neighbour;
pub mod outlook;
pub mod own_wording;
pub(crate) mod placeholder;
pub mod proportionality;
pub mod quantity;
pub mod recommend;
pub mod requirement;
mod selection;
pub(crate) mod share;
mod table;
pub mod typed;
pub mod values;
pub mod wording;
pub mod words;
