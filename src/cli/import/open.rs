//! Opening plain and compressed files for line-wise reading.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::progress::Progress;

/// Bytes read at a time.
const BUFFER: usize = 1 << 20;
/// A longer line is no entity but a damaged file.
const LONGEST_LINE: u64 = 256 << 20;

/// A file, unpacked by what its name ends in; the progress follows the bytes
/// of the file itself.
pub fn open(path: &Path, progress: &Progress) -> Result<Box<dyn BufRead>> {
    let name = path.display().to_string();
    let file = File::open(path).with_context(|| name.clone())?;
    let counted = BufReader::with_capacity(BUFFER, progress.counting(file));
    Ok(match path.extension().and_then(|e| e.to_str()) {
        Some("gz") => buffered(flate2::bufread::MultiGzDecoder::new(counted)),
        Some("bz2") => buffered(bzip2::bufread::MultiBzDecoder::new(counted)),
        Some("zst") => buffered(zstd::Decoder::with_buffer(counted).with_context(|| name)?),
        _ => Box::new(counted),
    })
}

fn buffered(reader: impl Read + 'static) -> Box<dyn BufRead> {
    Box::new(BufReader::with_capacity(BUFFER, reader))
}

/// Calls `each` with every line and its number from 1, one buffer for all.
pub fn each_line(
    path: &Path,
    progress: &Progress,
    mut each: impl FnMut(&[u8], u64) -> Result<()>,
) -> Result<()> {
    let mut reader = open(path, progress)?;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = read_line(&mut *reader, &mut line)
            .with_context(|| format!("{}: line {number}", path.display()))?;
        if !read {
            return Ok(());
        }
        each(&line, number)?;
    }
    Ok(())
}

/// Reads a line without its end; `false` at the end of the file.
fn read_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> Result<bool> {
    let read = io::Read::take(reader, LONGEST_LINE).read_until(b'\n', line)?;
    if read as u64 == LONGEST_LINE {
        bail!("longer than {} MB: is it one entity a line?", LONGEST_LINE >> 20);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    Ok(read > 0)
}
