//! Toggle: what a click on a value makes of a term.

/// A term after a click.
pub enum Toggled<V> {
    /// As it was: the click means nothing to it.
    Same,
    /// Without the last of its values there is none.
    Gone,
    /// With these values.
    Now(V),
}

impl<V> Toggled<V> {
    /// The same with other values.
    pub fn map<W>(self, change: impl FnOnce(V) -> W) -> Toggled<W> {
        match self {
            Toggled::Same => Toggled::Same,
            Toggled::Gone => Toggled::Gone,
            Toggled::Now(values) => Toggled::Now(change(values)),
        }
    }
}

/// Adds a value to a sorted list, or takes it away.
pub fn flip<V: PartialEq + Ord>(now: Option<Vec<V>>, value: V) -> Toggled<Vec<V>> {
    let mut list = now.unwrap_or_default();
    match list.iter().position(|other| *other == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value),
    }
    list.sort();
    if list.is_empty() { Toggled::Gone } else { Toggled::Now(list) }
}
