//! A progress bar on standard error, on a terminal only.

use std::fs::File;
use std::io::{self, Read};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far a long command has come.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Progress through so many bytes.
    pub fn of_bytes(total: u64) -> Result<Progress> {
        Progress::new(total, "{bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta} left {msg}")
    }

    /// Progress through so many articles; with 0 it is not known how many.
    pub fn of_articles(total: u64) -> Result<Progress> {
        let template = if total == 0 {
            "{pos} articles {per_sec}"
        } else {
            "{bar:30} {pos}/{len} {per_sec} {eta} left"
        };
        Progress::new(total, template)
    }

    fn new(total: u64, template: &str) -> Result<Progress> {
        let target = ProgressDrawTarget::stderr_with_hz(4);
        let bar = ProgressBar::with_draw_target(Some(total), target);
        bar.set_style(ProgressStyle::with_template(template)?);
        Ok(Progress { bar })
    }

    /// A reader whose bytes count.
    pub fn counting(&self, file: File) -> impl Read + 'static {
        Counting { file, bar: self.bar.clone() }
    }

    /// One article more is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// A note beside the bar.
    pub fn note(&self, note: String) {
        self.bar.set_message(note);
    }

    /// Has something printed while the bar is out of the way.
    pub fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

struct Counting {
    file: File,
    bar: ProgressBar,
}

impl Read for Counting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.bar.inc(read as u64);
        Ok(read)
    }
}
