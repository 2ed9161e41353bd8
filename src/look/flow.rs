//! Entries one behind the other, in as many lines as a room needs.

/// The number of lines that entries so wide take in a room.
pub fn line_count(widths: &[f32], gap: f32, room: f32) -> usize {
    let (mut count, mut x) = (1, 0.0);
    for width in widths {
        if x > 0.0 && x + width > room {
            (count, x) = (count + 1, 0.0);
        }
        x += width + gap;
    }
    count
}

/// The least room in which entries so wide take no more lines than in all the room: lines of about the same length, so
/// that no entry stands alone on the last.
pub fn even_room(widths: &[f32], gap: f32, room: f32) -> f32 {
    let count = line_count(widths, gap, room);
    let less = (10..20).map(|part| room * part as f32 / 20.0).find(|less| line_count(widths, gap, *less) == count);
    less.filter(|_| count > 1).unwrap_or(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_entry_stands_alone_on_the_last_line() {
        let widths = [200.0, 50.0, 50.0, 50.0, 50.0, 50.0];
        let room = even_room(&widths, 20.0, 500.0);
        assert!((250.0..400.0).contains(&room), "{room}");
        assert_eq!((line_count(&widths, 20.0, 500.0), line_count(&widths, 20.0, room)), (2, 2));
        assert!(even_room(&[50.0, 50.0], 20.0, 500.0) > 499.0);
    }
}
