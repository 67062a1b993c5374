//! What a tenderer fills in: asked for by name, heard in the document's language, and read back by a library that is not
//! ours.

use crate::support;
use crate::support::read::read;
use documents::{pdf, text};

#[test]
fn a_form_is_read_with_each_place_to_fill_in_beside_what_is_asked() {
    insta::assert_snapshot!(read(&pdf::render(&support::form()).unwrap()).structure().outline());
}

#[test]
fn a_form_pastes_with_boxes_to_tick_and_nothing_where_a_text_goes() {
    insta::assert_snapshot!(text::render(&support::form()));
}
