//! The search line: words are searched for while they are typed, conditions become chips when they are entered. Below it
//! what the words may mean; beside it the whole query as one line.

mod guesses;
mod offer;
mod whole;

use egui::{Button, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, RichText, TextEdit, Ui, vec2};

use super::Ctx;
use super::widgets::{icon_button_ui, select_chars};
use crate::query::{Query, QueryFault, begun, parse, write};
use crate::session::{Filter, Recent};
use crate::words::{Lang, SearchText as S};
use guesses::{Deed, Guess, guesses, parts};
use offer::{Offers, offers_ui};

/// The search line while it is typed.
#[derive(Default)]
pub struct Search {
    text: String,
    /// The words of the query that `text` was last made from or read as.
    synced: Query,
    /// The fault of the line, and the time from which it is said.
    fault: Option<(QueryFault, f64)>,
    guesses: Vec<Guess>,
    /// The text, language and catalogue that the guesses are for.
    guessed: Option<(String, Lang, u64)>,
    /// The guess that the arrows are at.
    at: Option<usize>,
    /// Whether the list of guesses was sent away.
    is_closed: bool,
    whole: whole::Whole,
    offers: Offers,
    /// Whether the field had the keyboard in the last frame.
    was_focused: bool,
    wish: Wish,
}

/// A wish for the keyboard in the field, taken when it is painted.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Wish {
    #[default]
    None,
    /// The keyboard comes back after a click.
    Back,
    /// The field is gone to, and all of it chosen.
    Find,
}

/// Seconds without a key after which a fault is said.
const PAUSE: f64 = 0.9;
/// Room at the right end of the field for the button that clears it.
const CLEAR: f32 = 24.0;

/// The field, its guesses, and the button of the whole line, this wide together.
pub fn search_ui(ui: &mut Ui, ctx: &Ctx<'_>, search: &mut Search, wide: f32) {
    let id = field_id(ui);
    if search.wish == Wish::Back {
        search.wish = Wish::None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    search.follow(ctx);
    let pressed = |key| had_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, enter) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter));
    // The press itself takes the keyboard from the field before it is seen here.
    let escaped = search.was_focused && ui.input(|input| input.key_pressed(Key::Escape));
    let now = ui.input(|input| input.time);
    let is_wrong = search.fault.as_ref().is_some_and(|(_, from)| *from <= now);
    let response = field_ui(ui, ctx, search, wide - 34.0, is_wrong);
    if response.changed() {
        search.typed(ctx, now);
    }
    if let Some((_, from)) = &search.fault
        && *from > now
    {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(from - now));
    }
    if escaped {
        search.reset(ctx);
    }
    search.was_focused = response.has_focus();
    if search.was_focused {
        search.guess(ctx);
        let last = search.guesses.len().checked_sub(1);
        search.at = match (down, up, search.at) {
            (true, _, None) => last.map(|_| 0),
            (true, _, Some(at)) => last.map(|last| (at + 1).min(last)),
            (_, true, Some(0)) => None,
            (_, true, at) => at.map(|at| at - 1),
            (_, _, at) => at.filter(|at| Some(*at) <= last),
        };
    }
    let chosen = list_ui(ui, ctx, search, &response, now);
    let entered = search.at.filter(|_| enter && !search.is_closed);
    match chosen.or(entered).and_then(|at| search.guesses.get(at)).map(|guess| guess.deed.clone()) {
        Some(deed) => {
            // What was typed is used up, so that undo is that of the program and not that of the field.
            let goes_on = matches!(deed, Deed::Type(_) | Deed::Enter(_));
            search.perform(ctx, deed);
            if goes_on {
                // The press took the keyboard from the field; it comes back once the click is over.
                search.wish = Wish::Back;
                ui.ctx().request_repaint();
            } else {
                egui::text_edit::TextEditState::default().store(ui.ctx(), response.id);
                response.surrender_focus();
            }
        }
        None if enter => search.enter(ctx),
        None => {}
    }
    whole::whole_ui(ui, ctx, &mut search.whole, wide);
}

fn field_id(ui: &Ui) -> egui::Id {
    ui.make_persistent_id("search")
}

/// The field itself, this wide; `is_wrong` is whether its fault is said.
fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, search: &mut Search, wide: f32, is_wrong: bool) -> Response {
    let id = field_id(ui);
    let lang = ctx.lang();
    let mut margin = egui::Margin::symmetric(10, 5);
    margin.right = if search.text.is_empty() { 10 } else { CLEAR as i8 };
    let edit = TextEdit::singleline(&mut search.text)
        .id(id)
        .hint_text(RichText::new(S::Hint.get(lang)).color(ctx.colors.weak))
        .margin(margin)
        .desired_width(wide);
    let edit = if is_wrong { edit.text_color(ctx.colors.error) } else { edit };
    let output = edit.show(ui);
    let response = output.response.response.clone();
    let text = search.text.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, "", text.clone(), S::Hint.get(lang));
        info.label = Some(S::Name.get(lang).to_owned());
        info
    });
    if search.wish == Wish::Find {
        search.wish = Wish::None;
        response.request_focus();
        select_chars(ui, id, output.state, 0..search.text.chars().count());
    }
    if !search.text.is_empty() {
        let rect = response.rect;
        let place = Rect::from_min_max(egui::pos2(rect.right() - CLEAR, rect.top()), rect.max);
        let clear = ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
            ui.centered_and_justified(|ui| icon_button_ui(ui, "×", S::ClearWords.get(lang))).inner
        });
        if clear.inner.clicked() {
            search.text.clear();
            search.fault = None;
            ctx.send(Filter::Words(Query::default()));
            response.request_focus();
        }
    }
    response
}

/// The fault of the line once it is said, and the guesses, under the field; gives the guess that was clicked.
fn list_ui(ui: &Ui, ctx: &Ctx<'_>, search: &Search, field: &Response, now: f64) -> Option<usize> {
    let id = field.id.with("list");
    // The keyboard leaves the field with the press on a guess, and the click is there with its release.
    let before: Option<Rect> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_pressed = ui.input(|input| {
        let is_there = before.zip(input.pointer.interact_pos()).is_some_and(|(list, at)| list.contains(at));
        is_there && (input.pointer.primary_down() || input.pointer.primary_released())
    });
    let fault = search.fault.as_ref().filter(|(_, from)| *from <= now).map(|(fault, _)| fault.message(ctx.lang()));
    let has_guesses = !search.is_closed && !search.guesses.is_empty() && (field.has_focus() || is_pressed);
    if fault.is_none() && !has_guesses {
        ui.data_mut(|data| data.insert_temp(id, None::<Rect>));
        return None;
    }
    let mut chosen = None;
    let popup = Popup::from_response(field)
        .id(id)
        .open(true)
        .align(egui::RectAlign::BOTTOM_START)
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        ui.set_width(field.rect.width() - 12.0);
        if let Some(message) = &fault {
            ui.label(RichText::new(message).color(ctx.colors.error));
        }
        for (at, guess) in search.guesses.iter().enumerate().filter(|_| has_guesses) {
            let is_at = search.at == Some(at);
            // The arrows move through the list from the field, so its lines are no stops of their own.
            let button = Button::selectable(is_at, RichText::new(&guess.words).size(13.0))
                .sense(egui::Sense::CLICK)
                .min_size(vec2(ui.available_width(), 24.0))
                .truncate();
            let response = ui.add(button);
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_at, &guess.words));
            if response.clicked() {
                chosen = Some(at);
            }
        }
    });
    let place = shown.map(|shown| shown.response.rect);
    ui.data_mut(|data| data.insert_temp(id, place));
    chosen
}

impl Search {
    /// The places that the words name, one press from a filter; while the list of guesses is in sight, it offers them.
    pub fn offers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        if !self.was_focused || self.is_closed || self.guesses.is_empty() {
            offers_ui(ui, ctx, &mut self.offers);
        }
    }

    /// Goes to the field and chooses all of it.
    pub fn find(&mut self) {
        self.wish = Wish::Find;
    }

    /// Follows the words of the query where they change elsewhere; else the line stays as it is typed.
    fn follow(&mut self, ctx: &Ctx<'_>) {
        let words = ctx.session.view().query.words();
        if self.synced != words {
            self.text = write(&words);
            self.fault = None;
            self.synced = words;
        }
    }

    /// Searches for the words as they are typed; conditions wait until they are entered.
    fn typed(&mut self, ctx: &Ctx<'_>, now: f64) {
        (self.at, self.is_closed, self.fault) = (None, false, None);
        match parse(&self.text, ctx.catalogue()) {
            Ok(query) if query.words() == query => {
                self.synced.clone_from(&query);
                ctx.send(Filter::Words(query));
            }
            Ok(_) => self.forget_begun(ctx),
            Err(fault) => {
                self.fault = Some((fault, now + PAUSE));
                self.forget_begun(ctx);
            }
        }
    }

    /// Drops the beginning of a condition that is being typed from the words searched for.
    fn forget_begun(&mut self, ctx: &Ctx<'_>) {
        let (head, word) = parts(&self.text);
        if begun(word).is_some()
            && let Ok(words) = parse(head, ctx.catalogue())
            && words.words() == words
            && words != self.synced
        {
            self.synced.clone_from(&words);
            ctx.send(Filter::Words(words));
        }
    }

    /// Enters the line: its conditions become chips.
    fn enter(&mut self, ctx: &Ctx<'_>) {
        match parse(&self.text, ctx.catalogue()) {
            Ok(query) => {
                let words = query.words();
                if !query.terms.is_empty() {
                    ctx.send(crate::session::Action::Recent(Recent::Searched(write(&query))));
                }
                if query != words {
                    ctx.send(Filter::Query(ctx.session.view().query.entered(&query)));
                }
                self.text = write(&words);
                self.synced = words;
                self.fault = None;
                // Where the words find nothing, what else they may mean stays in sight.
                self.is_closed = !ctx.session.derived().rows.is_empty();
            }
            Err(fault) => self.fault = Some((fault, 0.0)),
        }
    }

    fn perform(&mut self, ctx: &Ctx<'_>, deed: Deed) {
        let is_whole = matches!(deed, Deed::Enter(_));
        self.text = deed.perform(ctx, &self.text);
        (self.at, self.fault) = (None, None);
        if is_whole {
            self.enter(ctx);
        } else if let Ok(query) = parse(&self.text, ctx.catalogue()) {
            self.synced = query.words();
        }
    }

    /// The last words that could be read.
    fn reset(&mut self, ctx: &Ctx<'_>) {
        self.synced = ctx.session.view().query.words();
        self.text = write(&self.synced);
        (self.fault, self.at, self.is_closed) = (None, None, true);
    }

    fn guess(&mut self, ctx: &Ctx<'_>) {
        let key = (self.text.clone(), ctx.lang(), ctx.session.data().generation);
        if self.guessed.as_ref() != Some(&key) {
            let fault = self.fault.as_ref().map(|(fault, _)| fault);
            self.guesses = guesses(ctx, &self.text, fault);
            self.guessed = Some(key);
        }
    }
}
