//! Words of the lexicon that are hidden, and a log of those asked for.

use std::cell::RefCell;

thread_local! {
    static HIDDEN: RefCell<Vec<bool>> = const { RefCell::new(Vec::new()) };
    static ASKED: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Begins with nothing hidden, in a table of so many slots.
pub(super) fn start(slots: usize) {
    HIDDEN.set(vec![false; slots]);
}

/// Whether the word in this slot is hidden; notes that it was asked for.
pub(in crate::morph) fn is_hidden(slot: usize) -> bool {
    HIDDEN.with_borrow(|hidden| {
        let hides = hidden.get(slot).copied();
        if hides.is_some() {
            ASKED.with_borrow_mut(|asked| asked.push(slot));
        }
        hides.unwrap_or_default()
    })
}

pub(super) fn hide(slot: usize) {
    HIDDEN.with_borrow_mut(|hidden| hidden[slot] = true);
}

pub(super) fn show(slot: usize) {
    HIDDEN.with_borrow_mut(|hidden| hidden[slot] = false);
}

/// Forgets what was asked for.
pub(super) fn forget() {
    ASKED.with_borrow_mut(Vec::clear);
}

/// The slots of the words asked for, hidden ones included, each once.
pub(super) fn asked() -> Vec<usize> {
    let mut slots = ASKED.take();
    slots.sort_unstable();
    slots.dedup();
    slots
}
