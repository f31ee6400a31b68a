//! Many short strings in one.

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
}
