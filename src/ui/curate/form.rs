//! The form of a policy of one's own: what is typed, and under each field what is wrong with it.

use egui::{Button, Color32, Id, Key, Modifiers, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::dates::{add_date_ui, date_ui, other_dates_ui};
use super::double::{Doubles, double_ui};
use super::evidence::Evidence;
use super::focuses::focuses_ui;
use super::paste::paste_ui;
use super::place::place_ui;
use super::problem::{FormProblems, problem_ui};
use super::reserved::{BESIDE, below_field_ui, buttons_room, hint_ui, name_ui, reserved_ui, small_ui};
use super::written::{issuers_ui, number_ui, read_as_ui, written_ui};
use crate::catalogue::{DATING, Stage};
use crate::edit::{FormField, PolicyForm, draft_reasons};
use crate::import::dates_read;
use crate::intake::FoundKind;
use crate::session::{Action, Mining, Notice};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::{foot_in_sight, more_below, segmented_ui};
use crate::words::{Lang, LayerText as W, ReaderText as R, UiText as T};

/// The height of what stands around the fields: title, the box below them and buttons of the dialog, and its frame.
const AROUND: f32 = 200.0;
/// The width of the button that saves, whichever of its names it has.
const SAVE: f32 = 124.0;

/// The form as typed.
#[derive(Default)]
pub struct PolicyDraft {
    form: Option<PolicyForm>,
    /// The form that it is of.
    number: u64,
    /// The place as typed, while none is chosen.
    place: String,
    /// The policies that it may be.
    doubles: Doubles,
    /// The sentences of the pasted text that it may rest on.
    evidence: Evidence,
    /// Whether the button asked for what is on the clipboard.
    wants_paste: bool,
    /// The form about which it was asked whether to keep a draft of it.
    asked: Option<PolicyForm>,
    /// Whether it was asked about the date of the pasted text.
    asked_date: bool,
}

impl PolicyDraft {
    /// Takes another form in hand.
    fn open(&mut self, ctx: &Ctx<'_>) {
        let Some(editing) = ctx.session.mine().editing() else { return };
        if self.number != editing.number {
            self.number = editing.number;
            self.form = Some(editing.form.clone());
            self.place.clear();
            self.asked = None;
            self.asked_date = false;
        }
    }

    /// Leaves the form for another place: what was typed is kept, of a new policy as a draft. Of one that is recorded
    /// already, and of which the form says nothing more, there is nothing to keep.
    pub fn leave(&mut self, ctx: &Ctx<'_>) {
        let Some(typed) = self.form.take() else { return };
        let is_begun = ctx.session.mine().editing().is_some_and(|editing| editing.begun == typed);
        if is_begun || (typed.saved.is_none() && typed.is_empty()) {
            return;
        }
        if let Some(title) = self.doubles.says_no_more(ctx, &typed) {
            let text = W::NoDraftOfDouble.fill(ctx.lang(), &[("title", &title)]);
            ctx.send(Action::Notify(Some(Notice { text, is_error: false })));
            return;
        }
        let is_held = typed.is_held || typed.saved.is_none();
        ctx.send(Mining::Save(Box::new(PolicyForm { is_held, ..typed }), false));
    }

    /// Whether the form has another content than the policy that it corrects. A slip of the hand must not take a policy
    /// out of the counts, so closing asks; what is typed of a draft is kept, as it was.
    fn is_changed(&self, ctx: &Ctx<'_>) -> bool {
        let Some((editing, form)) = ctx.session.mine().editing().zip(self.form.as_ref()) else { return false };
        let begun = &editing.begun;
        begun.saved.is_some() && !begun.is_draft() && begun != form
    }

    /// Closes the form. Whether it may be closed: changes of a policy, and what else was typed of one that is recorded
    /// already, are asked about first, once.
    pub fn close(&mut self, ctx: &Ctx<'_>) -> bool {
        if self.is_changed(ctx) {
            let is_answered = self.asked == self.form;
            self.asked.clone_from(&self.form);
            if is_answered {
                self.form = None;
            }
            return is_answered;
        }
        let asks = self
            .form
            .as_ref()
            .filter(|form| self.doubles.first(ctx, form).is_some() && self.doubles.says_no_more(ctx, form).is_none());
        if asks.is_some() && self.asked != self.form {
            self.asked.clone_from(&self.form);
            return false;
        }
        self.leave(ctx);
        true
    }

    /// Keeps what was typed where another dialog has taken the place of the form, once it may be saved.
    pub fn keep(&mut self, ctx: &Ctx<'_>) {
        if ctx.session.mine().settling().is_none() {
            self.leave(ctx);
        }
    }

    /// The question that stands above the buttons.
    fn question(&self, ctx: &Ctx<'_>, form: &PolicyForm) -> Option<String> {
        if self.is_changed(ctx) && self.asked.as_ref() == Some(form) {
            return Some(W::UnsavedEdit.get(ctx.lang()).to_owned());
        }
        let on_close = self.doubles.first(ctx, form).filter(|_| self.asked.as_ref() == Some(form));
        let on_close = on_close.map(|(title, _)| W::KeepDraftOfDouble.fill(ctx.lang(), &[("title", &title)]));
        let on_save = || self.doubles.question(ctx, form);
        let on_date = || open_date(ctx, form).filter(|_| self.asked_date);
        let on_date = || on_date().map(|doubt| W::DateAsked.fill(ctx.lang(), &[("question", &doubt)]));
        on_close.or_else(on_save).or_else(on_date).or_else(|| self.evidence.question(ctx, form))
    }
}

/// The question on the date of the pasted text that has no answer, while the form has no date: saved so, the day that the
/// text gives would be lost.
fn open_date(ctx: &Ctx<'_>, form: &PolicyForm) -> Option<String> {
    let found = ctx.session.mine().editing()?.found.as_ref()?;
    let is_open = |kind: &FoundKind| matches!(kind, FoundKind::Date(event) if DATING.contains(event));
    let asked = found.fields.iter().find(|field| field.value.is_none() && is_open(&field.kind))?;
    let doubt = asked.doubt.as_ref().filter(|_| form.date.trim().is_empty())?;
    Some(doubt.words(ctx.lang()))
}

/// The dialog; gives back the field that the keyboard goes to when it opens.
pub fn policy_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut PolicyDraft) -> Option<Response> {
    draft.open(ctx);
    let PolicyDraft { form, place, doubles, evidence, wants_paste, .. } = draft;
    let form = form.as_mut()?;
    let room = (ui.ctx().content_rect().height() - AROUND).max(120.0);
    let scroll = ScrollArea::vertical().id_salt("policy form").max_height(room).auto_shrink([false, true]);
    // The buttons stay in sight, whatever is unfolded above them.
    let shown = scroll.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        paste_ui(ui, ctx, form, wants_paste);
        if let Some(editing) = ctx.session.mine().editing() {
            evidence.look(ctx, form, editing);
        }
        fields_ui(ui, ctx, form, place, doubles, evidence)
    });
    more_below(ui, ctx, &shown);
    let (first, leaves) = shown.inner;
    read_whole_ui(ui, ctx, form);
    if leaves {
        draft.leave(ctx);
        ctx.leave_dialog();
    } else {
        foot_ui(ui, ctx, draft);
    }
    Some(first)
}

/// The fields; gives back the one that the keyboard goes to first, and whether the form is left for another policy.
fn fields_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    form: &mut PolicyForm,
    place: &mut String,
    doubles: &mut Doubles,
    evidence: &Evidence,
) -> (Response, bool) {
    let editing = ctx.session.mine().editing();
    let found = FormProblems { is_begun: is_begun(ctx, form), ..FormProblems::of(form) };
    let pasted = editing.and_then(|editing| editing.found.as_ref());
    let had_place = !form.region.is_empty();
    let first = place_ui(ui, ctx, form, place, &found);
    let title = text_ui(ui, ctx, W::Title, &mut form.title, "");
    // Where a place was just chosen, the title is what comes next.
    if !had_place && !form.region.is_empty() {
        title.request_focus();
    }
    let mut leaves = false;
    // Hints have room of their own below each row: nothing moves while one types.
    below_field_ui(ui, ctx, |ui| {
        problem_ui(ui, ctx, &found, FormField::Title, None);
        leaves = double_ui(ui, ctx, form, doubles);
        written_ui(ui, ctx, pasted, &FoundKind::Title, &mut form.title, true);
    });
    // Row by row, as Tab goes.
    ui.columns_const(|[left, right]| {
        date_ui(left, ctx, form);
        below_field_ui(left, ctx, |ui| {
            problem_ui(ui, ctx, &found, FormField::Date, Some(&mut form.date));
            read_as_ui(ui, ctx, &form.date);
            written_ui(ui, ctx, pasted, &FoundKind::Date(form.dated), &mut form.date, false);
        });
        text_ui(right, ctx, W::Number, &mut form.number, W::NumberExample.get(ctx.lang()));
        below_field_ui(right, ctx, |ui| number_ui(ui, ctx, pasted, &mut form.number));
    });
    ui.columns_const(|[left, right]| {
        text_ui(left, ctx, W::Issuer, &mut form.issuer, "");
        below_field_ui(left, ctx, |ui| {
            issuers_ui(ui, ctx, &mut form.issuers);
            written_ui(ui, ctx, pasted, &FoundKind::Issuer, &mut form.issuer, true);
        });
        text_ui(right, ctx, W::Link, &mut form.link, "https://");
        below_field_ui(right, ctx, |ui| problem_ui(ui, ctx, &found, FormField::Link, Some(&mut form.link)));
    });
    ui.columns_const(|[left, right]| {
        left.horizontal_wrapped(|ui| {
            name_ui(ui, ctx, W::PeriodName.get(ctx.lang()));
            let from = short_ui(ui, ctx, W::PeriodFrom, &mut form.from);
            ui.label("–");
            let to = short_ui(ui, ctx, W::PeriodTo, &mut form.to);
            if from.lost_focus() || to.lost_focus() {
                *form = dates_read(form);
            }
            add_date_ui(ui, ctx, form);
        });
        below_field_ui(left, ctx, |ui| {
            problem_ui(ui, ctx, &found, FormField::From, Some(&mut form.from));
            problem_ui(ui, ctx, &found, FormField::To, Some(&mut form.to));
        });
        right.horizontal(|ui| {
            name_ui(ui, ctx, ctx.text(T::Stage));
            let [whole, draft] = [Stage::Final, Stage::Draft].map(|stage| (stage, stage.name(ctx.lang()), ""));
            if let Some(stage) = segmented_ui(ui, ctx, form.stage, &[whole, draft]) {
                form.stage = stage;
                form.state_stage();
            }
        });
        below_field_ui(right, ctx, |ui| stage_ui(ui, ctx, &found, form));
    });
    other_dates_ui(ui, ctx, form, pasted, &found);
    ui.horizontal(|ui| {
        let label = name_ui(ui, ctx, W::Note.get(ctx.lang()));
        ui.add(TextEdit::singleline(&mut form.note).desired_width(f32::INFINITY)).labelled_by(label.id);
    });
    ui.add_space(6.0);
    let focus = focuses_ui(ui, ctx, form, &found, evidence);
    // Where my region is already filled in, the title is what is missing.
    let focus = focus.filter(|_| editing.is_some_and(|editing| editing.is_for_focuses));
    (focus.or(first).unwrap_or(title), leaves)
}

/// The fault of the stage; else that nobody has stated it.
fn stage_ui(ui: &mut Ui, ctx: &Ctx<'_>, found: &FormProblems, form: &mut PolicyForm) {
    let lang = ctx.lang();
    let words = |words: W| RichText::new(ctx.capital(words.get(lang))).size(12.0).color(ctx.colors.weak);
    if found.of_field(FormField::Stage).next().is_some() {
        problem_ui(ui, ctx, found, FormField::Stage, None);
    } else if form.assumes_stage() {
        let state = W::StateStage.get(lang);
        let beside = buttons_room(ui, &[state]);
        hint_ui(ui, words(W::AssumedStage), beside);
        if small_ui(ui, state).clicked() {
            form.state_stage();
        }
    } else if form.saved.is_none() && form.stage == Stage::Final {
        hint_ui(ui, words(W::StageUnlessSaid), 0.0);
    }
}

/// Whether the whole text was read, with what that means for the focuses beside it.
fn read_whole_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut PolicyForm) {
    let is_fixed = form.saved.as_ref().is_some_and(|saved| saved.is_shared);
    ui.horizontal(|ui| {
        let read = egui::Checkbox::new(&mut form.is_read, W::ReadWhole.get(ctx.lang()));
        let read = ui.add_enabled(!is_fixed, read);
        read.on_disabled_hover_text(W::ReadShared.get(ctx.lang()));
        let meaning = if is_fixed { W::ReadShared } else { W::ReadWholeHint };
        hint_ui(ui, RichText::new(ctx.capital(meaning.get(ctx.lang()))).size(12.0).color(ctx.colors.weak), 0.0);
    });
}

/// A field with its name before it, or above it where there is no room.
fn text_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: W, text: &mut String, hint: &str) -> Response {
    // Named, so that the keyboard stays in it while problems come and go above.
    let id = Id::unique(("policy form", name.get(Lang::En)));
    let edit = |text| TextEdit::singleline(text).id(id).hint_text(hint).desired_width(f32::INFINITY);
    if ui.available_width() < BESIDE {
        let label = ui.label(name.get(ctx.lang()));
        return ui.add(edit(text)).labelled_by(label.id);
    }
    ui.horizontal(|ui| {
        let label = name_ui(ui, ctx, name.get(ctx.lang()));
        ui.add(edit(text)).labelled_by(label.id)
    })
    .inner
}

/// A short field named for screen readers alone.
fn short_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: W, text: &mut String) -> Response {
    let example = W::DateExample.fill(ctx.lang(), &[("date", &"2024-05")]);
    let edit = ui.add(TextEdit::singleline(text).desired_width(88.0).hint_text(example));
    let (lang, value) = (ctx.lang(), text.clone());
    edit.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name.get(lang));
        info.current_text_value = Some(value.clone());
        info
    });
    edit
}

/// Whether anything was done with the form.
fn is_begun(ctx: &Ctx<'_>, form: &PolicyForm) -> bool {
    form.saved.is_some() || ctx.session.mine().editing().is_some_and(|editing| editing.begun != *form)
}

/// The line above the buttons with its colour: a question, or the reasons that the form is a draft.
fn line_above(ctx: &Ctx<'_>, draft: &PolicyDraft, form: &PolicyForm) -> (String, Color32) {
    if let Some(question) = draft.question(ctx, form) {
        return (question, ctx.colors.error);
    }
    let read = dates_read(form);
    // Before anything was done with a form nothing is missing.
    let reasons = if is_begun(ctx, form) { draft_reasons(&read, ctx.catalogue(), ctx.lang()) } else { Vec::new() };
    if reasons.is_empty() {
        return (W::FormHint.get(ctx.lang()).to_owned(), ctx.colors.weak);
    }
    let color = if FormProblems::of(&read).has_wrong() { ctx.colors.error } else { ctx.colors.text };
    (W::DraftOnly.fill(ctx.lang(), &[("reasons", &reasons.join(ctx.lang().comma()))]), color)
}

/// The meaning of closing a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closing {
    /// Nothing was typed that is not kept.
    Plain,
    /// A new policy is kept as a draft.
    KeepsDraft,
    /// The changes of a policy are given up.
    DropsChanges,
}

impl Closing {
    fn name(self, ctx: &Ctx<'_>) -> &'static str {
        match self {
            Closing::Plain => ctx.text(T::Close),
            Closing::KeepsDraft => W::CloseDraft.get(ctx.lang()),
            Closing::DropsChanges => W::DontSave.get(ctx.lang()),
        }
    }
}

/// The deed of a button of the form.
enum Deed {
    Do(Mining),
    Close,
    Discard,
}

fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut PolicyDraft) {
    let Some(form) = &draft.form else { return };
    // The line has its room before anything is asked: the buttons stay under the pointer.
    let (line, color) = line_above(ctx, draft, form);
    reserved_ui(ui, |ui| hint_ui(ui, RichText::new(line).size(12.5).color(color), 0.0));
    ui.add_space(4.0);
    let read = dates_read(form);
    let lacks = read.lacks();
    // A form that says no more than a policy that is there leaves no draft: closing it is all there is.
    let leaves_draft = form.saved.is_none() && !form.is_empty() && draft.doubles.says_no_more(ctx, form).is_none();
    let closing = match leaves_draft {
        true => Closing::KeepsDraft,
        false if draft.is_changed(ctx) => Closing::DropsChanges,
        false => Closing::Plain,
    };
    let deed = buttons_ui(ui, ctx, &PolicyForm { is_held: false, ..read }, lacks, closing);
    let begun = ctx.session.mine().editing().map(|editing| &editing.begun);
    let (doubles, evidence) = (&mut draft.doubles, &mut draft.evidence);
    match deed {
        Some(Deed::Do(mining)) => {
            let is_save = matches!(mining, Mining::Save(..) | Mining::SaveAndRead(_));
            // A draft is kept as it is.
            let asks_date = is_save && !draft.asked_date && open_date(ctx, form).is_some();
            draft.asked_date |= asks_date;
            let holds_back = is_save && (doubles.holds_back(ctx, form) || (!lacks && evidence.holds_back(form, begun)));
            if !(holds_back || asks_date) {
                draft.form = None;
                ctx.send(mining);
            }
        }
        Some(Deed::Close) if draft.close(ctx) => ctx.leave_dialog(),
        Some(Deed::Discard) => {
            draft.form = None;
            ctx.leave_dialog();
        }
        None if ui.input(|input| input.viewport().close_requested()) => {
            draft.leave(ctx);
            ctx.leave_dialog();
        }
        Some(Deed::Close) | None => {}
    }
}

/// The buttons, of a form as it would be saved.
fn buttons_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &PolicyForm, lacks: bool, closing: Closing) -> Option<Deed> {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let saved = || Box::new(form.clone());
    let may = !form.is_empty() || !form.region.is_empty();
    let mut deed = None;
    foot_in_sight(ui, layout, |ui| {
        let lang = ctx.lang();
        let (name, next) = if lacks { (W::SaveDraft, W::SaveDraftAndNext) } else { (W::Save, W::SaveAndNext) };
        let button = Button::new(bold(name.get(lang)).color(ctx.colors.on_strong)).fill(ctx.colors.strong);
        let save = ui.add_enabled(may, button.min_size(vec2(SAVE, 28.0))).on_hover_text("Ctrl+Enter");
        let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if save.clicked() || (key && may) {
            deed = Some(Deed::Do(Mining::Save(saved(), false)));
        }
        if ui.add_enabled(may, Button::new(next.get(lang)).min_size(vec2(88.0, 28.0))).clicked() {
            deed = Some(Deed::Do(Mining::Save(saved(), true)));
        }
        let read = Button::new(R::OpenReader.get(lang)).min_size(vec2(88.0, 28.0));
        let read = ui.add_enabled(may, read).on_hover_text(R::OpenReaderHint.get(lang));
        let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::T));
        if read.clicked() || (key && may) {
            deed = Some(Deed::Do(Mining::SaveAndRead(saved())));
        }
        let leaves_draft = closing == Closing::KeepsDraft;
        let mut close = ui.add(Button::new(closing.name(ctx)).min_size(vec2(72.0, 28.0)));
        if leaves_draft {
            close = close.on_hover_text(W::CloseHint.get(lang));
        }
        if close.clicked() {
            deed = Some(Deed::Close);
        }
        match &form.saved {
            Some(saved) if ui.button(W::Remove.get(lang)).clicked() => {
                deed = Some(Deed::Do(Mining::Remove(saved.id.clone())));
                ctx.leave_dialog();
            }
            None if leaves_draft && ui.button(W::Discard.get(lang)).clicked() => deed = Some(Deed::Discard),
            _ => {}
        }
    });
    deed
}
