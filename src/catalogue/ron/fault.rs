//! Reasons that no record or field is found in a text.

/// The reason that no span is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A string that never ends.
    OpenString,
    /// A bracket that never closes.
    OpenBracket(char),
    /// A comment that never ends.
    OpenComment,
    /// A bracket that closes another kind of bracket, or none.
    WrongBracket(char),
    /// Text where only RON's own signs can stand: a quotation mark before it is probably missing.
    LooseText(char),
    /// Another sign was expected here.
    Expected(&'static str),
    /// A full-width sign between fields or records, and the sign that RON needs. It is read as that one.
    FullWidth(char, char),
}
