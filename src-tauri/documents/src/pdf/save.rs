//! The finished file. What it consists of is written once and let go of.
//!
//! A long document has tens of thousands of structure elements. lopdf would keep all of them until it saves, and then copy them.
//! Here a hundred at a time become bytes, and lopdf says how each is written.

use super::structure::number;
use super::{Error, pack};
use lopdf::{Dictionary, Object, ObjectId, ObjectStream, Stream, dictionary};
use std::collections::BTreeMap;
use std::io::Write;

/// So many objects in a stream: a reader unpacks a whole one to get at one of them.
const TOGETHER: usize = 100;

/// Objects that share streams.
pub struct Together {
    waiting: ObjectStream,
    packed: Vec<Packed>,
}

/// A stream of objects, with their numbers in order.
struct Packed {
    numbers: Vec<u32>,
    stream: Stream,
}

impl Default for Together {
    fn default() -> Self {
        Self { waiting: room(TOGETHER), packed: Vec::new() }
    }
}

fn room(objects: usize) -> ObjectStream {
    ObjectStream::builder().max_objects(objects).build()
}

impl Together {
    /// Takes an object that is ready.
    pub fn add(&mut self, id: ObjectId, object: impl Into<Object>) -> Result<(), Error> {
        self.waiting.add_object(id, object.into())?;
        if self.waiting.object_count() == TOGETHER { self.pack() } else { Ok(()) }
    }

    fn pack(&mut self) -> Result<(), Error> {
        let full = std::mem::replace(&mut self.waiting, room(TOGETHER));
        let numbers: Vec<u32> = full.objects.keys().map(|(number, _)| *number).collect();
        if numbers.is_empty() {
            return Ok(());
        }
        let content = full.build_stream_content()?;
        let head = dictionary! {
            "Type" => "ObjStm",
            "N" => number(numbers.len()),
            "First" => number(start_of_objects(&content, numbers.len())),
        };
        let mut stream = Stream::new(head, content);
        pack(&mut stream)?;
        self.packed.push(Packed { numbers, stream });
        Ok(())
    }
}

/// Before the objects stand two figures for each, with a space after every one.
fn start_of_objects(content: &[u8], objects: usize) -> usize {
    let spaces = content.iter().enumerate().filter(|(_, byte)| **byte == b' ');
    spaces.map(|(at, _)| at + 1).nth((2 * objects).saturating_sub(1)).unwrap_or_default()
}

/// The whole file, with objects that are ready already.
pub fn save(mut pdf: lopdf::Document, mut together: Together) -> Result<Vec<u8>, Error> {
    let mut file = Written::begin()?;
    for (id, object) in std::mem::take(&mut pdf.objects) {
        match object {
            Object::Stream(mut stream) => {
                pack(&mut stream)?;
                file.stream(id.0, stream)?;
            }
            other => together.add(id, other)?,
        }
    }
    together.pack()?;
    for Packed { numbers, stream } in together.packed {
        let (container, _) = pdf.new_object_id();
        let within =
            numbers.into_iter().zip(0..).map(|(number, index)| (number, Place::Within(container, index)));
        file.places.extend(within);
        file.stream(container, stream)?;
    }
    file.end(pdf)
}

/// Where a reader finds an object.
enum Place {
    /// So many bytes from the beginning.
    At(u32),
    /// In a stream of objects, and where among them.
    Within(u32, u16),
}

/// A file as far as it is written.
struct Written {
    bytes: Vec<u8>,
    places: BTreeMap<u32, Place>,
}

impl Written {
    /// Four bytes that no text has tell whoever transfers the file that it is none.
    fn begin() -> Result<Self, Error> {
        let mut bytes = Vec::new();
        bytes.write_all(b"%PDF-1.7\n%\xbb\xad\xc0\xde\n")?;
        Ok(Self { bytes, places: BTreeMap::new() })
    }

    fn here(&self) -> u32 {
        u32::try_from(self.bytes.len()).unwrap_or(u32::MAX)
    }

    fn stream(&mut self, number: u32, stream: Stream) -> Result<(), Error> {
        self.places.insert(number, Place::At(self.here()));
        writeln!(self.bytes, "{number} 0 obj")?;
        self.bytes.extend(written(stream.dict)?);
        self.bytes.write_all(b"stream\n")?;
        self.bytes.extend(stream.content);
        Ok(self.bytes.write_all(b"\nendstream\nendobj\n")?)
    }

    /// Writes where everything is, as the last object.
    fn end(mut self, mut pdf: lopdf::Document) -> Result<Vec<u8>, Error> {
        let (last, _) = pdf.new_object_id();
        let start = self.here();
        self.places.insert(last, Place::At(start));
        let mut table = Stream::new(pdf.trailer, (0..=last).flat_map(|number| self.row(number)).collect());
        table.dict.set("Type", "XRef");
        table.dict.set("Size", i64::from(last) + 1);
        table.dict.set("W", vec![1.into(), 4.into(), 2.into()]);
        pack(&mut table)?;
        self.stream(last, table)?;
        write!(self.bytes, "startxref\n{start}\n%%EOF")?;
        Ok(self.bytes)
    }

    /// A kind, a place and an index in big-endian figures; a number that nothing has is free.
    fn row(&self, number: u32) -> impl Iterator<Item = u8> + use<> {
        let (kind, place, index) = match self.places.get(&number) {
            Some(Place::At(place)) => (1, *place, 0),
            Some(Place::Within(container, index)) => (2, *container, *index),
            None => (0, 0, u16::MAX),
        };
        [kind].into_iter().chain(place.to_be_bytes()).chain(index.to_be_bytes())
    }
}

/// A dictionary as lopdf writes it: in a stream of its own, after its number and its place.
fn written(dictionary: Dictionary) -> Result<Vec<u8>, Error> {
    let mut alone = room(1);
    alone.add_object((1, 0), Object::Dictionary(dictionary))?;
    let mut content = alone.build_stream_content()?;
    Ok(content.split_off(start_of_objects(&content, 1)))
}
