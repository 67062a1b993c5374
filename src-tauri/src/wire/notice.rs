//! The fields of the notice, each as it is pasted into the form.

use domain::format;
use domain::notice::{self, Content, Lot, NoticeField};
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

/// A field of the notice that has something to paste.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeFieldView {
    /// "Alla delar"; nothing where the fields hold for the whole procurement.
    pub lot: Option<String>,
    /// "BT-775"
    pub term: String,
    /// The official name of the field, and the requirement that it is about.
    pub label: String,
    /// What is pasted: a text, a number, or codes, one a line.
    pub text: String,
    /// The official names of the codes, each with its code: "Främjande av social hållbarhet (soc-obj)". None where no code is pasted.
    pub codes: Vec<String>,
}

impl NoticeFieldView {
    /// All fields that the program can fill, in the order of the form and the language of the speaker.
    pub fn all(speaker: Speaker<'_>) -> Vec<Self> {
        let notice = notice::fields(speaker.project, speaker.assessment);
        let several = notice.lots.len() > 1;
        let lots = notice.lots.iter().flat_map(|lot| lot.fields.iter().map(|field| (Some(&lot.lot), field)));
        let fields = lots.chain(notice.procedure.iter().map(|field| (None, field)));
        fields.filter_map(|(lot, field)| Self::of(lot.filter(|_| several), field, speaker)).collect()
    }

    fn of(lot: Option<&Lot>, field: &NoticeField, speaker: Speaker<'_>) -> Option<Self> {
        let label = field.label.of(speaker.language);
        let of = field.of.as_ref().map(|of| format!(" ({})", of.of(speaker.language)));
        Some(Self {
            lot: lot.map(|lot| lot.name(speaker)),
            term: field.term.to_string(),
            label: format!("{label}{}", of.unwrap_or_default()),
            text: pasted(&field.content, speaker)?,
            codes: codes(&field.content, speaker),
        })
    }
}

fn codes(content: &Content, speaker: Speaker<'_>) -> Vec<String> {
    let Content::Codes(codes) = content else { return Vec::new() };
    codes
        .iter()
        .map(|code| format!("{} ({})", code.item.label.of(speaker.language), code.item.code))
        .collect()
}

fn pasted(content: &Content, speaker: Speaker<'_>) -> Option<String> {
    match content {
        Content::Codes(codes) => {
            Some(codes.iter().map(|code| code.item.code.as_str()).collect::<Vec<_>>().join("\n"))
        }
        Content::Text(text) => Some(text.of(speaker.language).text()),
        Content::Number(number) => Some(format::decimal(*number, 1, speaker.language)),
        Content::Left => None,
    }
}
