//! Work of many parts: engines have no threads, so whoever calls them brings the hands.

use std::ops::ControlFlow;
use std::sync::Mutex;

/// Does the parts of a work, several at a time and in any order, and hands each on in order, on the caller's thread, as
/// soon as it is done; ends early where that says so. Its arguments: the number of parts, the doing of one, its taking.
pub type Hands = dyn Fn(usize, &(dyn Fn(usize) + Sync), &mut dyn FnMut(usize) -> ControlFlow<()>);

/// One part after the other, on the caller's thread.
pub fn alone(count: usize, part: &(dyn Fn(usize) + Sync), take: &mut dyn FnMut(usize) -> ControlFlow<()>) {
    for n in 0..count {
        part(n);
        if take(n).is_break() {
            return;
        }
    }
}

/// Makes something of each part and takes what was made in the order of the parts. Parts wait to be taken one by one, so
/// the result is the same by any number of hands.
pub fn in_parts<T: Send>(
    hands: &Hands,
    count: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> ControlFlow<()>,
) {
    let made: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    let part = |n: usize| {
        let one = make(n);
        if let Some(Ok(mut slot)) = made.get(n).map(Mutex::lock) {
            *slot = Some(one);
        }
    };
    hands(count, &part, &mut |n| {
        let one = made.get(n).and_then(|slot| slot.lock().ok()?.take());
        one.map_or(ControlFlow::Break(()), |one| take(n, one))
    });
}
