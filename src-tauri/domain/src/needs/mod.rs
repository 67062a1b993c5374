//! The needs analysis: questions, answers, and the facts that follow from them.

pub mod answer;
pub mod answer_words;
pub mod facts;
pub mod question_state;
