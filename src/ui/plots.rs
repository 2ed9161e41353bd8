//! The small bars beside the overview, painted with `egui_plot`: fixed axes, no dragging, a click on a category filters
//! by it and fades the others. The figures of the charts are painted from their scenes.

use egui::{Align2, EventFilter, Key, Modifiers, Rect, RichText, Ui, Vec2b};
use egui_plot::{AxisHints, Bar, BarChart, GridMark, Plot, PlotPoint, PlotResponse, PlotUi, Text};

use super::Ctx;
use super::fonts::bold;
use crate::catalogue::Month;
use crate::figures::{Bars, NamedBars};
use crate::query::TermKey;
use crate::session::Filter;
use crate::words::{FigureText, Lang, UiText as T};

/// The layout of a panel of bars.
#[derive(Clone, Copy, PartialEq)]
pub enum PlotLayout {
    /// Categories from left to right; the height in points.
    Upright(f32),
    /// Categories from top to bottom; the height of one in points.
    Lying(f32),
}

/// Bars as they stand in a narrow place: one a category.
pub struct SmallBars<'a> {
    /// The figure.
    pub named: &'a NamedBars,
    /// The layout.
    pub shape: PlotLayout,
}

/// So many names are told by the pointer; the rest is counted.
const NAMED: usize = 12;

/// Title and denominator of a figure in one line.
pub fn title_ui(ui: &mut Ui, ctx: &Ctx<'_>, bars: &Bars) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(bold(&bars.title));
        let year = one_year(bars).map(|year| format!(" · {year}")).unwrap_or_default();
        ui.label(RichText::new(format!("{}{year}", bars.caption.denominator)).color(ctx.colors.weak));
    });
}

/// Paints a panel.
pub fn panel_ui(ui: &mut Ui, ctx: &Ctx<'_>, plot: &SmallBars<'_>) {
    let n = plot.named.bars.categories.len();
    if n == 0 {
        ui.add_space(20.0);
        ui.label(RichText::new(ctx.text(T::NothingToDraw)).color(ctx.colors.weak));
        return;
    }
    let chart = chart(ctx, plot);
    let most = (0..n).map(|i| plot.named.bars.total(0, i)).max().unwrap_or(0).max(1) as f64;
    let widget = axes(ui, ctx, plot, most);
    let labels = number_labels(ctx, plot);
    let response = widget.show(ui, |plot_ui: &mut PlotUi<'_>| {
        plot_ui.bar_chart(chart);
        for (at, text) in labels {
            plot_ui.text(Text::new("", at, text).anchor(if matches!(plot.shape, PlotLayout::Lying(_)) {
                Align2::LEFT_CENTER
            } else {
                Align2::CENTER_BOTTOM
            }));
        }
    });
    let by_key = keyboard(ui, ctx, plot, &response);
    chosen_in_sight(ui, plot, &response);
    let position = response.response.hover_pos().map(|pos| response.transform.value_from_position(pos));
    let at = position.map(|p| if matches!(plot.shape, PlotLayout::Lying(_)) { p.y } else { p.x }.round());
    let clicked = response.response.clicked();
    // Enter on a plot is a click without a place: it means the category of the keyboard.
    let by_pointer = at.filter(|at| *at >= 0.0).map(|at| at as usize);
    let entered = clicked && !ui.input(|input| input.pointer.any_click());
    let chosen = if entered { by_key } else { by_pointer };
    let Some((i, category)) = chosen.and_then(|i| Some((i, plot.named.bars.categories.get(i)?))) else { return };
    if !entered {
        let words = hover_words(ctx, plot, i);
        response.response.on_hover_text_at_pointer(words).on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    if clicked {
        ctx.send(Filter::Only { key: plot.named.bars.key, value: category.value.clone() });
    }
}

/// A plot is one stop of the Tab key: arrows choose a category, whose words are the plot's name, and Enter filters.
fn keyboard<R>(ui: &Ui, ctx: &Ctx<'_>, plot: &SmallBars<'_>, painted: &PlotResponse<R>) -> Option<usize> {
    let response = &painted.response;
    let last = plot.named.bars.categories.len().checked_sub(1)?;
    let memory = response.id.with("category");
    let mut at = ui.data(|data| data.get_temp::<usize>(memory)).unwrap_or(0).min(last);
    let lying = matches!(plot.shape, PlotLayout::Lying(_));
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (back, on) = if lying { (Key::ArrowUp, Key::ArrowDown) } else { (Key::ArrowLeft, Key::ArrowRight) };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = match () {
            () if pressed(back) => at.saturating_sub(1),
            () if pressed(on) => (at + 1).min(last),
            () if pressed(Key::Home) => 0,
            () if pressed(Key::End) => last,
            () => at,
        };
        if to != at {
            at = to;
            ui.data_mut(|data| data.insert_temp(memory, at));
            ui.ctx().request_repaint();
        }
        let place = category_place(plot, painted, at);
        let stroke = egui::Stroke::new(2.0, ctx.colors.ring);
        ui.painter().rect_stroke(place, 3.0, stroke, egui::StrokeKind::Inside);
        if response.gained_focus() || to == at {
            let clip = ui.clip_rect();
            if !clip.contains_rect(place) && ui.input(|input| !input.events.is_empty()) {
                ui.scroll_to_rect_animation(place.expand(8.0), None, egui::style::ScrollAnimation::none());
            }
        }
    }
    let category = plot.named.bars.categories.get(at)?;
    let told = plot.named.bars.tally(0, at);
    let bar = ctx.fill(T::FacetWords, &[("name", &category.label), ("n", &told)]);
    let words = ctx.fill(T::PlotWords, &[("title", &plot.named.bars.title), ("bar", &bar)]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &words));
    Some(at)
}

/// Scrolls to the first category inside the filter when the filter has changed and none of them is in sight: one that was
/// clicked stays where it is.
fn chosen_in_sight<R>(ui: &Ui, plot: &SmallBars<'_>, painted: &PlotResponse<R>) {
    let named = plot.named;
    let chosen = || (0..named.bars.categories.len()).filter(|i| named.others.binary_search(i).is_err());
    let now = (!named.others.is_empty()).then(|| (chosen().next(), chosen().next_back(), chosen().count()));
    let memory = painted.response.id.with("chosen");
    let before = ui.data(|data| data.get_temp(memory)).unwrap_or_default();
    if now == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(memory, now));
    let clip = ui.clip_rect();
    let places = || chosen().map(|i| category_place(plot, painted, i));
    if now.is_some()
        && !places().any(|place| clip.contains_rect(place))
        && let Some(first) = places().next()
    {
        ui.scroll_to_rect_animation(first, Some(egui::Align::Min), egui::style::ScrollAnimation::none());
    }
}

/// The place for the bar of a category, from edge to edge.
fn category_place<R>(plot: &SmallBars<'_>, painted: &PlotResponse<R>, at: usize) -> Rect {
    let whole = *painted.transform.frame();
    let edge = |value: f64| painted.transform.position_from_point(&PlotPoint::new(value, value));
    let (low, high) = (edge(at as f64 - 0.5), edge(at as f64 + 0.5));
    match plot.shape {
        PlotLayout::Upright(_) => Rect::from_x_y_ranges(low.x..=high.x, whole.y_range()),
        PlotLayout::Lying(_) => Rect::from_x_y_ranges(whole.x_range(), low.y.min(high.y)..=low.y.max(high.y)),
    }
}

fn hover_words(ctx: &Ctx<'_>, plot: &SmallBars<'_>, i: usize) -> String {
    let Some(category) = plot.named.bars.categories.get(i) else { return String::new() };
    let mut lines = vec![ctx.fill(T::FacetWords, &[("name", &category.label), ("n", &plot.named.bars.tally(0, i))])];
    let only = plot.named.bars.place_only(0, i);
    if only > 0 {
        let name = FigureText::PlaceOnlyBar.get(ctx.lang());
        lines.push(FigureText::NameAndCount.fill(ctx.lang(), &[("name", &name), ("n", &only)]));
    }
    let names = plot.named.names_of(0, i);
    lines.extend(names.first.iter().take(NAMED).cloned());
    if names.count > NAMED {
        lines.push(ctx.fill(T::AndMore, &[("n", &(names.count - NAMED))]));
    }
    lines.push(ctx.text(T::ClickFilters).to_owned());
    lines.join("\n")
}

/// One bar a category; what is not chosen is faded, what is of places alone is hollow.
fn chart(ctx: &Ctx<'_>, plot: &SmallBars<'_>) -> BarChart {
    let n = plot.named.bars.categories.len();
    let bars = &plot.named.bars;
    let parts = |i: usize| {
        let color = if plot.named.others.binary_search(&i).is_ok() { ctx.colors.bar_faded } else { ctx.colors.bar };
        let (all, only) = (bars.total(0, i), bars.place_only(0, i));
        let named = all.saturating_sub(only);
        let bar = |length: usize| Bar::new(i as f64, length as f64).width(0.74);
        let solid = (named > 0).then(|| bar(named).fill(color).stroke(egui::Stroke::NONE));
        let hollow = (only > 0).then(|| {
            bar(only).base_offset(named as f64).fill(egui::Color32::TRANSPARENT).stroke(egui::Stroke::new(1.2, color))
        });
        solid.into_iter().chain(hollow)
    };
    let chart = BarChart::new("", (0..n).flat_map(parts).collect()).allow_hover(false);
    if matches!(plot.shape, PlotLayout::Lying(_)) { chart.horizontal() } else { chart }
}

/// The words beside a place without a bar: that the catalogue has no policy of it, or that none of its matches.
fn none_words(ctx: &Ctx<'_>, named: &NamedBars, i: usize) -> String {
    let is_bare = named.without.get(i).copied().unwrap_or_default();
    if is_bare { ctx.text(T::NoPolicy).to_owned() } else { format!(" {}", FigureText::NoneMatches.get(ctx.lang())) }
}

/// The number over each bar, where there is room for it.
fn number_labels(ctx: &Ctx<'_>, plot: &SmallBars<'_>) -> Vec<(PlotPoint, RichText)> {
    let bars = &plot.named.bars;
    let n = bars.categories.len();
    let lying = matches!(plot.shape, PlotLayout::Lying(_));
    if !lying && n > 26 {
        return Vec::new();
    }
    (0..n)
        .filter_map(|i| {
            let told = bars.tally(0, i);
            let text = match told.count {
                0 if lying && bars.key == TermKey::Region => none_words(ctx, plot.named, i),
                0 => return None,
                total if lying => format!(" {total}"),
                _ => told.to_string(),
            };
            let (along, up) = (i as f64, told.count as f64);
            let at = if lying { PlotPoint::new(up, along) } else { PlotPoint::new(along, up) };
            Some((at, RichText::new(text).size(11.5).color(ctx.colors.weak)))
        })
        .collect()
}

fn axes<'a>(ui: &Ui, ctx: &Ctx<'a>, plot: &SmallBars<'a>, most: f64) -> Plot<'a> {
    let n = plot.named.bars.categories.len();
    let lying = matches!(plot.shape, PlotLayout::Lying(_));
    let mut labels: Vec<String> = short_labels(&plot.named.bars, ctx.lang());
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(1);
    let label_room = longest as f32 * 8.0 + 10.0;
    let step = match plot.shape {
        PlotLayout::Lying(_) => 1,
        PlotLayout::Upright(_) => ((n as f32 * label_room) / ui.available_width()).ceil().max(1.0) as usize,
    };
    let years = (step > 2).then(|| year_ticks(&plot.named.bars, ui.available_width())).flatten();
    // Where few of many are named, room for the half of a name that would hang over the edge.
    let rim =
        if step > 1 && years.is_none() { n as f64 * 18.0 / f64::from(ui.available_width().max(1.0)) } else { 0.0 };
    let ticks: Vec<usize> = match years {
        Some(years) => {
            for (at, year) in &years {
                labels.get_mut(*at).into_iter().for_each(|label| label.clone_from(year));
            }
            years.into_iter().map(|(at, _)| at).collect()
        }
        None => told_ticks(n, step, &|at| plot.named.bars.total(0, at) > 0),
    };
    let label = move |mark: GridMark, _: &std::ops::RangeInclusive<f64>| {
        let i = mark.value.round();
        if i < 0.0 || (mark.value - i).abs() > 0.01 {
            return String::new();
        }
        labels.get(i as usize).cloned().unwrap_or_default()
    };
    let marks = move |_: egui_plot::GridInput| {
        ticks.iter().map(|i| GridMark { value: *i as f64, step_size: step as f64 }).collect::<Vec<_>>()
    };
    let height = match plot.shape {
        PlotLayout::Upright(height) => height,
        PlotLayout::Lying(row) => row * n as f32,
    };
    // A few bars stay slim: there is room for six at least.
    let slack = if lying { 0.0 } else { 6usize.saturating_sub(n) as f64 / 2.0 + 0.1 };
    let slack = if lying { 0.0 } else { slack.max(rim - 0.5) };
    let (low, high) = (-0.5 - slack, n as f64 - 0.5 + slack);
    let room = if lying { most * 1.45 } else { most * 1.18 };
    let base = Plot::new((plot.named.bars.key, lying, plot.named.bars.title.as_str()))
        .height(height)
        .show_grid(false)
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .sense(egui::Sense::click());
    if lying {
        let axis = AxisHints::new_y()
            .formatter(label)
            .min_thickness(if ctx.lang() == Lang::Zh { 56.0 } else { 78.0 })
            .label_spacing(egui::Rangef::new(8.0, 9.0));
        base.custom_y_axes(vec![axis])
            .show_axes(Vec2b::new(false, true))
            .y_grid_spacer(marks)
            .invert_y(true)
            .default_x_bounds(0.0, room)
            .default_y_bounds(low, high)
            .include_x(room)
    } else {
        let axis = AxisHints::new_x().formatter(label).label_spacing(egui::Rangef::new(12.0, 16.0));
        base.custom_x_axes(vec![axis])
            .show_axes(Vec2b::new(true, false))
            .x_grid_spacer(marks)
            .default_x_bounds(low, high)
            .default_y_bounds(0.0, room)
    }
    // Another result is another set of bounds, not a zoom of the last one.
    .reset()
}

/// The categories that are named: all, or where there is room for one in so many steps, those with a bar, from the last
/// one back, since one that stands alone at the end is read by its name; without any bar every so many.
fn told_ticks(n: usize, step: usize, has_bar: &dyn Fn(usize) -> bool) -> Vec<usize> {
    if step == 1 {
        return (0..n).collect();
    }
    let mut told: Vec<usize> = Vec::new();
    for at in (0..n).rev().filter(|at| has_bar(*at)) {
        if told.last().is_none_or(|last| last - at >= step) {
            told.push(at);
        }
    }
    if told.is_empty() { (0..n).step_by(step).collect() } else { told }
}

/// The Januaries among months, each with its year; of many those whose years a round number divides. None where there
/// are not two.
fn year_ticks(bars: &Bars, wide: f32) -> Option<Vec<(usize, String)>> {
    const ROOM: f32 = 44.0;
    /// Half the width of a year.
    const NAME: f32 = 18.0;
    let months = bars.categories.iter().map(|category| Month::parse(&category.value)).enumerate();
    let januaries: Vec<(usize, i32)> = months
        .filter_map(|(at, month)| month.filter(|month| month.number() == 1).map(|month| (at, month.year())))
        .collect();
    let of_year = 12.0 * wide / bars.categories.len().max(1) as f32;
    let by = [1, 2, 5, 10, 20, 50].into_iter().find(|by| of_year * *by as f32 >= ROOM)?;
    // A year whose name would hang over the edge stays untold.
    let of_month = of_year / 12.0;
    let is_inside = |at: usize| (NAME..=wide - NAME).contains(&((at as f32 + 0.5) * of_month));
    let told = januaries.into_iter().filter(|(at, year)| year % by == 0 && is_inside(*at));
    let told = told.map(|(at, year)| (at, year.to_string()));
    Some(told.collect::<Vec<_>>()).filter(|told| told.len() >= 2)
}

/// The year of all months; none where they are of several, or no months.
fn one_year(bars: &Bars) -> Option<i32> {
    let mut years = bars.categories.iter().map(|category| Month::parse(&category.value).map(Month::year));
    let first = years.next().flatten()?;
    years.all(|year| year == Some(first)).then_some(first)
}

/// Months of one year without the year, which stands in the title; everything else as it is.
fn short_labels(bars: &Bars, lang: Lang) -> Vec<String> {
    let one_year = one_year(bars).is_some();
    bars.categories
        .iter()
        .map(|category| match Month::parse(&category.value) {
            Some(month) if one_year => month_name(month.number(), lang),
            Some(month) => month.to_string().chars().skip(2).collect(),
            None => shortened(&category.label),
        })
        .collect()
}

/// `5月`, `May`.
fn month_name(number: i32, lang: Lang) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let english = usize::try_from(number - 1).ok().and_then(|at| NAMES.get(at));
    match (lang, english) {
        (Lang::En, Some(name)) => (*name).to_owned(),
        _ => T::MonthOnly.fill(lang, &[("n", &number)]),
    }
}

/// A name short enough for the axis; the whole one is told by the pointer and the table.
fn shortened(label: &str) -> String {
    const MOST: usize = 16;
    if label.chars().count() > MOST { label.chars().take(MOST - 1).chain(['…']).collect() } else { label.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{AxisCategory, Caption};

    /// The years told along an axis of months from one to another, so wide.
    fn years(from: &str, to: &str, wide: f32) -> Vec<String> {
        let months = Month::parse(from).unwrap().through(Month::parse(to).unwrap());
        let categories = months.map(|month| AxisCategory { value: month.to_string(), label: String::new() }).collect();
        let (key, title, panels, caption) = (TermKey::Month, String::new(), Vec::new(), Caption::default());
        let ticks = year_ticks(&Bars { key, title, categories, panels, caption }, wide).unwrap_or_default();
        ticks.into_iter().map(|(_, year)| year).collect()
    }

    #[test]
    fn the_last_bar_is_named_and_names_stand_apart() {
        assert_eq!(told_ticks(6, 1, &|at| at != 3), [0, 1, 2, 3, 4, 5], "also one without a bar where there is room");
        assert_eq!(told_ticks(16, 3, &|at| at < 12 || at == 15), [15, 11, 8, 5, 2]);
        assert_eq!(told_ticks(20, 3, &|at| [0, 15, 17, 19].contains(&at)), [19, 15, 0]);
        assert_eq!(told_ticks(5, 2, &|_| false), [0, 2, 4]);
    }

    #[test]
    fn a_year_whose_name_would_hang_over_the_edge_is_not_told() {
        assert_eq!(years("2020-01", "2023-06", 420.0), ["2021", "2022", "2023"]);
        assert_eq!(years("2019-11", "2023-01", 390.0), ["2020", "2021", "2022"]);
        assert_eq!(years("2019-06", "2023-06", 490.0), ["2020", "2021", "2022", "2023"]);
    }
}
