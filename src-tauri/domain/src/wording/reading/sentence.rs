//! A sentence: its words, what is meant by them, and its clauses.

use super::clause::{Clause, ClauseKind, Modality, clauses};
use super::mention::{Finder, Mention};
use super::number;
use super::split::Drawn;
use super::token::{Kind, Token};
use crate::wording::finding::Span;
use crate::wording::lexicon::Concept;

/// Words that say one more thing, or another.
const JOINING: [&str; 15] = [
    "och",
    "samt",
    "eller",
    "och/eller",
    "liksom",
    "jämte",
    "plus",
    "respektive",
    "dessutom",
    "även",
    "också",
    "utöver",
    "förutom",
    "and",
    "or",
];

/// A sentence. A point of a list has the words that introduce the list in front of its own.
#[derive(Debug)]
pub struct Sentence {
    /// Which one it is in the text.
    pub index: usize,
    tokens: Vec<Token>,
    /// Where its own words begin.
    own: usize,
    mentions: Vec<Mention>,
    clauses: Vec<Clause>,
    meant: [u64; 5],
}

impl Sentence {
    /// Reads a sentence.
    pub fn read(index: usize, drawn: &Drawn, tokens: &[Token], finder: &mut Finder) -> Self {
        let of = |range: &std::ops::Range<usize>| tokens[range.clone()].to_vec();
        let mut own = of(&drawn.lead);
        let lead = own.len();
        own.extend(of(&drawn.own));
        let refs: Vec<&Token> = own.iter().collect();
        let mut mentions = finder.mentions(&refs);
        mentions.sort_by_key(|mention| (mention.from, mention.to));
        let clauses = clauses(&own, &mentions);
        let mut meant = [0; 5];
        for mention in &mentions {
            let bit = mention.concept as usize;
            meant[bit / 64] |= 1 << (bit % 64);
        }
        Self { index, tokens: own, own: lead, mentions, clauses, meant }
    }

    /// Whether a concept is meant in it.
    pub fn has(&self, concept: Concept) -> bool {
        let bit = concept as usize;
        self.meant[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// Whether one of the concepts is.
    pub fn has_any(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Where a concept is meant.
    pub fn all(&self, concept: Concept) -> impl Iterator<Item = Mention> {
        let found = if self.has(concept) { &self.mentions[..] } else { &[] };
        found.iter().filter(move |mention| mention.concept == concept).copied()
    }

    /// Where one of several concepts is meant.
    pub fn any(&self, concepts: &[Concept]) -> impl Iterator<Item = Mention> {
        let found = if self.has_any(concepts) { &self.mentions[..] } else { &[] };
        found.iter().filter(move |mention| concepts.contains(&mention.concept)).copied()
    }

    /// The first place where a concept is meant.
    pub fn first(&self, concept: Concept) -> Option<Mention> {
        self.all(concept).next()
    }

    /// Whether any of its own words are in a mention, and not only words that introduce the list it stands in.
    pub fn is_own(&self, mention: Mention) -> bool {
        mention.to > self.own
    }

    /// All that is meant in it, in order.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The clause that a place is in.
    pub fn clause_at(&self, at: usize) -> &Clause {
        let clause = self.clauses.partition_point(|clause| clause.to <= at);
        &self.clauses[clause.min(self.clauses.len() - 1)]
    }

    /// Where its own words stand in the text.
    pub fn own_span(&self) -> Span {
        self.span_of(self.own, self.tokens.len())
    }

    /// Whether it is a point of a list that other words introduce.
    pub fn is_introduced(&self) -> bool {
        self.own > 0
    }

    /// Where the words stand that introduce it.
    pub fn introduction(&self) -> Option<Span> {
        self.is_introduced().then(|| self.tokens[0].span.with(self.tokens[self.own - 1].span))
    }

    /// Its words, numbers and signs.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Whether it is one word or none, and so no sentence at all.
    pub fn is_one_word(&self) -> bool {
        self.tokens.iter().filter(|token| !matches!(token.kind, Kind::Sign(_))).count() < 2
    }

    /// Where a mention stands in the text.
    pub fn span(&self, mention: Mention) -> Span {
        self.span_of(mention.from, mention.to)
    }

    /// Where its words from one place up to another stand in the text; only those of its own.
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        let from = from.max(self.own).min(self.tokens.len() - 1);
        let to = to.max(from + 1).min(self.tokens.len());
        self.tokens[from].span.with(self.tokens[to - 1].span)
    }

    /// Where it stands in the text, without the mark of a point before it: "–", "1.", "a)", "4.2.1", "K12".
    pub fn whole(&self) -> Span {
        let sign = |at: usize| self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_)));
        let marks = (self.own..self.tokens.len()).take_while(|at| sign(*at)).count();
        let first = self.own + marks;
        let short = self.tokens.get(first).is_some_and(|token| token.span.end - token.span.start <= 2);
        let ended = sign(first + 1) && matches!(self.word(first + 1), "." | ")");
        let from = if ended && (short || is_section(self.word(first))) {
            first + 2
        } else if is_section(self.word(first)) && self.tokens.get(first + 1).is_some_and(|next| next.capital)
        {
            first + 1
        } else {
            first
        };
        self.span_of(from, self.tokens.len())
    }

    /// Whether it is a sentence of its own that asks for one thing: no point of a list that others introduce, and nothing joined,
    /// announced or put in parentheses.
    pub fn stands_for_one_thing(&self) -> bool {
        let within = self.whole();
        let joined = |at: usize| {
            let token = &self.tokens[at];
            match token.kind {
                Kind::Sign(',' | ';' | ':' | '(' | '/') => true,
                // "16–18" is a number; a dash with air before it parts two things.
                Kind::Sign('-' | '–' | '—') => token.span.start > self.tokens[at - 1].span.end,
                _ => JOINING.contains(&&*token.text),
            }
        };
        let mut inner = (1..self.tokens.len()).filter(|at| self.tokens[*at].span.start > within.start);
        self.own == 0 && self.all(Concept::Must).count() < 2 && !inner.any(joined)
    }

    /// The clause that a mention stands in.
    pub fn clause(&self, mention: Mention) -> &Clause {
        self.clause_at(mention.from)
    }

    /// Who is to do what is meant, or of whom it is said: the subject of its clause, else of the sentence.
    pub fn subject(&self, mention: Mention) -> Option<Concept> {
        let own = self.clause(mention).subject;
        own.or_else(|| self.clauses.iter().find_map(|clause| clause.subject))
    }

    /// Whether what is meant is denied: "inte", "ingen", "utan …".
    pub fn is_denied(&self, mention: Mention) -> bool {
        let delay = |at: usize| {
            matches!(self.word(at), "dröjsmål" | "uppehåll" | "onödigt" | "oskäligt" | "vidare" | "undantag")
        };
        let without = self.all(Concept::Without).any(|without| {
            let but = without.from > 0 && self.word(without.from - 1) == ",";
            (without.to..without.to + 4).contains(&mention.from) && !delay(without.to) && !but
        });
        without || self.is_needless(mention) || self.is_negated(mention)
    }

    /// Whether a negation reaches the mention: one before it, or one behind it that no conjunction parts from it.
    fn is_negated(&self, mention: Mention) -> bool {
        let clause = self.clause(mention);
        let said =
            self.all(Concept::MainVerb).any(|verb| verb.from >= clause.from && verb.from < mention.from);
        let joined =
            |at: usize| self.all(Concept::Conjunction).any(|and| and.from >= mention.to && and.from < at);
        // "av egen personal, inte av inhyrd": denies only what stands behind it.
        let contrast = |at: usize| at > 0 && self.word(at - 1) == ",";
        let reaches = |at: usize| at < mention.from || !(said && (joined(at) || contrast(at)));
        clause.negated && !self.is_least(mention) && clause.negations.iter().any(|at| reaches(*at))
    }

    /// "ingen … mindre än": what stands there is the least that is demanded, and not denied.
    fn is_least(&self, mention: Mention) -> bool {
        self.all(Concept::Lesser).any(|less| {
            let before = less.to <= mention.from && mention.from - less.to <= 4;
            before || less.from == mention.to
        })
    }

    /// "behöver inte", "spelar ingen roll": said of the whole sentence, save what a clause of its own demands.
    pub fn is_needless(&self, mention: Mention) -> bool {
        let tenders = |not: Mention| {
            matches!(
                self.clause(not).subject,
                Some(Concept::Supplier | Concept::Tender | Concept::Subcontractor)
            )
        };
        let untested = self.all(Concept::NotTested).any(|not| !tenders(not));
        (self.has(Concept::NeedNot) || untested || self.asks_nothing())
            && self.clause(mention).modality != Modality::Must
    }

    /// "Ingen garanti för att … begärs": nothing is asked for.
    fn asks_nothing(&self) -> bool {
        let none = |asked: Mention| {
            let clause = self.clause(asked);
            let first = self.clauses.iter().flat_map(|clause| &clause.negations).next();
            first.is_some_and(|at| *at < asked.from && asked.from - at <= 14) || clause.negated
        };
        self.all(Concept::Asked).any(none)
    }

    /// Whether those who lack what is meant are turned away: what is denied twice is demanded.
    pub fn is_demanded_twice(&self, mention: Mention) -> bool {
        let clause = self.clause(mention);
        let mut lacks = self.any(&[Concept::Lack, Concept::Negation]).filter(|lack| lack.from >= clause.from);
        let lack = lacks.find(|lack| lack.to <= mention.from && mention.from - lack.to <= 6);
        let Some(lack) = lack else { return false };
        let refused = |clause: &Clause| {
            clause.negations.iter().any(|at| !(lack.from..mention.to).contains(at))
                && matches!(clause.modality, Modality::Must | Modality::May | Modality::Plain)
        };
        let turned =
            [Concept::Excludes, Concept::ShutOut, Concept::ExcludeWord, Concept::Terminate, Concept::Banned];
        let away = self.any(&turned).any(|away| away.from >= mention.to || away.to <= lack.from);
        !self.has(Concept::NeedNot) && (away || self.clauses.iter().any(refused))
    }

    /// Where a place on the map ends that is named soon after a point: "i Arvika", "i kommunen", "på orten".
    pub fn place_within(&self, from: usize, words: usize) -> Option<usize> {
        let known = |at: usize| self.all(Concept::Place).find(|place| place.from == at).map(|place| place.to);
        let other = |at: usize| self.all(Concept::NotLocal).any(|other| other.from == at);
        let led =
            |at: usize| at > 0 && self.all(Concept::PlacePrep).any(|prep| prep.to == at || prep.to + 1 == at);
        let named = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.capital && !token.capitals && at > 0)?;
            (led(at) && matches!(token.kind, Kind::Word)).then_some(at + 1)
        };
        let written = |at: usize| self.tokens.get(at).is_some_and(|token| !token.capitals);
        (from..from + words)
            .filter(|at| !other(*at) && written(*at))
            .find_map(|at| known(at).or_else(|| named(at)))
    }

    /// Whether it is forbidden to be what is meant: "får inte vara", "ingen … får", "ska inte placeras".
    pub fn is_barred(&self, mention: Mention) -> bool {
        let clause = self.clause(mention);
        let turned = self.all(Concept::Banned).any(|word| word.from >= clause.from && word.from < clause.to);
        let bars = turned || matches!(clause.modality, Modality::Must | Modality::May);
        clause.negated && bars && clause.kind != ClauseKind::Condition && !self.has(Concept::NeedNot)
    }

    /// Whether what is meant stands in a condition.
    pub fn is_condition(&self, mention: Mention) -> bool {
        self.clause(mention).kind == ClauseKind::Condition
    }

    /// Whether what is meant is only allowed.
    pub fn is_allowed(&self, mention: Mention) -> bool {
        let clause = self.clause(mention);
        clause.modality == Modality::May && !clause.negated
    }

    /// Whether a mention says how things are to be: not denied, no condition, no quotation.
    pub fn holds(&self, mention: Mention) -> bool {
        self.is_own(mention)
            && !self.is_denied(mention)
            && !self.is_condition(mention)
            && !self.is_quoted(mention)
    }

    /// The first place where one of several concepts holds.
    pub fn first_holding(&self, concepts: &[Concept]) -> Option<Mention> {
        self.any(concepts).find(|mention| self.holds(*mention))
    }

    /// Whether what is meant is a word that is quoted, as an example or a term.
    pub fn is_quoted(&self, mention: Mention) -> bool {
        let quote = |token: &Token| matches!(token.kind, Kind::Sign('"' | '”' | '“' | '»' | '«'));
        let before = self.tokens[..mention.from].iter().filter(|token| quote(token)).count();
        let closed = self.tokens[mention.to..].iter().take(12).any(quote);
        before % 2 == 1 && closed && self.tokens.len() > mention.to - mention.from + 3
    }

    /// Whether a name ends where a mention does, and is no part of a longer word or name: "Fairtrade-märkt", "Rainforest Alliance",
    /// "SS-EN 14041:s krav", "Fairtrades märke".
    pub fn ends_name(&self, mention: Mention) -> bool {
        let Some(next) = self.tokens.get(mention.to) else { return true };
        let last = &self.tokens[mention.to - 1];
        let goes_on = next.joined || next.capital && next.kind == Kind::Word;
        let ending = self.word(mention.to) == ":" && next.span.start == last.span.end;
        let owner =
            next.kind == Kind::Word && last.capital && last.kind == Kind::Word && last.text.ends_with('s');
        !(goes_on || ending && self.word(mention.to + 1) == "s" || owner)
    }

    /// The mention of a concept that is nearest to another, and how many words stand between.
    pub fn nearest(&self, to: Mention, concept: Concept) -> Option<(Mention, usize)> {
        self.all(concept).map(|mention| (mention, to.distance(mention))).min_by_key(|(_, words)| *words)
    }

    /// The number that stands at a place, in digits or in words.
    pub fn number(&self, at: usize) -> Option<f64> {
        let token = self.tokens.get(at)?;
        match token.kind {
            Kind::Number(value) => Some(value),
            Kind::Word => number::in_words(&token.text),
            Kind::Sign(_) => None,
        }
    }

    /// The place in a row that stands at a place, in words: "tredje" is three.
    pub fn ordinal(&self, at: usize) -> Option<f64> {
        number::ordinal(self.word(at))
    }

    /// Whether a value that is filled in later stands in it.
    pub fn has_slot(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token.kind, Kind::Number(value) if value.is_nan()))
    }

    /// Its own text in lower case, a word at a place.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }
}

/// "4.2.1", "K12": the number of a section, with a letter before it or points within.
fn is_section(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_lowercase());
    let letters = word.chars().count() - digits.chars().count();
    let numbers = digits.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
    numbers && (letters == 1 || letters == 0 && digits.contains('.'))
}
