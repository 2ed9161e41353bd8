//! Standard error as a terminal can take it: no character of a name or a text commands it or turns others around.

use std::io::{self, Write};

use crate::catalogue::characters::harmless;

/// A writer of lines for people. Line breaks are those of the messages.
pub struct Terminal<'w>(pub &'w mut dyn Write);

impl Write for Terminal<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<String> = text.split('\n').map(harmless).collect();
        self.0.write_all(lines.join("\n").as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
