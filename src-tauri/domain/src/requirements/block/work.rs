//! How many are at work, and how much of the price is work: which answers and facts decide that, and what they would have to
//! be. An answer counts up to a limit that the value sets, so that a higher one does not always help.

use indexmap::IndexSet;

use super::{Found, Role, Said, Tracer, Wish, all_of, asked_as, one_of};
use crate::catalogue::condition::{Condition, Test};
use crate::catalogue::id::{Code, FactName};
use crate::format;
use crate::needs::facts::FactValue;
use crate::number::Number;
use crate::requirements::proportionality::{Capacity, HEADCOUNT_LIMIT, Headcount, share_in};
use crate::requirements::share::Share;
use crate::spot::Spot;
use crate::text::Bilingual;

/// A value that is worked out backwards is rounded up to this, SEK: it is a rule of thumb.
const ROUND: f64 = 100_000.0;

/// So little is lost when a number is written in binary.
const NEARLY: f64 = 1e-9;

impl<'a> Tracer<'a> {
    /// What decides how much work the contract is, or what is missing to work it out.
    pub(super) fn work(&self, name: &FactName, wish: Wish<'a>, depth: usize) -> Vec<Found<'a>> {
        let Some(capacity) = &self.assessment.capacity else { return self.missing_for_work(&wish) };
        match (name.as_str(), &wish) {
            ("labour_share", _) => self.labour_share(&wish, depth),
            ("headcount", Wish::Holds(Condition::Fact(_, Test::AtLeast(persons)))) => {
                self.more_persons(capacity, *persons, wish)
            }
            ("headcount", _) => one_of([self.asked(capacity, wish), vec![self.worth_now(capacity, None)]]),
            _ => vec![self.worth_now(capacity, None)],
        }
    }

    /// For more persons to count. An answer that is large enough need not be another: then the value, or how much of full time
    /// each works, is all that helps.
    fn more_persons(&self, capacity: &Capacity, persons: f64, wish: Wish<'a>) -> Vec<Found<'a>> {
        let headcount = &capacity.headcount;
        let more = self.more_posts(capacity, persons);
        let value: Vec<_> = more.map(|more| self.worth_now(capacity, Some(more))).into_iter().collect();
        match headcount.answered {
            Some(answered) if answered < persons && value.is_empty() => self.asked(capacity, wish),
            Some(answered) => {
                let asked = if answered < persons { self.asked(capacity, wish) } else { Vec::new() };
                all_of([asked, one_of([self.part_time(headcount, persons), value])])
            }
            None if persons <= HEADCOUNT_LIMIT * headcount.calculated => {
                one_of([self.asked(capacity, wish), value])
            }
            None => value,
        }
    }

    /// The question of how many are at work, with the number that is the officer's or what is worked out.
    fn asked(&self, capacity: &Capacity, wish: Wish<'a>) -> Vec<Found<'a>> {
        let Headcount { answered, calculated, .. } = capacity.headcount;
        let key = if answered.is_some() { "persons_answered" } else { "persons" };
        let now =
            self.fill(&format!("window.block.{key}"), &[("n", decimal(answered.unwrap_or(calculated), 1))]);
        let asked = self.assessment.catalogue.asking(&"headcount_answer".into());
        let asked = asked.map(|(question, _)| Found {
            spot: Spot::Question(question.id.clone()),
            said: Said::Told { what: asked_as(question), now },
            missing: false,
            role: Role::Needed,
            wishes: vec![wish],
        });
        asked.into_iter().collect()
    }

    /// Where nobody has said how much of full time each works: how little it would have to be for so many to count.
    fn part_time(&self, headcount: &Headcount, persons: f64) -> Vec<Found<'a>> {
        let Some((question, field)) = self.assessment.catalogue.asking(&"part_of_full_time".into()) else {
            return Vec::new();
        };
        let most = (100.0 * HEADCOUNT_LIMIT * headcount.full_time / persons + NEARLY).floor();
        let least = field.range.map_or(0.0, |[least, _]| least);
        if headcount.part.is_some() || most < least {
            return Vec::new();
        }
        let wish = self.fill("window.block.part", &[("n", decimal(most, 0))]);
        let found = self.question(question, IndexSet::new(), None, 1).into_iter();
        found.map(|one| Found { wishes: vec![Wish::Words(wish.clone())], ..one }).collect()
    }

    /// The value with what it is enough for now.
    fn worth_now(&self, capacity: &Capacity, wanted: Option<Bilingual>) -> Found<'a> {
        let mut value = self.filled_in("value_sek", wanted.map(Wish::Words));
        if let (Said::Told { now, .. }, Some(worth)) = (&mut value.said, self.worth(&capacity.headcount)) {
            *now = self.counted(&capacity.headcount, worth);
        }
        value
    }

    /// How many of an answer count, beside the value that sets the limit.
    fn counted(&self, headcount: &Headcount, worth: Bilingual) -> Bilingual {
        let Some(answered) = headcount.answered.filter(|_| headcount.deviates()) else { return worth };
        let key = if headcount.part.is_some() { "worth_cut_part" } else { "worth_cut" };
        let slots = [
            ("worth", worth),
            ("calculated", decimal(headcount.calculated, 1)),
            ("answered", decimal(answered, 1)),
            ("n", decimal(headcount.used, 1)),
        ];
        self.fill(&format!("window.block.{key}"), &slots)
    }

    /// The value with the posts that it is enough for: of one supplier's share, where it is not the whole.
    fn worth(&self, headcount: &Headcount) -> Option<Bilingual> {
        let p = &self.project.procurement;
        let posts = ("posts", decimal(headcount.full_time, 1));
        let (value, share) = (p.value_sek?.as_f64(), Share::firm(p)?);
        if (share.sek() - value).abs() < 1.0 {
            return Some(self.fill("window.block.worth", &[("value", self.stated("value_sek")?), posts]));
        }
        let share = share.words(p, &self.assessment.catalogue.phrases);
        let slots = [("value", self.stated("value_sek")?), ("share", share), posts];
        Some(self.fill("window.block.worth_share", &slots))
    }

    /// What the value would have to be enough for, where it is what keeps so many persons from counting: the value itself,
    /// where all of it is one supplier's firm period.
    fn more_posts(&self, capacity: &Capacity, persons: f64) -> Option<Bilingual> {
        let headcount = &capacity.headcount;
        let (full_time, posts) = (headcount.full_time, headcount.posts_for(persons));
        if full_time >= posts {
            return None;
        }
        let counted = headcount.answered.is_some_and(|answered| answered >= persons);
        let value = self.project.procurement.value_sek?.as_f64();
        let key = match full_time <= 0.0 || (capacity.value_per_supplier - value).abs() >= 1.0 {
            true if counted => "counted_more_posts",
            true => "more_posts",
            false if counted => "counted_wanted",
            false => "worth_wanted",
        };
        let needed = (value * posts / full_time / ROUND).ceil() * ROUND;
        let slots = [
            ("n", decimal(persons, 1)),
            ("posts", decimal(posts, 1)),
            ("value", Bilingual::each(|language| format::money(needed, language))),
        ];
        Some(self.fill(&format!("window.block.{key}"), &slots))
    }

    /// How much of the price is work is answered in bands.
    fn labour_share(&self, wish: &Wish<'a>, depth: usize) -> Vec<Found<'a>> {
        let (leaf, wanted) = match *wish {
            Wish::Holds(leaf) => (leaf, true),
            Wish::HoldsNot(leaf) => (leaf, false),
            Wish::Answers(_) | Wish::Words(_) => return Vec::new(),
        };
        let Condition::Fact(_, test) = leaf else { return Vec::new() };
        let catalogue = &self.assessment.catalogue;
        let profile = self.project.procurement.main_cpv().and_then(|code| catalogue.profile(code));
        let asked = catalogue.asking(&"labour_share_band".into());
        let Some((profile, (question, field))) = profile.zip(asked) else { return Vec::new() };
        let share =
            |band: &Code| FactValue::Number(Number(share_in(profile.labour_share, Some(band.as_str())).0));
        let bands = field.options.iter().filter(|band| test.holds(&share(band)) == wanted);
        self.question(question, bands.cloned().collect(), Some(leaf), depth)
    }

    fn missing_for_work(&self, wish: &Wish<'a>) -> Vec<Found<'a>> {
        let p = &self.project.procurement;
        let missing =
            [("cpv", p.cpv.is_empty()), ("value_sek", p.value_sek.is_none()), ("months", p.months.is_none())];
        let missing = missing.into_iter().filter(|(_, is)| *is);
        missing.map(|(field, _)| self.filled_in(field, Some(wish.clone()))).collect()
    }
}

fn decimal(n: f64, decimals: usize) -> Bilingual {
    Bilingual::each(|language| format::decimal(n, decimals, language))
}
