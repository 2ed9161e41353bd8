//! Combinations from top to bottom: the focuses of each as filled squares, its number as a bar, its members by name.

use super::pen::Pen;
use super::{Area, BODY, NOTE, counted};
use crate::figures::scene::{Anchor, Look, Rect, Stroke, Target};
use crate::figures::upset::{Upset, UpsetRow};
use crate::look::{Font, Pattern};
use crate::words::{FigureText as T, Lang};

const HEAD: Font = Font::bold(13.0);
const NUMBER: Font = Font::bold(13.0);
/// Side of a square.
const SIDE: f32 = 15.0;
/// How many combinations are drawn at most.
pub const MOST: usize = 200;

/// How many combinations are not drawn.
pub fn note(upset: &Upset, lang: Lang) -> Option<String> {
    let n = upset.rows.len();
    (n > MOST).then(|| T::RowsLeftOut.fill(lang, &[("k", &MOST), ("n", &n)]))
}

/// Draws the combinations.
pub fn upset(pen: &mut Pen<'_>, upset: &Upset, lang: Lang, area: Area) -> Option<f32> {
    let rows = upset.rows.get(..upset.rows.len().min(MOST)).unwrap_or_default();
    if rows.is_empty() || upset.sets.is_empty() {
        return None;
    }
    let palette = pen.palette;
    let widest = upset.sets.iter().map(|(column, _)| HEAD.width(&column.name)).fold(0.0, f32::max);
    let all = area.width() * 0.56;
    let column = (widest + 16.0).max(44.0).min(all / upset.sets.len() as f32);
    let mut y = area.top + 2.0;
    for (n, (set, size)) in upset.sets.iter().enumerate() {
        let x = area.left + column * (n as f32 + 0.5);
        let rect = Rect::new(area.left + column * n as f32, y, column, HEAD.line() + NOTE.line());
        let words = T::NameAndCount.fill(lang, &[("name", &set.name), ("n", size)]);
        let target = Target::Filter { key: "focus", value: set.id.clone() };
        pen.mark(rect, words, Some(target), |pen| {
            let name = HEAD.shorten(&set.name, column - 4.0);
            let color = palette.focus(usize::from(set.focus.0));
            pen.text((x, y + HEAD.line() / 2.0 + HEAD.middle()), Anchor::Middle, HEAD, (color, &name));
            let baseline = y + HEAD.line() + NOTE.line() / 2.0 + NOTE.middle();
            pen.text((x, baseline), Anchor::Middle, NOTE, (palette.weak, &size.to_string()));
        });
    }
    y += HEAD.line() + NOTE.line() + 6.0;
    let room = area.room.map(|room| room - (y - area.top));
    let row = Area { room, ..area }.stretched(28.0 * rows.len() as f32, 1.7) / rows.len() as f32;
    let left = area.left + column * upset.sets.len() as f32 + 16.0;
    let most = rows.iter().map(|row| row.members.len()).max().unwrap_or(0).max(1);
    let number = NUMBER.width(&most.to_string()) + 6.0;
    let unit = (((area.right - left) * 0.4 - number) / most as f32).min(36.0);
    for (n, data) in rows.iter().enumerate() {
        let top = y + row * n as f32;
        pen.line((area.left, top), (area.right, top), Stroke::solid(palette.line, 1.0));
        let rect = Rect::new(area.left, top, area.right - area.left, row);
        let words = counted(&data.name, data.members.len(), &data.members, lang);
        pen.mark(rect, words, target(data), |pen| {
            let middle = top + row / 2.0;
            squares(pen, upset, data, (area.left, column, middle));
            let wide = unit * data.members.len() as f32;
            let bar = Rect::new(left, middle - row * 0.3, wide, row * 0.6);
            if data.focuses.is_empty() {
                pen.rect(bar.shrink(0.5), 0.0, Look::outlined(Stroke::dashed(palette.outline, 1.0)));
            } else {
                pen.rect(bar, 0.0, Look::filled(palette.bar));
            }
            let number = data.members.len().to_string();
            let x = left + wide + 6.0;
            pen.text((x, middle + NUMBER.middle()), Anchor::Start, NUMBER, (palette.text, &number));
            let x = x + NUMBER.width(&number) + 10.0;
            let names = NOTE.shorten(&data.members.join(lang.comma()), area.right - x);
            pen.text((x, middle + NOTE.middle()), Anchor::Start, NOTE, (palette.weak, &names));
        });
    }
    let bottom = y + row * rows.len() as f32;
    pen.line((area.left, bottom), (area.right, bottom), Stroke::solid(palette.line, 1.0));
    Some(bottom)
}

fn target(row: &UpsetRow) -> Option<Target> {
    (!row.query.is_empty()).then(|| Target::Query(row.query.clone()))
}

/// The focuses of a combination as squares on a line; what is not stated or not assessed in words.
fn squares(pen: &mut Pen<'_>, upset: &Upset, row: &UpsetRow, (left, column, middle): (f32, f32, f32)) {
    let palette = pen.palette;
    if row.focuses.is_empty() {
        let room = column * upset.sets.len() as f32;
        let words = BODY.shorten(&row.name, room);
        pen.text((left, middle + BODY.middle()), Anchor::Start, BODY, (palette.weak, &words));
        return;
    }
    let x = |n: usize| left + column * (n as f32 + 0.5);
    let at: Vec<usize> = (0..upset.sets.len())
        .filter(|n| upset.sets.get(*n).is_some_and(|(s, _)| row.focuses.contains(&s.focus)))
        .collect();
    if let (Some(first), Some(last)) = (at.first(), at.last()) {
        pen.line((x(*first), middle), (x(*last), middle), Stroke::solid(palette.outline, 1.5));
    }
    for (n, (set, _)) in upset.sets.iter().enumerate() {
        if at.contains(&n) {
            let focus = usize::from(set.focus.0);
            let rect = Rect::new(x(n) - SIDE / 2.0, middle - SIDE / 2.0, SIDE, SIDE);
            pen.patterned(rect, palette.focus(focus), Pattern::focus(focus));
        } else {
            let rect = Rect::new(x(n) - 3.0, middle - 3.0, 6.0, 6.0);
            pen.rect(rect, 0.0, Look::filled(palette.line));
        }
    }
}
