//! Days as people write them, and as they are kept: 2027-04-01.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::text::Bilingual;

/// The years of a procurement's days and of what is looked up for it: another is a slip of the hand, such as 0027. Own
/// judgement.
pub(crate) const LIKELY_YEARS: RangeInclusive<i16> = 2000..=2100;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// Whether a day is in one of those years.
pub(crate) fn is_likely(day: Date) -> bool {
    LIKELY_YEARS.contains(&day.year())
}

/// The day that "2027-04-01", "1/4 2027", "1.4.2027", "1 april 2027" or "2027-04-01 00:00:00" is.
#[must_use]
pub fn read(written: &str) -> Option<Date> {
    let written = written.trim();
    written.parse().ok().or_else(|| {
        let parts: Vec<&str> = written.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
        let [first, month, last] = parts[..] else { return None };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        Date::new(year, number_of(month)?, day.parse().ok()?).ok()
    })
}

/// 4, 04, apr and april are the fourth month.
fn number_of(month: &str) -> Option<i8> {
    let named = || {
        let name = month.to_lowercase();
        let at = MONTHS.iter().position(|short| name.starts_with(short))?;
        i8::try_from(at + 1).ok()
    };
    month.parse().ok().or_else(named)
}

/// The day of a text that is kept: a day of a likely year, written as it is kept, so that what is printed is what was read.
///
/// # Errors
/// When it is none: says how one is written.
pub(crate) fn kept(text: &str) -> Result<Date, Bilingual> {
    let day = text.parse().ok().filter(|day: &Date| day.to_string() == text && is_likely(*day));
    day.ok_or_else(|| {
        let (first, last) = (LIKELY_YEARS.start(), LIKELY_YEARS.end());
        Bilingual::new(
            format!("”{text}” är inget datum från {first} till {last}, skriv till exempel 2027-04-01"),
            format!("“{text}” is no date from {first} to {last}, write for instance 2027-04-01"),
        )
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for written in [
            "2027-04-01",
            "20270401",
            "2027-4-1",
            " 2027-04-01 00:00:00",
            "2027-04-01T12:30",
            "1/4 2027",
            "1/4-2027",
            "01.04.2027",
            "1 april 2027",
            "1 apr. 2027",
            "1 APRIL 2027",
        ] {
            assert_eq!(read(written), Some(date(2027, 4, 1)), "{written}");
        }
        for written in
            ["", "2027-04", "april 2027", "31/2 2027", "4/1/27", "1 fika 2027", "1 2 3 2027", "47603"]
        {
            assert_eq!(read(written), None, "{written}");
        }
    }

    #[test]
    fn only_what_is_written_as_it_is_kept_is_kept() {
        assert_eq!(kept("2030-04-30").unwrap(), date(2030, 4, 30));
        for text in [
            "20300430",
            "2030-04-30 00:00:00",
            "2030-04-30T12",
            "2030-04-30[Europe/Stockholm]",
            "1930-04-30",
            "",
        ] {
            assert!(kept(text).is_err(), "{text}");
        }
    }
}
