//! Many short strings in one.

use crate::bytes::{contains, find_letters};

/// A list of strings that lie one after the other in memory.
#[derive(Debug, Clone)]
pub(crate) struct Strings {
    letters: String,
    /// Where each ends in `letters`, after a 0.
    ends: Vec<u32>,
}

impl Strings {
    /// An empty list with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Strings {
        Strings { letters: String::with_capacity(bytes), ends: vec![0] }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        &self.letters[self.ends[number] as usize..self.ends[number + 1] as usize]
    }

    /// The same as bytes.
    #[inline]
    pub(super) fn bytes(&self, number: u32) -> &[u8] {
        let number = number as usize;
        &self.letters.as_bytes()[self.ends[number] as usize..self.ends[number + 1] as usize]
    }

    pub(super) fn push(&mut self, string: &str) {
        self.letters.push_str(string);
        self.ends.push(self.letters.len() as u32);
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Calls `emit` with the number of each string that begins with one of
    /// `beginnings` or holds one of `insides`, perhaps more than once.
    pub(super) fn for_each_like(
        &self,
        beginnings: &[&str],
        insides: &[&str],
        emit: &mut dyn FnMut(u32),
    ) {
        for number in 0..self.len() as u32 {
            let string = self.bytes(number);
            if beginnings.iter().any(|beginning| starts_with(string, beginning.as_bytes())) {
                emit(number);
            }
        }
        // What holds longer letters holds the shorter ones in them.
        let says_more =
            |inside: &str| insides.iter().any(|other| *other != inside && contains(inside, other));
        for inside in insides.iter().filter(|inside| !inside.is_empty() && !says_more(inside)) {
            self.for_each_holding(inside, emit);
        }
    }

    fn for_each_holding(&self, inside: &str, emit: &mut dyn FnMut(u32)) {
        let mut from = 0;
        while let Some(at) = find_letters(&self.letters, inside, from) {
            let next = self.ends.partition_point(|&end| end as usize <= at);
            let end = self.ends[next] as usize;
            if at + inside.len() <= end {
                emit(next as u32 - 1);
                from = end;
            } else {
                // The letters cross from one string into the next.
                from = at + 1;
            }
        }
    }
}

/// Most strings differ in their second byte, which ends the first letter.
#[inline]
fn starts_with(string: &[u8], beginning: &[u8]) -> bool {
    match beginning {
        [_, second, ..] => string.get(1) == Some(second) && string.starts_with(beginning),
        _ => string.starts_with(beginning),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn gives_the_strings_that_begin_so_or_hold_that(
            all in proptest::collection::vec("[abا]{1,5}", 0..9),
            beginning in "[abا]{0,2}",
            inside in "[abا]{1,3}",
        ) {
            let mut strings = Strings::with_capacity(0);
            all.iter().for_each(|string| strings.push(string));
            let mut found = Vec::new();
            strings.for_each_like(&[&beginning], &[&inside], &mut |number| found.push(number));
            found.sort_unstable();
            found.dedup();
            let like = |s: &str| s.starts_with(&beginning) || s.contains(&inside);
            let expected: Vec<u32> =
                (0..all.len() as u32).filter(|&n| like(&all[n as usize])).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
