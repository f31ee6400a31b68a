//! What can go wrong: only loading can (reading text never fails).

use std::fmt;

/// Why a pack or an entity file could not be loaded.
///
/// The message says what is wrong and where (byte, line or field), in lower
/// case and without a full stop, ready to follow a file name and a colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error that says `message`.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Error {
        Error { message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
