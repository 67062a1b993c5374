//! Task 5, Uppföljning: when what stands is checked, and what the plan for that still lacks.

pub mod hours;
pub mod left;
pub mod planned;
pub mod sanctions;
pub mod schedule;
mod working_day;
