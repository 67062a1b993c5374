//! The authority's logo, as a picture that the pages share.

use lopdf::{Dictionary, Stream, dictionary};
use printpdf::{CurTransMat, Op, Point, XObjectId, XObjectTransform};

use super::{Error, File};
use crate::logo::Logo;

const NAME: &str = "Logo";

/// Draws it with its lower left corner at a point, so wide and so high.
pub fn draw(corner: Point, width: f32, height: f32) -> [Op; 4] {
    let placed = CurTransMat::Raw([width, 0.0, 0.0, height, corner.x.0, corner.y.0]);
    // A picture is a square of one by one until it is placed.
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    [
        Op::SaveGraphicsState,
        Op::SetTransformationMatrix { matrix: placed },
        Op::UseXobject { id: XObjectId(NAME.to_owned()), transform },
        Op::RestoreGraphicsState,
    ]
}

/// Adds the picture to what the pages can draw.
pub fn add(file: &mut File, logo: &Logo) -> Result<(), Error> {
    let (width, height) = logo.dots();
    let stored = dictionary! {
        "Predictor" => 15,
        "Colors" => 3,
        "BitsPerComponent" => 8,
        "Columns" => i64::from(width),
    };
    let picture = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8,
        "Filter" => "FlateDecode",
        "DecodeParms" => stored,
    };
    let picture = file.add(Stream::new(picture, logo.packed()).with_compression(false));
    pictures(file)?.set(NAME, picture);
    Ok(())
}

/// The pictures that all pages can draw.
fn pictures(file: &mut File) -> Result<&mut Dictionary, Error> {
    let resources = file.page(0)?.get(b"Resources")?.as_reference()?;
    let pictures = file.pdf.get_dictionary(resources)?.get(b"XObject")?.as_reference()?;
    Ok(file.pdf.get_dictionary_mut(pictures)?)
}
