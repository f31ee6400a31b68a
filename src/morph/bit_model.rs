//! An adaptive model of bits, for the arithmetic coder of the word list.
//!
//! Several contexts each keep an estimate of the next bit, which learns from
//! every bit seen in that context; the estimates are mixed in the logistic
//! domain by weights that learn as well (M. Mahoney, *Adaptive weighing of
//! context models for lossless data compression*, 2005; `lpaq`). It computes
//! with integers only, so that `build.rs`, which writes, and every library that
//! reads agree to the bit.

/// How many contexts are mixed.
pub const CONTEXTS: usize = 5;
/// How many sets of weights there are; a bit names the set that it is mixed by.
pub const WEIGHT_SETS: usize = 36;

/// How many estimates each context has.
const SLOTS: usize = 1 << 16;
/// An estimate slows down until it has seen this many bits.
const SLOWEST: u32 = 30;
/// How fast weights learn.
const WEIGHT_RATE: i32 = 6;
/// The weight that every context begins with, in 1/65536.
const FIRST_WEIGHT: i32 = 20_000;

/// The model and, between [`predict`](BitModel::predict) and
/// [`learn`](BitModel::learn), the bit that it waits for.
pub struct BitModel {
    /// A row a context. In each the probability of a 1 is in the upper 22 bits,
    /// and how many bits it has seen in the lower 10.
    estimates: Box<[[u32; SLOTS]; CONTEXTS]>,
    weights: Vec<[i32; CONTEXTS]>,
    /// The inverse of [`squash`].
    stretch: [i16; 4096],
    slots: [u16; CONTEXTS],
    inputs: [i32; CONTEXTS],
    weight_set: usize,
    predicted: i32,
}

impl BitModel {
    /// A model that has seen nothing.
    pub fn new() -> BitModel {
        BitModel {
            estimates: first_estimates(),
            weights: vec![[FIRST_WEIGHT; CONTEXTS]; WEIGHT_SETS],
            stretch: stretch_table(),
            slots: [0; CONTEXTS],
            inputs: [0; CONTEXTS],
            weight_set: 0,
            predicted: 0,
        }
    }

    /// The probability that the next bit is 1, in 1/4096: between 8 and 4087.
    ///
    /// `event` says which bit this is; equal events share their estimates
    /// within a context.
    pub fn predict(&mut self, contexts: &[u32; CONTEXTS], event: u32, weight_set: usize) -> u32 {
        self.weight_set = weight_set;
        let weights = &self.weights[weight_set];
        let event = event.wrapping_mul(0x9E37_79B1);
        let mut sum = 0;
        for i in 0..CONTEXTS {
            let hash = (contexts[i].wrapping_mul(0x2C1B_3C6D) ^ event).wrapping_mul(0x85EB_CA6B);
            let slot = hash >> 16;
            let input = i32::from(self.stretch[(self.estimates[i][slot as usize] >> 20) as usize]);
            self.slots[i] = slot as u16;
            self.inputs[i] = input;
            sum += i64::from(weights[i]) * i64::from(input);
        }
        self.predicted = squash((sum >> 16) as i32).clamp(8, 4087);
        self.predicted as u32
    }

    /// Takes in the bit that was predicted last.
    #[expect(clippy::needless_range_loop, reason = "several arrays in step")]
    pub fn learn(&mut self, bit: bool) {
        let error = ((i32::from(bit) << 12) - self.predicted) * WEIGHT_RATE;
        let weights = &mut self.weights[self.weight_set];
        for i in 0..CONTEXTS {
            weights[i] += (self.inputs[i] * error + 0x2000) >> 14;
            let estimate = &mut self.estimates[i][usize::from(self.slots[i])];
            *estimate = nearer(*estimate, bit);
        }
    }
}

/// On the heap from the start: the stack of a thread is too small.
fn first_estimates() -> Box<[[u32; SLOTS]; CONTEXTS]> {
    let rows = vec![[1 << 31; SLOTS]; CONTEXTS].into_boxed_slice();
    rows.try_into().expect("as many rows as contexts")
}

/// What part of its error an estimate mends, in 1/65536, by the bits it has seen.
const SHARES: [i32; 32] = {
    let mut shares = [0; 32];
    let mut seen = 0;
    while seen < shares.len() {
        shares[seen] = 65536 * 5 / (5 * seen as i32 + 9);
        seen += 1;
    }
    shares
};

/// An estimate moved towards `bit`, by less the more bits it has seen.
fn nearer(estimate: u32, bit: bool) -> u32 {
    let (probability, seen) = ((estimate >> 10) as i32, estimate & 1023);
    let goal = if bit { (1 << 22) - 1 } else { 0 };
    let step = ((goal - probability) >> 8) * SHARES[(seen & 31) as usize];
    let moved = probability + (step >> 8);
    ((moved as u32) << 10) | (seen + 1).min(SLOWEST)
}

/// 4096 / (1 + e^(-x / 256)), interpolated between 33 points.
fn squash(x: i32) -> i32 {
    const POINTS: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994,
        3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let x = x.clamp(-2047, 2047);
    let (point, past) = (((x >> 7) + 16) as usize, x & 127);
    (POINTS[point] * (128 - past) + POINTS[point + 1] * past + 64) >> 7
}

/// For each probability in 1/4096 the smallest x that [`squash`] takes there.
fn stretch_table() -> [i16; 4096] {
    let mut table = [2047; 4096];
    let mut next = 0;
    for x in -2047..=2047 {
        let end = squash(x) as usize + 1;
        if end > next {
            table[next..end].fill(x as i16);
            next = end;
        }
    }
    table
}
