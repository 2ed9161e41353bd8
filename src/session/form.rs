//! The form of an own policy: opened, filled from a clip, saved.

use super::mine::{Editing, Mine, focuses};
use super::{Dialog, Effects, MemoScope, Session};
use crate::catalogue::SameVerdict;
use crate::edit::{EditFault, FormContext, OpenLayer, PolicyForm, draft_reasons, same_answer};
use crate::import::{dates_read, filled};
use crate::intake::{Clip, recognise};
use crate::words::{Lang, LayerText as T, UiText};

impl Session {
    pub(super) fn begin_form(&mut self, region: Option<String>) {
        if self.open.mine.layer.is_none() {
            let notice = self.say(T::NoFolder, &[]).as_error();
            self.browse.pointing.notice = Some(notice);
            return;
        }
        let region = region.or_else(|| self.settings.my_region.clone()).unwrap_or_default();
        let form = PolicyForm::new(&region, focuses(self.env()));
        self.open_form(form, None);
    }

    pub(super) fn open_own(&mut self, id: String, change: impl FnOnce(PolicyForm) -> PolicyForm) {
        match self.open.mine.form_of(&id, self.env()) {
            Some(form) => self.open_form(change(form), None),
            None => self.tell_fault(&EditFault::NotThere(id)),
        }
    }

    /// Opens a form with what identifies a policy of another file.
    pub(super) fn open_addition(&mut self, id: &str) {
        if let Some(form) = self.addition_form(id) {
            self.open_form(form, Some(id.to_owned()));
        }
    }

    /// A form with what identifies a policy of another file.
    pub(super) fn addition_form(&self, id: &str) -> Option<PolicyForm> {
        let catalogue = self.data().catalogue();
        let policy = catalogue.record_by_id(id)?;
        let mut form = PolicyForm::new(&catalogue[policy.region].code, focuses(self.env()));
        policy.title.get(Lang::Zh).clone_into(&mut form.title);
        form.stage = policy.stage;
        if let Some(event) = policy.dated_by() {
            (form.dated, form.date) = (event.kind, event.on.to_string());
        }
        form.number = policy.number.as_ref().map(|(number, _)| number.clone()).unwrap_or_default();
        Some(form)
    }

    fn open_form(&mut self, form: PolicyForm, adds_to: Option<String>) {
        self.open.mine.opened += 1;
        self.open.mine.editing = Some(Editing {
            begun: form.clone(),
            form,
            number: self.open.mine.opened,
            found: None,
            pasted: None,
            adds_to,
            is_for_focuses: false,
        });
        self.browse.pointing.show(Some(Dialog::Policy));
    }

    /// Puts what a clip holds into the open form.
    pub(super) fn take_clip(&mut self, clip: &Clip) {
        let (lang, found) = (self.lang(), recognise(clip, &self.data().catalogue().regions));
        let Mine { editing, opened, .. } = &mut self.open.mine;
        if let Some(editing) = editing {
            *opened += 1;
            editing.form = filled(&editing.form, &found, lang);
            (editing.number, editing.found, editing.pasted) = (*opened, Some(found), Some(clip.clone()));
        }
    }

    /// Saves a form; gives the id of its policy, where it could be saved.
    pub(super) fn save_form(&mut self, form: &PolicyForm, again: bool) -> (Effects, Option<String>) {
        let Some((layer, text)) = self.open.mine.layer.as_ref().zip(self.layer_text()) else {
            return (Effects::none(), None);
        };
        // Dates in another writing are kept as the form says that they are read.
        let form = &dates_read(form);
        let today = self.today.map(|day| day.to_string()).unwrap_or_default();
        // A large text is cut into its records once.
        let mut open = OpenLayer::of(&text);
        let saved = form.saved.as_ref();
        let before = saved.and_then(|saved| PolicyForm::read_from(&open, &saved.id, focuses(self.env())));
        let writer = FormContext { tag: &layer.tag, today: &today };
        let (mut edits, id) = form.edits_in(&mut open, before.as_ref(), writer);
        let (is_new, is_draft) = (form.saved.is_none(), form.is_draft());
        let adds_to = self.open.mine.editing.as_ref().and_then(|editing| editing.adds_to.as_deref());
        if let Some(other) = adds_to.filter(|_| is_new && !is_draft) {
            edits.extend(same_answer(&text, [other, &id], Some(SameVerdict::Same)));
        }
        match open.apply(&edits) {
            Ok(patched) => {
                let reasons = draft_reasons(form, self.data().catalogue(), self.lang()).join(self.lang().comma());
                let title = form.title.trim();
                let word = match (is_draft, reasons.is_empty()) {
                    (false, _) => T::Saved,
                    (true, true) => T::SavedDraft,
                    // A missing title is among the reasons.
                    (true, false) if title.is_empty() => T::SavedDraftNoTitle,
                    (true, false) => T::SavedDraftLacks,
                };
                let notice = self.say(word, &[("title", &title), ("reasons", &reasons)]);
                self.browse.pointing.notice = Some(notice);
                self.open.mine.then_show = (!is_draft).then(|| id.clone());
                let pasted = self.open.mine.editing.take().and_then(|editing| editing.pasted);
                if let Some(clip) = pasted {
                    self.open.mine.pasted.insert(id.clone(), clip);
                }
                // Another dialog may have taken the place of the form, and stays.
                if self.browse.pointing.dialog == Some(Dialog::Policy) {
                    self.browse.pointing.show(None);
                    self.browse.pointing.memo = MemoScope::default();
                }
                let label = if is_new { UiText::UndoAddPolicy } else { UiText::UndoEditPolicy };
                let effects = self.commit(patched.text.into(), &patched.patches, label);
                if again {
                    self.begin_form(Some(form.region.clone()));
                }
                (effects, Some(id))
            }
            Err(fault) => {
                self.tell_fault(&fault);
                (Effects::none(), None)
            }
        }
    }
}
