//! How weights are learned: a linear support vector machine, one for each rule, by dual coordinate descent.
//!
//! Hsieh and others, "A dual coordinate descent method for large-scale linear SVM" (2008), with the squared hinge loss. The order
//! in which the rows are gone through comes from a fixed seed, so that the same rows always give the same weights.

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

/// The features of a row: which, and how much each counts for.
pub type Row = Vec<(u32, f32)>;

/// How often the rows are gone through.
const ROUNDS: usize = 15;
/// Every so often all rows are gone through; in between only those that still matter.
const FULL: usize = 7;
/// A row that is further than this on the right side matters no more for now.
const CLEAR: f32 = 0.1;

/// The weights, one for each feature, that tell the rows apart.
pub fn weights(rows: &[&Row], targets: &[Target], features: usize) -> Vec<f32> {
    let mut learner = Learner::of(rows, targets, features);
    let mut order: Vec<usize> = Vec::new();
    let mut seed = 0x5eed_u64;
    for round in 0..ROUNDS {
        if round % FULL == 0 {
            order = (0..rows.len()).collect();
        }
        shuffle(&mut order, &mut seed);
        order.retain(|row| learner.step(*row));
    }
    learner.weights
}

fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, usize::try_from(*seed >> 33).unwrap() % (at + 1));
    }
}

/// How far a row is on the side of the trap.
pub fn score(row: &Row, weights: &[f32]) -> f32 {
    row.iter().map(|(feature, value)| value * weights[*feature as usize]).sum()
}

struct Learner<'r> {
    rows: &'r [&'r Row],
    /// The side of each row, and what an error on it costs.
    sides: Vec<(f32, f32)>,
    lengths: Vec<f32>,
    duals: Vec<f32>,
    weights: Vec<f32>,
}

impl<'r> Learner<'r> {
    fn of(rows: &'r [&'r Row], targets: &[Target], features: usize) -> Self {
        let side = |target: &Target| match target {
            Target::There(cost) => (1.0, *cost),
            Target::Absent(cost) => (-1.0, *cost),
            Target::Unknown => (0.0, 0.0),
        };
        let sides = targets.iter().map(side).collect();
        let length = |row: &&Row| row.iter().map(|(_, value)| value * value).sum();
        let lengths = rows.iter().map(length).collect();
        Self { rows, sides, lengths, duals: vec![0.0; rows.len()], weights: vec![0.0; features] }
    }

    /// Mends the weights by a row, and says whether it still matters.
    fn step(&mut self, at: usize) -> bool {
        let (side, cost) = self.sides[at];
        if cost <= 0.0 {
            return false;
        }
        let row = self.rows[at];
        let slack = 0.5 / cost;
        let gradient = side * score(row, &self.weights) - 1.0 + slack * self.duals[at];
        let before = self.duals[at];
        self.duals[at] = (before - gradient / (self.lengths[at] + slack)).max(0.0);
        let change = side * (self.duals[at] - before);
        if change != 0.0 {
            for (feature, value) in row {
                self.weights[*feature as usize] += change * value;
            }
        }
        self.duals[at] > 0.0 || gradient < CLEAR
    }
}
