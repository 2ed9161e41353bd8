//! The heads of the table: each sorts as a whole, is dragged to another place, and has a menu.

use egui::{Align, Id, Layout, Rangef, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::query::{Column, DatumKind, SortKey, TermKey};
use crate::session::{Filter, NameOrder, ViewChange};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::tick_ui;
use crate::ui::widths::{HEAD_MARGIN, HEAD_TEXT};
use crate::words::{SearchText as S, UiText as T};

/// The places of the heads as last painted.
#[derive(Default)]
pub struct Heads(Vec<(Column, Rangef)>);

impl Heads {
    /// The column at a place from the left.
    pub fn column_at(&self, x: f32) -> Option<Column> {
        // The first column is painted over those that are scrolled under it.
        self.0.iter().find(|(_, place)| place.contains(x)).map(|(column, _)| *column)
    }

    fn put(&mut self, column: Column, place: Rangef) {
        match self.0.iter_mut().find(|(known, _)| *known == column) {
            Some((_, known)) => *known = place,
            None => self.0.push((column, place)),
        }
    }

    /// The target of a column let go here: the column whose place it takes. The first column keeps its own.
    fn target(&self, list: &[Column], x: f32) -> Option<(Column, Rangef)> {
        let rest = list.get(1..)?;
        self.0.iter().find(|(column, place)| rest.contains(column) && place.contains(x)).copied()
    }
}

/// Numbers stand at the right of their column, head and all.
pub fn layout_of(column: Column) -> Layout {
    if (column.entry().kind)() == DatumKind::Integer {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    }
}

/// The room of a text in a cell: a number keeps away from what begins in the next column.
pub fn text_room(rect: Rect, column: Column) -> Rect {
    let inner = rect.shrink2(vec2(HEAD_MARGIN, 2.0));
    if (column.entry().kind)() == DatumKind::Integer { inner.with_max_x(inner.right() - 10.0) } else { inner }
}

/// The columns of the table, and what it is sorted by.
pub struct TableHeads<'a> {
    /// The columns, in their order.
    pub list: &'a [Column],
    /// The sort.
    pub sort: &'a [SortKey],
}

/// The head of a column of the list, which is sorted by these keys.
pub fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, heads: &mut Heads, shown: &TableHeads<'_>, column: Column) {
    let TableHeads { list, sort } = *shown;
    let rect = ui.max_rect();
    heads.0.retain(|(known, _)| list.contains(known));
    heads.put(column, rect.x_range());
    let is_first = list.first() == Some(&column);
    // By its column and not by its place, so that a head that is dragged stays the same one.
    let id = Id::unique(("head", column.key(ctx.catalogue())));
    let response = ui.interact(rect, id, if is_first { Sense::click() } else { Sense::click_and_drag() });
    let ground = if response.hovered() { ctx.colors.raised } else { ctx.colors.ground };
    ui.painter().rect_filled(rect, 0.0, ground);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, ctx.colors.line));
    if let Column::Focus(focus) = column {
        let line = Rect::from_min_size(rect.min, vec2(rect.width() - 2.0, 3.0));
        ui.painter().rect_filled(line, 0.0, ctx.colors.focus(usize::from(focus.0)));
    }
    let by_code = column == Column::RegionName && !list.contains(&Column::Region);
    let is_key = |key: &SortKey| key.column == column || (by_code && key.column == Column::Region);
    let key = sort.iter().position(is_key);
    let arrow = key.and_then(|at| sort.get(at)).map_or("", |key| if key.descending { " ▼" } else { " ▲" });
    let rank = key.filter(|_| sort.len() > 1).map(|at| (at + 1).to_string()).unwrap_or_default();
    let name = column.label(ctx.catalogue(), ctx.lang());
    let text = format!("{name}{arrow}{rank}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &text));
    let inner = text_room(rect, column);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout_of(column)));
    // The head says its name as a whole.
    let galley = egui::WidgetText::from(bold(text).size(HEAD_TEXT)).into_galley(
        &child,
        Some(egui::TextWrapMode::Truncate),
        inner.width(),
        egui::TextStyle::Body,
    );
    let (_, place) = child.allocate_space(galley.size());
    child.painter().galley(place.min, galley, ctx.colors.text);
    let is_filtered_by = term_of(column).is_some_and(|key| is_filtered(ctx, column, key));
    if is_filtered_by {
        // A filter by this column is in force.
        ui.painter().circle_filled(rect.right_top() + vec2(-7.0, 9.0), 3.0, ctx.colors.focus(0));
    }
    let pointer = ui.input(|input| input.pointer.interact_pos());
    if response.dragged()
        && let Some((_, place)) = pointer.and_then(|at| heads.target(list, at.x))
    {
        let x = if place.min > rect.left() { place.max } else { place.min };
        let line = Stroke::new(2.0, ctx.colors.strong);
        ui.ctx().layer_painter(ui.layer_id()).vline(x, rect.y_range(), line);
    }
    if response.drag_stopped()
        && let Some((target, _)) = pointer.and_then(|at| heads.target(list, at.x))
        && target != column
    {
        ctx.send(ViewChange::Columns(moved(list, column, target).iter().map(|c| c.field(ctx.catalogue())).collect()));
    }
    menu_ui(ctx, &response, list, column);
    if response.clicked() {
        let add = ui.input(|input| input.modifiers.shift);
        let by = if column == Column::RegionName { ctx.session.settings().names.column() } else { column };
        ctx.send(ViewChange::Sort { column: by.field(ctx.catalogue()), add });
    }
    response.on_hover_ui(|ui| {
        ui.label(name.as_str());
        if column == Column::RegionName {
            ui.label(ctx.text(match ctx.session.settings().names {
                NameOrder::Code => T::SortNameCodeHint,
                NameOrder::Pinyin => T::SortNamePinyinHint,
            }));
        }
        if is_filtered_by {
            ui.label(ctx.text(T::DotIsFilter));
        }
        ui.label(ctx.text(T::SortHint));
    });
}

/// The list with a column in the place of another, which moves aside.
fn moved(list: &[Column], column: Column, target: Column) -> Vec<Column> {
    let to = list.iter().position(|other| *other == target).unwrap_or_default();
    let mut out: Vec<Column> = list.iter().copied().filter(|other| *other != column).collect();
    out.insert(to.min(out.len()), column);
    out
}

/// The filter that belongs to a column.
fn term_of(column: Column) -> Option<TermKey> {
    match column {
        Column::Focus(_) => Some(TermKey::Focus),
        Column::RegionName | Column::Region => Some(TermKey::Region),
        Column::Tier => Some(TermKey::Tier),
        Column::Stage => Some(TermKey::Stage),
        Column::Keywords => Some(TermKey::Keyword),
        Column::Issuers => Some(TermKey::Issuer),
        _ => None,
    }
}

fn is_filtered(ctx: &Ctx<'_>, column: Column, key: TermKey) -> bool {
    let query = &ctx.session.derived().query;
    match column.focus() {
        Some(focus) => query.has(key, &ctx.catalogue()[*focus].id),
        None => query.asks(key),
    }
}

/// A box for each value of the column, as in the filters at the left; of a focus one for itself.
fn filter_ui(ui: &mut Ui, ctx: &Ctx<'_>, column: Column) {
    let Some(key) = term_of(column) else { return };
    let box_ui = |ui: &mut Ui, value: &str, name: &str| {
        let mut is_on = ctx.session.derived().query.has(key, value);
        if tick_ui(ui, ctx, &mut is_on, name).clicked() {
            ctx.send(Filter::Toggle { key, value: value.to_owned() });
            ui.close();
        }
    };
    if let Some(focus) = column.focus() {
        let focus = &ctx.catalogue()[*focus];
        box_ui(ui, &focus.id, &ctx.fill(T::PaletteFilter, &[("what", &focus.name.get(ctx.lang()))]));
        ui.separator();
        return;
    }
    let Some(facet) = ctx.session.derived().facet(key).filter(|facet| facet.is_worth_showing()) else { return };
    let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 96.0).clamp(80.0, 320.0);
    ScrollArea::vertical().id_salt("filter of the head").max_height(room).show(ui, |ui| {
        for value in &facet.values {
            let name = ctx.lang().capital(value.name.get(ctx.lang()));
            box_ui(ui, &value.id, &ctx.fill(T::FacetWords, &[("name", &name), ("n", &value.count)]));
        }
    });
    if is_filtered(ctx, column, key) && ui.button(S::Clear.get(ctx.lang())).clicked() {
        ctx.send(Filter::Without(key));
        ui.close();
    }
    ui.separator();
}

fn menu_ui(ctx: &Ctx<'_>, response: &egui::Response, list: &[Column], column: Column) {
    let is_first = list.first() == Some(&column);
    response.context_menu(|ui| {
        filter_ui(ui, ctx, column);
        if ui.add_enabled(!is_first, egui::Button::new(ctx.text(T::HideColumn))).clicked() {
            let rest = list.iter().filter(|other| **other != column);
            ctx.send(ViewChange::Columns(rest.map(|other| other.field(ctx.catalogue())).collect()));
            ui.close();
        }
        if ui.button(ctx.text(T::UsualColumns)).clicked() {
            ctx.send(ViewChange::Columns(Vec::new()));
            ui.close();
        }
    });
}
