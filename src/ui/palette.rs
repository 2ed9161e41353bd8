//! The command palette: commands, places, policies, focuses and keywords by name, pinyin or initials, and what can be
//! done with them.
//!
//! The search runs once a keystroke, not once a frame.

use egui::{Button, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::Ctx;
use super::commands::{COMMANDS, Command, key_text};
use super::places::{nearest_name, places_named};
use super::widgets::{format_name, more_below};
use crate::catalogue::{FocusIdx, RegionIdx};
use crate::export::{Extent, Format};
use crate::query::{FigureKind, Nearness, Row, TermKey, fold, nearness};
use crate::session::{Action, Detail, Dialog, Effect, Filter, MOST_COMPARED, Output, ViewChange};
use crate::view::{FigureChoice, Tab};
use crate::words::{Lang, UiText as T};

/// Lines shown of each kind: more than anyone reads, and few enough for any catalogue.
const MOST: usize = 6;
/// The height of a line.
const LINE: f32 = 26.0;
/// The room for the bar beside the list.
const BAR: f32 = 10.0;

/// The text typed, the lines found, and the chosen line.
#[derive(Default)]
pub struct PaletteInput {
    text: String,
    line: usize,
    found: Vec<Entry>,
    /// The text, language and catalogue that `found` was found for.
    found_for: Option<(String, Lang, u64)>,
}

/// A line of the palette: its words, and what it does.
struct Entry {
    words: String,
    deed: Deed,
}

/// The deed of a line.
#[derive(Clone)]
enum Deed {
    Run(Command),
    FilterPlace(RegionIdx),
    FilterFocus(FocusIdx),
    Open(Row),
    Compare(Vec<RegionIdx>),
    WhoElse(String),
    Figure(FigureKind),
    Export(Format),
}

/// The palette's field and list. Arrows move, Enter does it. Gives the format to export in, where the place for it has
/// still to be typed.
pub fn palette_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut PaletteInput) -> Option<Format> {
    // The arrows and Enter belong to the list, before the field sees them.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, enter) = (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let hint = ctx.text(T::PaletteHint);
    let field = TextEdit::singleline(&mut typed.text).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.request_focus();
    if response.changed() {
        typed.line = 0;
    }
    let key = (typed.text.trim().to_owned(), ctx.lang(), ctx.session.data().generation);
    if typed.found_for.as_ref() != Some(&key) {
        typed.found = found(ctx, &key.0);
        typed.found_for = Some(key);
    }
    if down {
        typed.line += 1;
    }
    if up {
        typed.line = typed.line.saturating_sub(1);
    }
    typed.line = typed.line.min(typed.found.len().saturating_sub(1));
    ui.add_space(6.0);
    let mut chosen =
        typed.found.get(typed.line).filter(|entry| enter && entry.deed.applies(ctx)).map(|entry| entry.deed.clone());
    // As high whatever it holds: a list that grew and shrank would move the field that is typed in.
    let high = (ui.ctx().content_rect().height() - 200.0).clamp(80.0, 360.0);
    // A line that is cut in half says that there is more.
    let line = LINE + ui.spacing().item_spacing.y;
    let high = ((high / line).floor() - 0.5) * line;
    let list = ScrollArea::vertical().id_salt("palette").max_height(high).min_scrolled_height(high);
    let shown = list.auto_shrink(false).show(ui, |ui| {
        for (at, entry) in typed.found.iter().enumerate() {
            let applies = entry.deed.applies(ctx);
            let key = match entry.deed {
                Deed::Run(command) if !applies => command.needs().get(ctx.lang()).to_owned(),
                Deed::Run(command) => command.shortcut().map(key_text).unwrap_or_default(),
                _ => String::new(),
            };
            // The list is moved through by the arrows from the field, so its lines are no stops of their own.
            let button = Button::selectable(at == typed.line, &entry.words)
                .sense(egui::Sense::CLICK)
                .right_text(RichText::new(key).color(ctx.colors.weak))
                .min_size(vec2(ui.available_width() - BAR, LINE))
                .truncate();
            let response = ui.add_enabled(applies, button);
            let is_line = at == typed.line;
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, applies, is_line, &entry.words));
            if at == typed.line && (down || up) {
                response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
            }
            if response.clicked() {
                chosen = Some(entry.deed.clone());
            }
        }
        if typed.found.is_empty() {
            ui.label(RichText::new(ctx.text(T::NoCommand)).color(ctx.colors.weak));
        }
    });
    more_below(ui, ctx, &shown);
    let deed = chosen?;
    *typed = PaletteInput::default();
    ctx.send(Action::Show(None));
    deed.perform(ctx)
}

impl Deed {
    /// Of equally near lines those that can be taken back come first.
    fn rank(&self) -> u8 {
        match self {
            Deed::Compare(_) => 0,
            Deed::FilterFocus(_) | Deed::WhoElse(_) => 1,
            Deed::FilterPlace(_) | Deed::Open(Row::Region(_)) => 2,
            Deed::Run(_) | Deed::Figure(_) | Deed::Export(_) => 3,
            Deed::Open(Row::Policy(_)) => 4,
        }
    }

    /// Whether it can be done now; a command that cannot is listed with what it needs.
    fn applies(&self, ctx: &Ctx<'_>) -> bool {
        !matches!(self, Deed::Run(command) if !command.applies(ctx))
    }

    fn perform(self, ctx: &Ctx<'_>) -> Option<Format> {
        match self {
            Deed::Run(command) => command.run(ctx),
            Deed::FilterPlace(place) => filter(ctx, TermKey::Region, &ctx.catalogue()[place].code),
            Deed::FilterFocus(focus) => filter(ctx, TermKey::Focus, &ctx.catalogue()[focus].id),
            Deed::WhoElse(keyword) => filter(ctx, TermKey::Keyword, &keyword),
            Deed::Open(row) => ctx.send(Action::Open(Detail { row, focus: None })),
            Deed::Compare(places) => {
                let codes = places.iter().map(|place| ctx.catalogue()[*place].code.clone()).collect();
                ctx.send(ViewChange::Comparison(codes));
                ctx.send(ViewChange::Tab(Tab::Compare));
            }
            Deed::Figure(kind) => {
                let figure = FigureChoice { kind: Some(kind), unit: None, ..ctx.session.view().figure };
                ctx.send(ViewChange::Figure(figure));
                ctx.send(ViewChange::Tab(Tab::Charts));
            }
            Deed::Export(format) if ctx.has_file_dialog => {
                let what = Output::View(format, Extent::View);
                ctx.send(Action::Do(Effect::PickSave { name: ctx.session.file_name(what), what }));
            }
            Deed::Export(format) => {
                ctx.send(Action::Show(Some(Dialog::Export)));
                return Some(format);
            }
        }
        None
    }
}

/// Filters by just this value, and shows it; a filter that is in force already stays.
fn filter(ctx: &Ctx<'_>, key: TermKey, value: &str) {
    if !ctx.session.derived().query.has_only(key, value, ctx.catalogue()) {
        ctx.send(Filter::Only { key, value: value.to_owned() });
    }
    if ctx.session.view().tab == Tab::Compare {
        ctx.send(ViewChange::Tab(Tab::Overview));
    }
}

/// Everything that is meant by what was typed, the nearest first: a comparison, then by how near names are, then by kind.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<Entry> {
    let mut list: Found = Vec::new();
    commands(ctx, typed, &mut list);
    if !typed.is_empty() {
        comparison(ctx, typed, &mut list);
        places(ctx, typed, &mut list);
        focuses(ctx, typed, &mut list);
        keywords(ctx, typed, &mut list);
        figures(ctx, typed, &mut list);
        formats(ctx, typed, &mut list);
        policies(ctx, typed, &mut list);
    }
    list.sort_by_key(|(near, entry)| (!entry.deed.applies(ctx), *near, entry.deed.rank()));
    list.into_iter().map(|(_, entry)| entry).collect()
}

/// Lines, each with how near it is to what was typed.
type Found = Vec<(Nearness, Entry)>;

/// The commands, those that do not apply now too.
fn commands(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    for command in COMMANDS.iter().copied() {
        if matches!(command, Command::Palette | Command::Find | Command::CloseDetail) {
            continue;
        }
        let names = [command.name().get(Lang::Zh), command.name().get(Lang::En)];
        let near = if typed.is_empty() { Some(Nearness::Same) } else { nearest_name(typed, names) };
        if let Some(near) = near {
            list.push((near, Entry { words: command.label(ctx), deed: Deed::Run(command) }));
        }
    }
}

/// `深圳 杭州 成都`: each word a place.
fn comparison(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    // Folding makes the full-width comma and semicolon plain; the mark of a list in Chinese is the separator of names.
    let typed = fold(typed).replace(Lang::Zh.comma(), " ");
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let words: Vec<&str> = typed.split(is_between).filter(|word| !word.is_empty()).collect();
    if !(2..=MOST_COMPARED).contains(&words.len()) {
        return;
    }
    let found: Option<Vec<RegionIdx>> =
        words.iter().map(|word| places_named(ctx.index(), word).first().map(|f| f.1)).collect();
    let Some(mut places) = found else { return };
    let mut seen = std::collections::BTreeSet::new();
    places.retain(|place| seen.insert(*place));
    if places.len() < 2 {
        return;
    }
    let names: Vec<&str> = places.iter().map(|place| ctx.catalogue()[*place].name.get(ctx.lang())).collect();
    let words = ctx.fill(T::PaletteCompare, &[("what", &names.join(ctx.lang().comma()))]);
    list.push((Nearness::Same, Entry { words, deed: Deed::Compare(places) }));
}

fn places(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    for (near, place) in places_named(ctx.index(), typed).into_iter().take(MOST) {
        let name = ctx.catalogue()[place].name.get(ctx.lang());
        let filter = ctx.fill(T::PaletteFilter, &[("what", &name)]);
        list.push((near, Entry { words: filter, deed: Deed::FilterPlace(place) }));
        let open = ctx.fill(T::PaletteOpen, &[("what", &name)]);
        list.push((near, Entry { words: open, deed: Deed::Open(Row::Region(place)) }));
    }
}

fn focuses(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    for i in ctx.catalogue().focus_idxs() {
        let focus = &ctx.catalogue()[i];
        if let Some(near) = nearest_name(typed, focus.name.each()) {
            let words = ctx.fill(T::PaletteFilter, &[("what", &focus.name.get(ctx.lang()))]);
            list.push((near, Entry { words, deed: Deed::FilterFocus(i) }));
        }
    }
}

fn keywords(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    let mut found: Vec<(Nearness, &str)> =
        ctx.index().keywords().filter_map(|(keyword, _)| Some((nearness(typed, keyword)?, keyword))).collect();
    found.sort();
    for (near, keyword) in found.into_iter().take(MOST) {
        let words = ctx.fill(T::PaletteWhoElse, &[("what", &keyword)]);
        list.push((near, Entry { words, deed: Deed::WhoElse(keyword.to_owned()) }));
    }
}

/// The figures by name; likeness by the words of the details too, which tell it of one place.
fn figures(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    let alike = [T::MostAlike.get(Lang::Zh), T::MostAlike.get(Lang::En)];
    for kind in FigureKind::ALL.iter().copied() {
        let names = [kind.name(Lang::Zh), kind.name(Lang::En), kind.id()];
        let more = alike.into_iter().filter(|_| kind == FigureKind::Similarity);
        if let Some(near) = nearest_name(typed, names.into_iter().chain(more)) {
            let words = ctx.fill(T::PaletteFigure, &[("what", &kind.name(ctx.lang()))]);
            list.push((near, Entry { words, deed: Deed::Figure(kind) }));
        }
    }
    let mine = ctx.session.my_region();
    if let Some((mine, near)) = mine.zip(nearest_name(typed, alike)) {
        let words = ctx.fill(T::PaletteAlike, &[("what", &ctx.catalogue()[mine].name.get(ctx.lang()))]);
        list.push((near, Entry { words, deed: Deed::Open(Row::Region(mine)) }));
    }
}

fn formats(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    for format in Format::ALL.iter().copied().filter(|_| Command::Export.applies(ctx)) {
        let name = format_name(format);
        let names = [name.get(Lang::Zh), name.get(Lang::En), format.extension(), format.id()];
        if let Some(near) = nearest_name(typed, names) {
            let words = ctx.fill(T::PaletteExport, &[("what", &ctx.text(name))]);
            list.push((near, Entry { words, deed: Deed::Export(format) }));
        }
    }
}

fn policies(ctx: &Ctx<'_>, typed: &str, list: &mut Found) {
    for (near, policy) in ctx.index().titles(typed, MOST) {
        let words = ctx.fill(T::PaletteOpen, &[("what", &ctx.catalogue()[policy].title.get(ctx.lang()))]);
        list.push((near, Entry { words, deed: Deed::Open(Row::Policy(policy)) }));
    }
}
