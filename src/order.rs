//! Sorting, compiled once for everything that is sorted.
//!
//! Each type that the standard library sorts costs the browser build some
//! kilobytes of machine code. Here numbers are sorted in the items' stead.

use std::cmp::Ordering;

/// Sorts `items` by `compare`, equal ones in the order that they had.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| unsorted[at as usize].take()));
}

/// The same by insertion, which needs no memory: for few items.
pub(crate) fn sort_few_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for last in 1..items.len() {
        let mut at = last;
        while at > 0 && compare(&items[at], &items[at - 1]).is_lt() {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// The numbers of `count` items in the order that `compare` puts these into
/// (merge sort, runs of two items first).
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut merged = Vec::with_capacity(count);
    let sorted = (1..count).all(|at| compare(at - 1, at).is_le());
    let mut run = if sorted { count } else { 1 };
    while run < count {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if compare(*a as usize, *b as usize).is_le() {
                    merged.push(*a);
                    left = left_rest;
                } else {
                    merged.push(*b);
                    right = right_rest;
                }
            }
            merged.extend(left);
            merged.extend(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(
            mut items in proptest::collection::vec((0u8..9, any::<u8>()), 0..60),
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut few = items.clone();
            super::sort_few_by(&mut few, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&few, &expected);
            super::sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(items, expected);
        }
    }
}
