//! Lucene's analyzer as a program that waits: it analyses a text each time that it is asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// Lucene, warm, with its text read.
pub struct Lucene {
    program: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Lucene {
    /// Starts `tests/bench/lucene/run` and waits until it is warm.
    ///
    /// # Errors
    ///
    /// Says why Lucene cannot run on this machine.
    pub fn start(text: &Path) -> Result<Lucene, String> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/lucene/run");
        let mut command = Command::new(script);
        command.arg(text).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = command.spawn().map_err(|error| error.to_string())?;
        let questions = program.stdin.take().expect("it was piped");
        let answers = BufReader::new(program.stdout.take().expect("it was piped"));
        let mut lucene = Lucene { program, questions, answers };
        if lucene.answer().is_empty() { Err(lucene.complaint()) } else { Ok(lucene) }
    }

    /// How long it takes to analyse the text once more.
    pub fn time(&mut self) -> Duration {
        writeln!(self.questions).expect("Lucene waits for questions");
        let nanoseconds = self.answer().trim().parse();
        Duration::from_nanos(nanoseconds.expect("Lucene answers with a number"))
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("Lucene writes UTF-8");
        line
    }

    fn complaint(&mut self) -> String {
        let mut complaint = String::new();
        let errors = self.program.stderr.as_mut().expect("it was piped");
        errors.read_to_string(&mut complaint).expect("complaints are UTF-8");
        complaint.trim().to_owned()
    }
}

impl Drop for Lucene {
    fn drop(&mut self) {
        // Neither can fail in a way that matters: it is gone already, or goes now.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
