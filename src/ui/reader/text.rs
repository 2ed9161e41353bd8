//! The text: the sentence in hand, the lines of marks under the words with the letters of their focuses in the margin,
//! and the dotted lines of suggestions. Each sentence in sight has a name.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role as Node;
use egui::{
    Align2, CursorIcon, EventFilter, FontId, Galley, Id, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ReaderMemory;
use super::laid::{BELOW, LINE, chars_between, indent, pieces};
use super::letters::letter;
use crate::catalogue::FocusIdx;
use crate::edit::chosen_strength_text;
use crate::look::{Pattern, Point};
use crate::session::{PlacedMark, ReaderMove, ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::words::ReaderText as W;

/// The room at the left of the text, and the part of it that letters take.
const MARGIN: f32 = 60.0;
const LETTERS: f32 = 48.0;
/// Between the lines under two sentences of a line.
const APART: f32 = 3.0;
/// The height of a line of marks, with the room below it.
const BESIDE_MARKS: f32 = 4.0;

/// The text with its marks.
pub fn text_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader) {
    let width = (ui.available_width() - MARGIN - 14.0).max(120.0);
    memory.laid.begin(ui, &reader.page, width, ctx.colors.text);
    // News and fields under the text take room from it: the sentence in hand stays in sight where it was.
    let high = ui.available_height();
    let shrinks = high + 0.5 < memory.high && memory.rows.iter().any(|(number, _)| *number == reader.at);
    memory.high = high;
    let is_new = memory.followed.as_ref().is_none_or(|(text, at)| (text, *at) != (&reader.page.id, reader.at));
    let follows = is_new || shrinks;
    let scroll = ScrollArea::vertical().id_salt(("reader", &reader.page.id)).auto_shrink([false, false]);
    memory.rows.clear();
    scroll.show_viewport(ui, |ui, seen| {
        let top = ui.min_rect().left_top();
        ui.set_height(memory.laid.height());
        ui.set_width(ui.available_width());
        let name = W::TheText.get(ctx.lang());
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Node::Document);
            node.set_label(name);
        });
        let mut at = memory.laid.first_below(seen.top());
        while let Some(line) = reader.page.lines.get(at).filter(|_| memory.laid.top(at) < seen.bottom()) {
            let Some(galley) = memory.laid.line(ui, at) else { break };
            let place = top + vec2(MARGIN + indent(line.depth), memory.laid.top(at));
            let view = Rect::from_min_size(top + seen.min.to_vec2(), seen.size());
            paragraph_ui(ui, ctx, memory, reader, &Paragraph { at, galley: &galley, place, left: top.x, view });
            at += 1;
        }
        let sentences = reader.page.sentences.len();
        let is_end = at >= reader.page.lines.len() && memory.laid.height() <= seen.bottom() + LINE;
        if is_end && sentences > 0 && !reader.is_at_end {
            ctx.send(ReadingStep::SawEnd);
        }
        if follows && let Some(sentence) = reader.page.sentences.get(reader.at) {
            memory.followed = Some((reader.page.id.clone(), reader.at));
            if let Some(galley) = memory.laid.line(ui, sentence.paragraph) {
                let place = top + vec2(MARGIN, memory.laid.top(sentence.paragraph));
                let rows = pieces(&galley, sentence.from, sentence.to);
                let whole =
                    rows.into_iter().reduce(Rect::union).unwrap_or(Rect::from_min_size(Pos2::ZERO, vec2(1.0, LINE)));
                let whole = whole.translate(place.to_vec2()).expand2(vec2(0.0, LINE));
                ui.scroll_to_rect_animation(whole, None, egui::style::ScrollAnimation::none());
                ui.ctx().request_repaint();
            }
        }
    });
    if let Some((number, pointer)) = memory.clicked.take() {
        // Sentences of one paragraph lie around each other: the pointer says which one is meant.
        let meant = pointer.and_then(|at| memory.rows.iter().find(|(_, row)| row.contains(at)));
        let extends = ui.input(|input| input.modifiers.shift);
        ctx.send(ReadingStep::Go(ReaderMove::To(meant.map_or(number, |(meant, _)| *meant)), extends));
        memory.wants_text = true;
    }
}

/// A paragraph to paint.
struct Paragraph<'a> {
    at: usize,
    galley: &'a Arc<Galley>,
    /// The top left of its words.
    place: Pos2,
    /// The left edge of the margin.
    left: f32,
    /// The part of the text in sight.
    view: Rect,
}

fn paragraph_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader, of: &Paragraph<'_>) {
    let offset = of.place.to_vec2();
    let (first, last) = reader.range();
    // Of a paragraph longer than the window only what is in sight.
    let seen = chars_between(of.galley, of.view.top() - of.place.y, of.view.bottom() - of.place.y);
    let all = &reader.page.sentences;
    let begin = all.partition_point(|one| (one.paragraph, one.to) <= (of.at, seen.start));
    let sentences = all.get(begin..).unwrap_or_default().iter().enumerate();
    for (n, sentence) in sentences.take_while(|(_, one)| one.paragraph == of.at && one.from < seen.end) {
        let number = begin + n;
        let rows: Vec<Rect> =
            pieces(of.galley, sentence.from, sentence.to).into_iter().map(|row| row.translate(offset)).collect();
        let Some(whole) = rows.iter().copied().reduce(Rect::union).filter(|whole| whole.intersects(of.view)) else {
            continue;
        };
        if (first..=last).contains(&number) {
            for row in &rows {
                ui.painter().rect_filled(words_of(*row), 3.0, ctx.colors.selected);
            }
        }
        memory.rows.extend(rows.iter().map(|row| (number, *row)));
        // What shows where the keyboard is leaves the sentence behind alone.
        let ends = rows.last().is_some_and(|row| goes_on(of.galley, row.translate(-offset)));
        let own = if ends && rows.len() == 1 { whole.with_max_x(whole.right() - APART) } else { whole };
        sentence_ui(ui, ctx, memory, reader, number, own);
        let below = BESIDE_MARKS * lanes(reader, of.at, sentence.from..sentence.to) as f32;
        for (level, at) in reader.marks.cues_of(&reader.page, number).iter().enumerate() {
            let Some(focus) = reader.page.cues.get(*at).map(|cue| cue.focus) else { continue };
            let color = ctx.colors.focus_text(usize::from(focus.0));
            for row in &rows {
                let right = end_of(of.galley, row.translate(-offset)) + offset.x;
                dotted(ui, row.left(), right, row.bottom() - BELOW + 1.5 + below + 3.0 * level as f32, color);
            }
        }
    }
    ui.painter().galley(of.place, of.galley.clone(), ctx.colors.text);
    marks_ui(ui, ctx, reader, of, &seen);
    if let Some(framed) = reader.framed().filter(|place| place.paragraph as usize == of.at + 1) {
        for row in pieces(of.galley, framed.from, framed.to) {
            let stroke = Stroke::new(1.5, ctx.colors.strong);
            ui.painter().rect_stroke(words_of(row.translate(offset)), 2.0, stroke, StrokeKind::Outside);
        }
    }
}

/// Whether other words follow these in their line.
fn goes_on(galley: &Galley, words: Rect) -> bool {
    let is_its = |row: &&egui::epaint::text::PlacedRow| (row.pos.y - words.top()).abs() < 0.5;
    galley.rows.iter().find(is_its).is_some_and(|row| row.pos.x + row.size.x > words.right() + 0.5)
}

/// The end of the line under these words: short of the next ones, so that two sentences beside each other have a line
/// each.
fn end_of(galley: &Galley, words: Rect) -> f32 {
    words.right() - if goes_on(galley, words) { APART } else { 0.0 }
}

/// The number of lines of marks under a part of a paragraph, below which its suggestions stand: one at the most, since
/// more leave no room.
fn lanes(reader: &TextReader, paragraph: usize, part: Range<u32>) -> usize {
    let mut marks = reader.marks.of_paragraph(paragraph).iter();
    usize::from(marks.any(|mark| mark.place.from < part.end && mark.place.to > part.start))
}

/// The part of a line that its words take.
fn words_of(row: Rect) -> Rect {
    Rect::from_min_max(row.min + vec2(0.0, 3.0), pos2(row.right(), row.bottom() - BELOW))
}

/// A sentence as a part of the window: clicked, read out, and with the keyboard where it is in hand.
fn sentence_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut ReaderMemory, reader: &TextReader, number: usize, whole: Rect) {
    let is_now = number == reader.at;
    let id = Id::unique(("sentence", &reader.page.id, number));
    let sense = if is_now { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(whole.intersect(ui.clip_rect()), id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_now, name(ctx, reader, number)));
    if response.clicked() {
        memory.clicked = Some((number, response.interact_pointer_pos()));
    }
    let _ = response.clone().on_hover_cursor(CursorIcon::Text);
    if !is_now {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    let is_free = focused.is_none() || focused == memory.sentence;
    if (is_free || memory.wants_text) && memory.takes_keyboard(ctx) && !response.has_focus() {
        response.request_focus();
    }
    memory.wants_text = false;
    memory.sentence = Some(id);
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The name of a sentence: its words, what it is marked with, and where it stands.
fn name(ctx: &Ctx<'_>, reader: &TextReader, number: usize) -> String {
    let lang = ctx.lang();
    let Some(sentence) = reader.page.sentences.get(number).copied() else { return String::new() };
    let focus = |focus: FocusIdx| ctx.catalogue()[focus].name.get(lang);
    let mark = |mark: &PlacedMark| {
        let strength = reader.marks.statement(mark).map(|one| chosen_strength_text(one.strength).get(lang));
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("focus", &focus(mark.focus)), ("strength", &strength.unwrap_or_default())];
        W::OneMark.fill(lang, &values)
    };
    let marks: Vec<String> = reader.marks.of_sentence(sentence).map(mark).collect();
    let cue = |at: &usize| {
        let cue = reader.page.cues.get(*at)?;
        Some(W::Suggests.fill(lang, &[("cue", &cue.cue), ("focus", &focus(cue.focus))]))
    };
    let cues: Vec<String> = reader.marks.cues_of(&reader.page, number).iter().filter_map(cue).collect();
    let mut told = String::new();
    for (text, list, name) in [(W::MarkedAs, marks, "marks"), (W::SuggestedAs, cues, "cues")] {
        if !list.is_empty() {
            told += &text.fill(lang, &[(name, &list.join(lang.semicolon()))]);
            told += lang.semicolon();
        }
    }
    let values: [(&str, &dyn std::fmt::Display); 3] = [
        ("paragraph", &(sentence.paragraph + 1)),
        ("sentence", &sentence.number),
        ("all", &reader.page.sentences.len()),
    ];
    let at = W::SentenceAt.fill(lang, &values);
    W::SentenceName.fill(lang, &[("text", &reader.page.words(sentence).trim()), ("marks", &told), ("at", &at)])
}

/// The lines of the marks of a paragraph under its words, and their letters beside it.
fn marks_ui(ui: &Ui, ctx: &Ctx<'_>, reader: &TextReader, of: &Paragraph<'_>, seen: &Range<u32>) {
    let marks = reader.marks.of_paragraph(of.at).iter();
    let marks: Vec<&PlacedMark> =
        marks.filter(|mark| mark.place.from < seen.end && mark.place.to > seen.start).collect();
    if marks.is_empty() {
        return;
    }
    // Marks over the same words lie one below the other.
    let mut levels: Vec<(usize, u32)> = Vec::new();
    let mut deepest = 1;
    for (at, mark) in marks.iter().enumerate() {
        let before = marks.get(..at).unwrap_or_default().iter().zip(&levels);
        let taken: Vec<usize> =
            before.filter(|(other, _)| other.place.to > mark.place.from).map(|(_, (level, _))| *level).collect();
        let level = (0..=taken.len()).find(|level| !taken.contains(level)).unwrap_or_default();
        deepest = deepest.max(level + 1);
        levels.push((level, mark.place.to));
    }
    let high = (BELOW / deepest as f32).min(4.0);
    // The focuses of each line, by the height that it begins at.
    let (mut beside, offset) = (Vec::<(f32, Vec<FocusIdx>)>::new(), of.place.to_vec2());
    for (mark, (level, _)) in marks.iter().zip(&levels) {
        let rows = pieces(of.galley, mark.place.from, mark.place.to);
        for row in &rows {
            let right = end_of(of.galley, *row) + offset.x;
            let row = row.translate(offset);
            let top = row.bottom() - BELOW + high * *level as f32;
            let line = Rect::from_min_max(pos2(row.left(), top), pos2(right, top + (high - 1.0).max(1.5)));
            mark_line(ui, ctx, mark.focus, line);
        }
        let Some(row) = rows.first().map(|row| row.translate(offset)) else { continue };
        match beside.iter_mut().find(|(y, _)| (*y - row.top()).abs() < 1.0) {
            Some((_, focuses)) if focuses.contains(&mark.focus) => {}
            Some((_, focuses)) => focuses.push(mark.focus),
            None => beside.push((row.top(), vec![mark.focus])),
        }
    }
    for (top, mut focuses) in beside {
        focuses.sort();
        letters_ui(ui, ctx, &focuses, pos2(of.left + MARGIN - 10.0, top + (LINE - BELOW) / 2.0 + 2.0));
    }
}

/// The letters of the focuses of a line, which end at a place: all of them, smaller where there are many.
fn letters_ui(ui: &Ui, ctx: &Ctx<'_>, focuses: &[FocusIdx], ends: Pos2) {
    let step = (LETTERS / focuses.len().max(1) as f32).min(15.0);
    let font = FontId::new((step - 1.0).clamp(7.0, 13.0), crate::ui::fonts::bold_family());
    for (at, focus) in focuses.iter().rev().enumerate() {
        let letter = letter(ctx.catalogue(), *focus, ctx.lang());
        let color = ctx.colors.focus_text(usize::from(focus.0));
        ui.painter().text(ends - vec2(step * at as f32, 0.0), Align2::RIGHT_CENTER, letter, font.clone(), color);
    }
}

/// The line of a mark: the colour of its focus with its pattern.
pub fn mark_line(ui: &Ui, ctx: &Ctx<'_>, focus: FocusIdx, line: Rect) {
    let n = usize::from(focus.0);
    let color = ctx.colors.focus(n);
    let pattern = Pattern::focus(n);
    if pattern == Pattern::Plain {
        ui.painter().rect_filled(line, 0.0, color);
        return;
    }
    ui.painter().rect_filled(line, 0.0, color.gamma_multiply(0.35));
    let area = crate::look::Rect::new(line.left(), line.top(), line.width(), line.height());
    let at = |point: Point| pos2(point.x, point.y);
    for [from, to] in pattern.lines(area) {
        ui.painter().line_segment([at(from), at(to)], Stroke::new(1.6, color));
    }
}

fn dotted(ui: &Ui, left: f32, right: f32, y: f32, color: egui::Color32) {
    let points = [pos2(left + 1.0, y), pos2(right, y)];
    ui.painter().extend(Shape::dotted_line(&points, color, 4.0, 0.9));
}
