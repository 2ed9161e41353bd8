//! The overview: places x focuses with the three marks, the focus switches above, the legend below.

mod titles;

use egui::accesskit::Role;
use egui::{FontId, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::Ctx;
use super::access::{self, TablePlace, TableSize, part_of_table};
use super::fonts::{bold, bold_family};
use super::widgets::{
    BEYOND, PlaceMark, Roving, cut_ui, empty_ui, explained_ui, found_text, legend_height, legend_ui, link_of_group_ui,
    open_width, overview_form_ui, paint_place, reasons_within, row_menu_ui, segmented_ui,
};
use crate::catalogue::{FocusIdx, RegionIdx, Strength};
use crate::export::more_not_assessed;
use crate::look::{CellMark, Font};
use crate::query::{FocusCount, FocusMode, NamedShare, Row, TermKey, Test, Unit, floor_note};
use crate::session::{Action, Detail, Filter, RowHeight, ViewChange};
use crate::words::{UiText as T, WorkbenchText as W};
use titles::{first_title, titles_ui};

const HEAD: f32 = 62.0;
/// Room under a name for the reason that its place was found.
const REASON: f32 = 18.0;

/// The widths of the name column and of a focus column, and how far a mark stands left of the middle of its column, so
/// that 等 has room beside it.
struct Columns {
    name: f32,
    focus: f32,
    left: f32,
}

/// Room for the bar at the right of the rows, which lies over no 等.
const BAR: f32 = 10.0;
/// The radius of a mark.
const RADIUS: f32 = 9.0;
/// The width that a focus column needs for its name at a size that is read without effort, and what names need beside it.
const LEGIBLE: f32 = 66.0;
const NAMES: f32 = 160.0;

/// The matrix.
pub fn matrix_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let focuses = ctx.catalogue().focuses.len().max(1) as f32;
    let width = ui.available_width() - BAR;
    let fair = (width * 0.62 / focuses).max(LEGIBLE.min((width - NAMES) / focuses));
    let focus = fair.clamp(54.0, 150.0);
    let left = (RADIUS + open_width(RADIUS, ctx.lang()) + 2.0 - focus / 2.0).max(0.0);
    let columns = Columns { name: (width - focus * focuses).max(NAMES), focus, left };
    let needed = columns.name + focus * focuses;
    if needed > width + BAR + 1.0 {
        // A narrow window scrolls sideways; nothing is out of reach.
        let area = ScrollArea::horizontal().id_salt("wide matrix").auto_shrink([false, false]);
        cut_ui(ui, ctx, area, |ui| {
            ui.set_width(needed);
            grid_ui(ui, ctx, &columns);
        });
    } else {
        grid_ui(ui, ctx, &columns);
    }
}

/// The height of a row that has all the room it wants, from the least to the most.
fn row_heights(rows: RowHeight) -> std::ops::RangeInclusive<f32> {
    match rows {
        RowHeight::Compact => 40.0..=40.0,
        RowHeight::Usual => 46.0..=64.0,
        RowHeight::Roomy => 66.0..=84.0,
    }
}

fn grid_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: &Columns) {
    let bottom = ui.max_rect().bottom() - legend_height(ui.available_width(), ctx);
    let rows = ctx.session.derived().regions.rows.len();
    let size = TableSize { rows, columns: ctx.catalogue().focuses.len() + 1 };
    access::table(ui, ctx.text(T::MatrixName), size, |ui| rows_ui(ui, ctx, columns, bottom));
    let foot = Rect::from_min_max(pos2(ui.max_rect().left(), bottom + 6.0), ui.max_rect().max);
    let mut foot = ui.new_child(UiBuilder::new().max_rect(foot));
    legend_ui(&mut foot, ctx);
}

/// The heads and the rows, down to where the legend begins.
fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: &Columns, bottom: f32) {
    let derived = ctx.session.derived();
    let rows = &derived.regions.rows;
    head_ui(ui, ctx, columns);
    note_ui(ui, ctx);
    if rows.is_empty() {
        empty_ui(ui, ctx);
    } else {
        let space = (bottom - ui.cursor().top()).max(60.0);
        let heights = row_heights(ctx.session.settings().rows);
        let reason = if derived.needles().is_empty() { 0.0 } else { REASON };
        let least = heights.start() + reason;
        let row = (space / rows.len() as f32).floor().clamp(least, heights.end() + reason);
        // The last row in sight is a whole one.
        let seen = (space / row).floor().max(1.0);
        let row = if seen < rows.len() as f32 { (space / seen).floor() } else { row };
        let space = if seen < rows.len() as f32 { row * seen } else { space };
        ui.spacing_mut().item_spacing.y = 0.0;
        let roving = Roving::new(ui, "matrix", (rows.len(), ctx.catalogue().focuses.len() + 1));
        ScrollArea::vertical().id_salt("matrix").auto_shrink([false, true]).max_height(space).show_rows(
            ui,
            row,
            rows.len(),
            |ui, range| {
                let top = ui.max_rect().top() - range.start as f32 * row;
                let mut roving = roving.showing(range.clone());
                for at in range {
                    if let Some(Row::Region(region)) = rows.get(at) {
                        let line = Line { region: *region, at, height: row };
                        ui.push_id(region.0, |ui| row_ui(ui, ctx, &line, columns, &mut roving));
                    }
                }
                if let Some(wanted) = roving.wanted_row() {
                    let top = top + wanted as f32 * row;
                    let place = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=top + row);
                    ui.scroll_to_rect_animation(place, None, egui::style::ScrollAnimation::none());
                }
            },
        );
    }
}

fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, columns: &Columns) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let name = Rect::from_min_size(rect.min, vec2(columns.name, HEAD));
    let mut child = ui.new_child(UiBuilder::new().max_rect(name.shrink2(vec2(4.0, 6.0))));
    child.vertical(|ui| mode_ui(ui, ctx));
    let counts = &ctx.session.derived().focuses;
    for count in counts {
        let left = rect.left() + columns.name + f32::from(count.focus.0) * columns.focus;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(columns.focus, HEAD));
        let mut head = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("head", count.focus.0)));
        let name = ctx.catalogue()[count.focus].name.get(ctx.lang());
        part_of_table(&head, Role::ColumnHeader, TablePlace { row: 0, column: usize::from(count.focus.0) + 1 }, name);
        focus_switch_ui(&mut head, ctx, place, count);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
}

fn mode_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let now = match ctx.session.derived().query.positive(TermKey::Focus) {
        Some(Test::Focus(focuses)) => focuses.mode,
        _ => FocusMode::Any,
    };
    let name = |text: T| ctx.lang().capital(ctx.text(text));
    let choices = [
        (FocusMode::Any, name(T::ModeAny), ctx.text(T::ModeAnyHint)),
        (FocusMode::All, name(T::ModeAll), ctx.text(T::ModeAllHint)),
        (FocusMode::Only, name(T::ModeOnly), ctx.text(T::ModeOnlyHint)),
    ];
    let choices = choices.each_ref().map(|(mode, name, hint)| (*mode, name.as_str(), *hint));
    let chosen = ctx.session.derived().query.positive(TermKey::Focus).is_some();
    ui.add_enabled_ui(chosen, |ui| {
        if let Some(mode) = segmented_ui(ui, ctx, now, &choices) {
            ctx.send(Filter::Mode(mode));
        }
    })
    .response
    .on_disabled_hover_text(ctx.text(T::ModeDisabled));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        overview_form_ui(ui, ctx);
        counted_ui(ui, ctx);
    });
}

/// The unit of the numbers in the heads, where it is not cut.
fn counted_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let told = ctx.text(T::CountedByPlace);
    if Font::regular(12.0).width(told) <= ui.available_width() {
        ui.label(RichText::new(told).size(12.0).color(ctx.colors.weak));
    }
}

/// A line under the heads where their numbers are not those of the rows below them: over how many places they are, and
/// that words choose places while the cells count all their policies.
fn note_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (derived, lang) = (ctx.session.derived(), ctx.lang());
    let of = derived.focuses.first().map_or(0, |count| count.covered + count.not_assessed);
    let is_wider = derived.query.asks(TermKey::Focus) && of != derived.regions.rows.len();
    let focus = is_wider.then(|| (W::CountedBefore.fill(lang, &[("n", &of)]), ctx.text(T::FocusCountsWithoutFocus)));
    let scattered = derived.summary.scattered.len();
    let with_others = (scattered > 0 && !is_wider).then(|| {
        let told = W::CountedWithScattered.fill(lang, &[("n", &of), ("more", &scattered)]);
        (told, W::WordsChoosePlacesHint.get(lang))
    });
    let words = derived.query.texts().next();
    let words = words.map(|_| (W::WordsChoosePlaces.get(lang).to_owned(), W::WordsChoosePlacesHint.get(lang)));
    let unseen = derived.unassessed_in(Unit::Region);
    let unseen = (unseen > 0)
        .then(|| (W::PlacesUnassessed.fill(lang, &[("n", &unseen)]), Strength::NotAssessed.definition().get(lang)));
    let leaves_out = derived.focuses.iter().any(|count| count.covered > 0 && count.not_assessed > 0);
    let without = leaves_out
        .then(|| (W::DenominatorsLeaveOut.get(lang).to_owned(), Strength::NotAssessed.definition().get(lang)));
    let (told, hints): (Vec<String>, Vec<&str>) =
        focus.into_iter().chain(with_others).chain(unseen).chain(without).chain(words).unzip();
    if told.is_empty() {
        return;
    }
    let told = RichText::new(ctx.capital(&told.join(lang.semicolon()))).size(12.0).color(ctx.colors.weak);
    ui.add_space(3.0);
    ui.add(egui::Label::new(told).wrap()).on_hover_text(hints.join("\n"));
}

fn focus_switch_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, count: &FocusCount) {
    let focus = &ctx.catalogue()[count.focus];
    let name = focus.name.get(ctx.lang());
    let on = ctx.session.derived().query.has(TermKey::Focus, &focus.id);
    let id = ui.scope_id().with(("focus switch", count.focus.0));
    let response = ui.interact(place, id, Sense::click());
    let words = ctx.fill(
        T::FocusSwitch,
        &[("name", &name), ("k", &count.stated), ("n", &count.covered), ("m", &count.not_assessed)],
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, &words));
    let painter = ui.painter();
    if on || response.hovered() {
        let fill = if on { ctx.colors.selected } else { ctx.colors.raised };
        painter.rect_filled(place.shrink2(vec2(1.0, 0.0)), 0.0, fill);
    }
    let color = ctx.colors.focus(usize::from(count.focus.0));
    painter.rect_filled(place.with_max_y(place.top() + 4.0), 0.0, color);
    let center = place.center().x;
    let title = lay_title(ui, ctx, name, title_size(ui, ctx, place.width() - 6.0));
    let at = pos2(center - title.size().x / 2.0, place.top() + 22.0 - title.size().y / 2.0);
    ui.painter().galley(at, title, ctx.colors.text);
    let numbers = number_line(ui, ctx, count, place.width() - 4.0);
    let at = pos2(center - numbers.size().x / 2.0, place.top() + 37.0);
    ui.painter().galley(at, numbers, ctx.colors.weak);
    let mut hint = ctx.fill(
        T::FocusCounts,
        &[
            ("name", &name),
            ("k", &count.stated),
            ("n", &count.covered),
            ("more", &more_not_assessed(count.not_assessed, ctx.lang())),
            ("p", &count.by_policy),
            ("r", &count.by_place),
            ("counts", &focus.counts.get(ctx.lang())),
        ],
    );
    let floor = floor_note(std::iter::once(count), ctx.catalogue(), ctx.lang());
    if !floor.is_empty() {
        hint += "\n";
        hint += &floor;
    }
    if ctx.session.derived().query.asks(TermKey::Focus) {
        hint += "\n";
        hint += ctx.text(T::FocusCountsWithoutFocus);
    }
    if explained_ui(ui, response, &hint).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Filter::Toggle { key: TermKey::Focus, value: focus.id.clone() });
    }
}

/// The size at which the names of all focuses fit their columns, 18 points at most.
fn title_size(ui: &Ui, ctx: &Ctx<'_>, width: f32) -> f32 {
    const MOST: f32 = 18.0;
    let names = ctx.catalogue().focuses.iter().map(|focus| focus.name.get(ctx.lang()));
    let widest = names.map(|name| lay_title(ui, ctx, name, MOST).size().x).fold(0.0, f32::max);
    if widest <= width { MOST } else { (MOST * width / widest).floor().max(9.0) }
}

fn lay_title(ui: &Ui, ctx: &Ctx<'_>, name: &str, size: f32) -> std::sync::Arc<egui::Galley> {
    let font = FontId::new(size, bold_family());
    ui.ctx().fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), font, ctx.colors.text))
}

/// `≥ 2 / 11 地`, the first number strong; `11 地未提及` where the sources are silent, which is no zero, or `? 11 地` where
/// no source covers any. As small as a narrow column needs it;
/// where one of the columns has no room for the last word, none has it.
fn number_line(ui: &Ui, ctx: &Ctx<'_>, count: &FocusCount, width: f32) -> std::sync::Arc<egui::Galley> {
    const MOST: f32 = 12.5;
    let lay = |count: &FocusCount, size: f32, of: T| {
        let mut job = egui::text::LayoutJob::default();
        let format =
            |family, color| egui::TextFormat { font_id: FontId::new(size, family), color, ..Default::default() };
        let plain = format(egui::FontFamily::Proportional, ctx.colors.weak);
        match (count.covered, count.not_assessed) {
            (0, 0) => job.append(W::NoPlaces.get(ctx.lang()), 0.0, plain),
            (0, n) => job.append(&ctx.fill(T::PlacesNotAssessed, &[("n", &n)]), 0.0, plain),
            (n, _) if count.stated.count == 0 => job.append(&ctx.fill(T::PlacesSilent, &[("n", &n)]), 0.0, plain),
            (n, _) => {
                job.append(&count.stated.to_string(), 0.0, format(bold_family(), ctx.colors.text));
                job.append(&ctx.fill(of, &[("n", &n)]), 2.0, plain);
            }
        }
        ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut counts = ctx.session.derived().focuses.iter();
    if counts.all(|count| lay(count, MOST, T::OfPlaces).size().x <= width) {
        return lay(count, MOST, T::OfPlaces);
    }
    let short = lay(count, MOST, T::OfPlacesShort);
    if short.size().x <= width {
        return short;
    }
    lay(count, (MOST * width / short.size().x).floor().max(9.0), T::OfPlacesShort)
}

/// A row: its place, its position from the top, and its height.
struct Line {
    region: RegionIdx,
    at: usize,
    height: f32,
}

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, line: &Line, columns: &Columns, roving: &mut Roving) {
    let Line { region, at, height } = *line;
    let full = ctx.catalogue()[region].name.get(ctx.lang());
    let head = TablePlace { row: at + 1, column: 0 };
    part_of_table(ui, Role::Row, head, full);
    let (rect, hover) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // Of an opened policy the row of its place.
    let open = ctx.session.pointing().detail.is_some_and(|detail| detail.row.region(ctx.catalogue()) == region);
    if open || hover.contains_pointer() {
        let fill = if open { ctx.colors.selected } else { ctx.colors.raised };
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    let name = Rect::from_min_size(rect.min, vec2(columns.name, height));
    let reasons = if ctx.session.derived().reasons(Row::Region(region)).is_empty() {
        None
    } else {
        let shown = [Some(full.to_owned()), first_title(ctx, region, columns.name - 8.0)];
        let shown: Vec<String> = shown.into_iter().flatten().collect();
        reasons_within(ctx, Row::Region(region), Font::regular(12.0), columns.name - 8.0, &shown)
    };
    let texts = if reasons.is_some() { 40.0 + REASON } else { 40.0 };
    let inner = name.shrink2(vec2(4.0, (height - texts).max(0.0) / 2.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    part_of_table(&child, Role::RowHeader, head, full);
    child.set_clip_rect(name.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing = vec2(6.0, 0.0);
    child.spacing_mut().interact_size.y = 18.0;
    child.vertical(|ui| {
        ui.add_space(1.0);
        let marked = found_text(ui, ctx, bold(full).size(15.0));
        let link = link_of_group_ui(ui, marked, roving.sense((at, 0)));
        roving.follow(ui, (at, 0), &link);
        link.context_menu(|ui| row_menu_ui(ui, ctx, Row::Region(region), None));
        if link.clicked() {
            ctx.send(Action::Open(Detail { row: Row::Region(region), focus: None }));
        }
        ui.horizontal(|ui| titles_ui(ui, ctx, region, columns.name - 8.0));
        if let Some(line) = reasons {
            let line = found_text(ui, ctx, RichText::new(line).size(12.0).color(ctx.colors.weak));
            ui.add(egui::Label::new(line).truncate().selectable(false));
        }
    });
    collect_ui(ui, ctx, region, name, hover.contains_pointer());
    for focus in ctx.catalogue().focus_idxs() {
        let left = rect.left() + columns.name + f32::from(focus.0) * columns.focus;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(columns.focus, height));
        let spot = (at, usize::from(focus.0) + 1);
        let mut cell = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("cell", focus.0)));
        let response =
            cell_ui(&mut cell, ctx, CellOf { region, focus, at, left: columns.left }, place, roving.sense(spot));
        roving.follow(ui, spot, &response);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, ctx.colors.line));
}

/// A sign at the end of the name that adds the place to the comparison, or takes it out; seen under the pointer, and
/// while the place is in it.
fn collect_ui(ui: &mut Ui, ctx: &Ctx<'_>, region: RegionIdx, name: Rect, is_near: bool) {
    let place = &ctx.catalogue()[region];
    let is_in = ctx.session.view().comparison.contains(&place.code);
    if !is_near && !is_in {
        return;
    }
    let sign = Rect::from_center_size(pos2(name.right() - 16.0, name.center().y), vec2(24.0, 24.0));
    let response = ui.interact(sign, ui.scope_id().with("collect"), Sense::CLICK);
    let (sign_text, words) = if is_in { (W::CollectedSign, W::TakeOutOf) } else { (W::CollectSign, W::CollectOf) };
    let words = words.fill(ctx.lang(), &[("name", &place.name.get(ctx.lang()))]);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_in, &words));
    let color = if response.hovered() { ctx.colors.text } else { ctx.colors.weak };
    ui.painter().text(
        sign.center(),
        egui::Align2::CENTER_CENTER,
        sign_text.get(ctx.lang()),
        egui::FontId::proportional(14.0),
        color,
    );
    if response.on_hover_text(words).clicked() {
        ctx.send(ViewChange::Collect(place.code.clone()));
    }
}

/// A place under a focus, its row, and how far its mark stands left of the middle.
#[derive(Clone, Copy)]
struct CellOf {
    region: RegionIdx,
    focus: FocusIdx,
    at: usize,
    left: f32,
}

fn cell_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    CellOf { region, focus, at, left }: CellOf,
    place: Rect,
    sense: Sense,
) -> egui::Response {
    let cell = ctx.session.derived().regions.cell(Row::Region(region), focus);
    let response = ui.interact(place, ui.scope_id().with("cell"), sense);
    let is_beyond = ctx.session.derived().is_beyond(region, focus);
    let mut words = ctx.fill(
        T::CellOf,
        &[
            ("place", &ctx.catalogue()[region].name.get(ctx.lang())),
            ("focus", &ctx.catalogue()[focus].name.get(ctx.lang())),
            ("words", &cell.sentence(ctx.lang())),
        ],
    );
    let share = ctx.session.derived().shares().get(region, focus);
    if let Some(share) = share.filter(|share| share.is_part() || share.not_assessed > 0) {
        words += &W::ShareHere.fill(ctx.lang(), &[("share", &share.words(ctx.lang()))]);
    }
    if is_beyond {
        words += W::BeyondHere.get(ctx.lang());
    }
    let spot = TablePlace { row: at + 1, column: usize::from(focus.0) + 1 };
    part_of_table(ui, Role::Cell, spot, &cell.sentence(ctx.lang()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if response.hovered() {
        ui.painter().rect_filled(place.shrink(2.0), 4.0, ctx.colors.selected);
    }
    let color = ctx.colors.focus(usize::from(focus.0));
    let opened = Detail { row: Row::Region(region), focus: Some(focus) };
    if ctx.session.pointing().detail == Some(opened) {
        let stroke = egui::Stroke::new(1.5, ctx.colors.strong);
        ui.painter().rect_stroke(place.shrink(2.0), 4.0, stroke, egui::StrokeKind::Inside);
    }
    let center = place.center() - vec2(left, 0.0);
    let is_raised = share.is_some_and(NamedShare::is_part);
    paint_place(ui, center, PlaceMark { cell, share, radius: RADIUS, color }, ctx);
    if is_beyond {
        // In a blank where its mark would be, else above the shoulder of the mark.
        let is_blank = cell.mark() == CellMark::Silent;
        let at =
            if is_blank { center } else { center + vec2(RADIUS + 2.0, -RADIUS - if is_raised { 5.0 } else { 0.0 }) };
        ui.painter().circle_filled(at, BEYOND, ctx.colors.outline);
    }
    let response = response.on_hover_text(words).on_hover_cursor(egui::CursorIcon::PointingHand);
    response.context_menu(|ui| {
        row_menu_ui(ui, ctx, Row::Region(region), Some(focus));
    });
    if response.clicked() {
        ctx.send(Action::Open(Detail { row: Row::Region(region), focus: Some(focus) }));
    }
    response
}
