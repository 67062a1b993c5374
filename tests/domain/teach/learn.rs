//! How weights are learned: for all rules at once, each feature with a weight of its own for each rule, and besides a small layer
//! that all rules share, so that what one rule teaches about a word helps the others.
//!
//! Small batches with Adam (Kingma and Ba, 2014), only where a feature is there, and the squared hinge loss. Where it begins and in
//! which order the rows are gone through comes from a fixed seed, so that the same rows always give the same weights.

use domain::wording::learned::model::HIDDEN;

/// What is known of a row for one rule.
#[derive(Clone, Copy)]
pub enum Target {
    /// The trap is there; a miss costs so much.
    There(f32),
    /// It is not; a false alarm costs so much.
    Absent(f32),
    /// Nothing can be learned from the row.
    Unknown,
}

impl Target {
    /// The slope of the loss at a score.
    fn slope(self, score: f32) -> f32 {
        match self {
            Self::There(cost) => -cost * (1.0 - score).max(0.0),
            Self::Absent(cost) => cost * (1.0 + score).max(0.0),
            Self::Unknown => 0.0,
        }
    }
}

/// The features of a row: which, and how much each counts for.
pub type Row = Vec<(u32, f32)>;

/// A row with what is known of it: which rules find something in it by themselves, and what is true, rule by rule.
pub struct Example<'r> {
    pub row: &'r Row,
    pub found: Vec<usize>,
    pub targets: Vec<Target>,
}

/// How often it is learned, and what chance begins with.
const PARTS: usize = 3;
const SEED: u64 = 0x5eed;
/// How many units of the layer each part has.
const UNITS: usize = HIDDEN / PARTS;
/// How often the rows are gone through.
const ROUNDS: usize = 6;
/// How many rows are learned from at a time.
const BATCH: usize = 128;
/// The first step; the steps grow shorter until there is none left.
const STEP: f32 = 0.003;
/// How much is remembered of the slopes before, and of their squares.
const MEMORY: [f32; 2] = [0.9, 0.999];
/// How far from nothing the layer begins.
const BEGIN: f32 = 0.02;
/// Where each rule begins: silent.
const SILENT: f32 = -1.0;
/// What it counts for at the beginning that a rule itself finds something.
const TRUST: f32 = 0.3;

/// The steps of a weight.
const STEPS: f32 = 127.0;

/// What was learned.
pub struct Net {
    /// By feature: a weight for each rule, and then for each unit of the layer.
    pub features: Vec<f32>,
    /// For each unit what it begins at.
    pub bias: Vec<f32>,
    /// By unit: a weight for each rule.
    pub out: Vec<f32>,
    /// For each rule what it begins at.
    pub base: Vec<f32>,
    /// For each rule what it counts for that it finds something itself.
    pub trust: Vec<f32>,
    /// What a step of a feature's weight counts for once they are rounded: for each rule, and last for the layer.
    pub steps: Vec<f32>,
    rules: usize,
}

impl Net {
    /// Learns from the rows: several times, each from another beginning, as what they say together is surer than what one says.
    pub fn learn(examples: &[Example<'_>], features: usize, rules: usize) -> Self {
        let parts: Vec<Self> =
            (SEED..).take(PARTS).map(|seed| Self::part(examples, features, rules, Chance(seed))).collect();
        Self::together(&parts)
    }

    /// The parts side by side: the layer has the units of all, and all else is what they say on the average.
    fn together(parts: &[Self]) -> Self {
        let [first, ..] = parts else { panic!("there is a part") };
        let (rules, width) = (first.rules, first.width());
        let mean = |of: &dyn Fn(&Self) -> f32| parts.iter().map(of).sum::<f32>() / share(parts.len(), 1);
        let mut features = Vec::new();
        for from in (0..first.features.len()).step_by(width) {
            features.extend((from..from + rules).map(|at| mean(&|part: &Self| part.features[at])));
            features.extend(parts.iter().flat_map(|part| &part.features[from + rules..from + width]));
        }
        let every = parts.iter().flat_map(|part| &part.out);
        Self {
            features,
            bias: parts.iter().flat_map(|part| part.bias.iter().copied()).collect(),
            out: every.map(|weight| weight / share(parts.len(), 1)).collect(),
            base: (0..rules).map(|at| mean(&|part: &Self| part.base[at])).collect(),
            trust: (0..rules).map(|at| mean(&|part: &Self| part.trust[at])).collect(),
            steps: vec![0.0; rules + 1],
            rules,
        }
    }

    fn part(examples: &[Example<'_>], features: usize, rules: usize, mut chance: Chance) -> Self {
        let mut net = Self::begin(features, rules, &mut chance);
        let mut adam = Adam::of(&net);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let steps = ROUNDS * examples.len().div_ceil(BATCH);
        for round in 0..ROUNDS {
            chance.shuffle(&mut order);
            for (at, batch) in order.chunks(BATCH).enumerate() {
                let done = round * examples.len().div_ceil(BATCH) + at;
                for example in batch {
                    adam.look(&net, &examples[*example]);
                }
                adam.step(&mut net, done, STEP * (1.0 - share(done, steps)));
            }
        }
        net
    }

    fn begin(features: usize, rules: usize, chance: &mut Chance) -> Self {
        let width = rules + UNITS;
        let begin = |at: usize, chance: &mut Chance| {
            if at % width < rules { 0.0 } else { BEGIN * chance.normal() }
        };
        let out = 1.0 / share(UNITS, 1).sqrt();
        Self {
            features: (0..features * width).map(|at| begin(at, chance)).collect(),
            bias: vec![0.0; UNITS],
            out: (0..UNITS * rules).map(|_| out * chance.normal()).collect(),
            base: vec![SILENT; rules],
            trust: vec![TRUST; rules],
            steps: vec![0.0; rules + 1],
            rules,
        }
    }

    fn width(&self) -> usize {
        self.rules + self.bias.len()
    }

    /// Rounds the weights of the features to whole steps, as they are kept.
    pub fn round(&mut self) {
        let (width, rules) = (self.width(), self.rules);
        for row in self.features.chunks(width) {
            for (at, weight) in row.iter().enumerate() {
                let most = &mut self.steps[at.min(rules)];
                *most = most.max(weight.abs() / STEPS);
            }
        }
        for row in self.features.chunks_mut(width) {
            for (at, weight) in row.iter_mut().enumerate() {
                let step = self.steps[at.min(rules)];
                *weight = (*weight / step).round() * step;
            }
        }
    }

    /// The rounded weights of a feature, in steps: for each rule, and for each unit of the layer.
    pub fn steps_of(&self, feature: usize) -> impl Iterator<Item = i8> {
        let own = &self.features[feature * self.width()..][..self.width()];
        #[expect(clippy::cast_possible_truncation, reason = "at most 127 steps")]
        let step = |(at, weight): (usize, &f32)| (weight / self.steps[at.min(self.rules)]).round() as i8;
        own.iter().enumerate().map(step)
    }

    /// What each unit of the layer says of a row, and how far each rule is on the side of a finding.
    pub fn scores(&self, row: &Row, found: &[usize]) -> (Vec<f32>, Vec<f32>) {
        let mut sums: Vec<f32> = self.base.iter().chain(&self.bias).copied().collect();
        for (feature, value) in row {
            let own = &self.features[*feature as usize * self.width()..][..self.width()];
            sums.iter_mut().zip(own).for_each(|(sum, weight)| *sum += value * weight);
        }
        let units: Vec<f32> = sums.split_off(self.rules).into_iter().map(|sum| sum.max(0.0)).collect();
        for (unit, said) in units.iter().enumerate().filter(|(_, said)| **said > 0.0) {
            let out = &self.out[unit * self.rules..][..self.rules];
            sums.iter_mut().zip(out).for_each(|(sum, weight)| *sum += said * weight);
        }
        for rule in found {
            sums[*rule] += self.trust[*rule];
        }
        (units, sums)
    }
}

/// The slopes of a batch, and what is remembered of those before.
struct Adam {
    features: Moments,
    /// Which features the batch has.
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    bias: Moments,
    out: Moments,
    base: Moments,
    trust: Moments,
}

#[derive(Default)]
struct Moments {
    slope: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
}

impl Adam {
    fn of(net: &Net) -> Self {
        Self {
            features: Moments::of(&net.features),
            touched: Vec::new(),
            is_touched: vec![false; net.features.len() / net.width()],
            bias: Moments::of(&net.bias),
            out: Moments::of(&net.out),
            base: Moments::of(&net.base),
            trust: Moments::of(&net.trust),
        }
    }

    /// Adds the slopes of a row.
    fn look(&mut self, net: &Net, example: &Example<'_>) {
        let (units, scores) = net.scores(example.row, &example.found);
        let mut slopes: Vec<f32> =
            example.targets.iter().zip(scores).map(|(target, score)| target.slope(score)).collect();
        if slopes.iter().all(|slope| *slope == 0.0) {
            return;
        }
        for rule in &example.found {
            self.trust.slope[*rule] += slopes[*rule];
        }
        self.base.slope.iter_mut().zip(&slopes).for_each(|(sum, slope)| *sum += slope);
        for (unit, said) in units.iter().enumerate() {
            let own = unit * net.rules..(unit + 1) * net.rules;
            let through: f32 = net.out[own.clone()].iter().zip(&slopes).map(|(w, s)| w * s).sum();
            let through = if *said > 0.0 { through } else { 0.0 };
            self.out.slope[own].iter_mut().zip(&slopes).for_each(|(sum, slope)| *sum += said * slope);
            self.bias.slope[unit] += through;
            slopes.push(through);
        }
        for (feature, value) in example.row {
            let at = *feature as usize;
            if !std::mem::replace(&mut self.is_touched[at], true) {
                self.touched.push(*feature);
            }
            let own = &mut self.features.slope[at * net.width()..][..net.width()];
            own.iter_mut().zip(&slopes).for_each(|(sum, slope)| *sum += value * slope);
        }
    }

    /// Mends the weights that the batch speaks of.
    fn step(&mut self, net: &mut Net, done: usize, step: f32) {
        let [first, second] = MEMORY.map(|memory| 1.0 - memory.powi(i32::try_from(done + 1).unwrap()));
        let step = step * second.sqrt() / first;
        let width = net.width();
        for feature in self.touched.drain(..) {
            let at = feature as usize;
            self.is_touched[at] = false;
            self.features.step(&mut net.features, at * width..(at + 1) * width, step);
        }
        for (moments, weights) in [
            (&mut self.bias, &mut net.bias),
            (&mut self.out, &mut net.out),
            (&mut self.base, &mut net.base),
            (&mut self.trust, &mut net.trust),
        ] {
            let all = 0..weights.len();
            moments.step(weights, all, step);
        }
    }
}

impl Moments {
    fn of(weights: &[f32]) -> Self {
        let none = || vec![0.0; weights.len()];
        Self { slope: none(), first: none(), second: none() }
    }

    fn step(&mut self, weights: &mut [f32], part: std::ops::Range<usize>, step: f32) {
        let slopes = self.slope[part.clone()].iter_mut();
        let moments = self.first[part.clone()].iter_mut().zip(&mut self.second[part.clone()]);
        for ((slope, (first, second)), weight) in slopes.zip(moments).zip(&mut weights[part]) {
            let mean = std::mem::take(slope) / share(BATCH, 1);
            *first = MEMORY[0] * *first + (1.0 - MEMORY[0]) * mean;
            *second = MEMORY[1] * *second + (1.0 - MEMORY[1]) * mean * mean;
            *weight -= step * *first / (second.sqrt() + 1e-8);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}

/// Numbers that look like chance and are always the same.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap()
    }

    /// Around nothing, and seldom further than two from it.
    fn normal(&mut self) -> f32 {
        let even = |chance: &mut Self| f64::from(chance.next()) / f64::from(u32::MAX >> 1);
        let sum: f64 = (0..12).map(|_| even(self)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "as near as it has to be")]
        let near = (sum - 6.0) as f32;
        near
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.next() as usize % (at + 1));
        }
    }
}
