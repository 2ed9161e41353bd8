//! The user's own policies: the layer in hand as a text, and the form that is open.
//!
//! A commit changes the text by patches, which go onto the one timeline of undo; the file is written and the catalogue
//! read again by others. Until that is done the window shows the state before.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::reader::{ReadingStep, TextReader};
use super::restore::KeptState;
use super::settle::Settling;
use super::table::{ImportStep, Importing};
use super::{Effect, Effects, Env, Notice, Session};
use crate::catalogue::{FileIdx, LayerInfo, NamedRelease, SameVerdict, StackFile};
use crate::edit::{EditFault, MergeSide, NewLayer, Patches, PolicyForm, apply};
use crate::intake::{Clip, Found};
use crate::words::{LayerText as T, UiText};

/// The layer in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLayer {
    /// Its file.
    pub path: PathBuf,
    /// Its text as it is to be; none before the first policy.
    pub text: Option<Arc<str>>,
    /// The tag of its records.
    pub tag: String,
    /// The release of the catalogue that it lies over.
    pub over: NamedRelease,
}

/// An open form.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// The form as it was opened, with what was pasted since.
    pub form: PolicyForm,
    /// The form as it was opened.
    pub begun: PolicyForm,
    /// The number of forms opened before: another number is another form.
    pub number: u64,
    /// The values found in a clip, which the form has taken in.
    pub found: Option<Found>,
    /// The clip that they were found in.
    pub pasted: Option<Clip>,
    /// The policy of another file that it adds to, by id: once saved the two are the same.
    pub adds_to: Option<String>,
    /// Whether it was opened for what the policy says of the focuses.
    pub is_for_focuses: bool,
}

/// The user's own policies.
#[derive(Default)]
pub struct Mine {
    pub(super) layer: Option<OwnLayer>,
    pub(super) editing: Option<Editing>,
    /// The number of forms opened so far.
    pub(super) opened: u64,
    /// Texts that were pasted into forms, by the ids of the policies saved with them, until each is read.
    pub(super) pasted: BTreeMap<String, Clip>,
    /// The conflicts with a change made elsewhere.
    pub(super) settling: Option<Settling>,
    /// The earlier states of the layer, as last listed.
    pub(super) kept: Option<Vec<KeptState>>,
    /// The table on its way in.
    pub(super) importing: Importing,
    /// The text that is read.
    pub(super) reader: Option<Box<TextReader>>,
    /// The number of questions about tables so far.
    pub(super) asked: u64,
    /// The policy to show once the catalogue has been read again.
    pub(super) then_show: Option<String>,
}

/// Steps in the user's own policies.
#[derive(Clone, Debug, PartialEq)]
pub enum Mining {
    /// The layer of the open catalogue, as found.
    Found(Box<OwnLayer>),
    /// No layer can be kept for want of a folder.
    NoFolder,
    /// Opens an empty form, for a place where one is given.
    Begin(Option<String>),
    /// Opens the form of an own policy, by id.
    Open(String),
    /// Opens the form of an own policy where its focuses stand, by id.
    Code(String),
    /// Opens the form of another policy with the values of an own one, by id.
    Copy(String),
    /// Opens a form for what the user knows of a policy of another file, by id.
    AddTo(String),
    /// Has the open form add to a policy of another file, by id: the two are the same.
    TakeAsSame(String),
    /// Recognises a copied text into a form as far as it is typed.
    Paste(Box<PolicyForm>, String),
    /// The clip of a copied text, with its HTML where there is any.
    Clipped(Clip),
    /// Saves a form, and opens another empty one where asked.
    Save(Box<PolicyForm>, bool),
    /// Saves a form, and reads the text of its policy.
    SaveAndRead(Box<PolicyForm>),
    /// Removes an own policy, by id.
    Remove(String),
    /// Answers whether two policies are the same, by their ids; none takes the answer back.
    AnswerSame([String; 2], Option<SameVerdict>),
    /// A step of an import.
    Import(ImportStep),
    /// A step of reading and marking.
    Read(ReadingStep),
    /// The file could not be written, with the reason; the text stays in hand.
    NotKept(String),
    /// The file was changed elsewhere.
    Changed {
        /// The text that it had when it was last read or written here; empty where there was none.
        base: Arc<str>,
        /// The text that stands there.
        theirs: Arc<str>,
    },
    /// The earlier states of the layer, as read.
    Kept(Vec<KeptState>),
    /// They could not be read, with the reason.
    NotRead(String),
    /// Brings the earlier state with this number back.
    Restore(u64),
    /// Removes the layer with all that was kept of it.
    Erase,
    /// It could not be removed, with the reason.
    NotErased(String),
    /// Chooses a side for the conflict at this place.
    Choose(usize, MergeSide),
    /// Merges as chosen.
    Settle,
}

impl Mine {
    /// The layer in hand.
    pub fn layer(&self) -> Option<&OwnLayer> {
        self.layer.as_ref()
    }

    /// The open form.
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The conflicts to be settled before anything else is written.
    pub fn settling(&self) -> Option<&Settling> {
        self.settling.as_ref()
    }

    /// The earlier states of the layer, as last listed.
    pub fn kept(&self) -> Option<&[KeptState]> {
        self.kept.as_deref()
    }

    /// Nothing but another layer in hand; the forms are numbered on.
    pub(super) fn renewed(&self, layer: Option<OwnLayer>) -> Mine {
        Mine { layer, opened: self.opened, asked: self.asked + 1, ..Mine::default() }
    }

    /// The form of a policy of the layer in hand.
    pub(super) fn form_of(&self, id: &str, env: Env<'_>) -> Option<PolicyForm> {
        PolicyForm::read(self.layer.as_ref()?.text.as_ref()?, id, focuses(env))
    }
}

/// The ids of the focuses of the open catalogue.
pub(super) fn focuses(env: Env<'_>) -> impl Iterator<Item = String> {
    env.catalogue().focuses.iter().map(|focus| focus.id.clone())
}

impl Session {
    /// The user's own policies.
    pub fn mine(&self) -> &Mine {
        &self.open.mine
    }

    /// Whether a file of the stack is the layer in hand.
    pub fn is_in_hand(&self, layer: &LayerInfo) -> bool {
        self.open.mine.layer.as_ref().is_some_and(|own| own.tag == layer.tag)
    }

    /// The number of the user's own policies.
    pub fn own_policies(&self) -> usize {
        let own = |file: &StackFile| file.layer.as_ref().is_some_and(|one| self.is_in_hand(one));
        self.data().layers().find(|(_, file, _)| own(file)).map_or(0, |(_, _, count)| count)
    }

    /// The notice of what stays with the open catalogue where another one takes its place: the user's own policies, the
    /// filter, and policies of the comparison that the other one does not have.
    pub(super) fn stays(&self, next: &super::Data) -> Option<Notice> {
        let (catalogue, view, lang) = (self.data().catalogue(), self.browse.view(), self.lang());
        if next.catalogue().base_id() == catalogue.base_id() {
            return None;
        }
        let is_gone =
            |id: &&String| catalogue.policy_by_id(id).is_some() && next.catalogue().policy_by_id(id).is_none();
        let compared = view.comparison.iter().filter(is_gone).count();
        let own = self.own_policies();
        let what = [
            (own > 0).then(|| T::StayOwn.fill(lang, &[("n", &own)])),
            view.query.filters().then(|| T::StayFilter.get(lang).to_owned()),
            (compared > 0).then(|| T::StayCompared.fill(lang, &[("n", &compared)])),
        ];
        let what: Vec<String> = what.into_iter().flatten().collect();
        // The title of a stack names its layers too.
        let base = catalogue.files.first().map(|base| base.head.title.get(lang)).filter(|title| !title.is_empty());
        let title = base.unwrap_or_else(|| catalogue.title.get(lang));
        let values: [(&str, &dyn std::fmt::Display); 2] = [("what", &what.join(lang.comma())), ("title", &title)];
        (!what.is_empty()).then(|| self.say(T::Stays, &values))
    }

    /// The layers of others over the open catalogue, each with the number of its policies.
    pub fn given_layers(&self) -> impl Iterator<Item = (FileIdx, &StackFile, usize)> {
        self.data().layers().filter(|(_, file, _)| !file.layer.as_ref().is_some_and(|one| self.is_in_hand(one)))
    }

    /// Performs a step in the user's own policies.
    pub(super) fn on_mine(&mut self, mining: Mining) -> Effects {
        match mining {
            Mining::Found(layer) => {
                let text = layer.text.clone();
                self.open.mine = self.open.mine.renewed(Some(*layer));
                return text.map(|text| Effect::Restack(Some(text))).map(Effects::from).unwrap_or_default();
            }
            Mining::NoFolder => self.open.mine.layer = None,
            Mining::Begin(_)
            | Mining::Open(_)
            | Mining::Code(_)
            | Mining::Copy(_)
            | Mining::AddTo(_)
            | Mining::Save(..)
            | Mining::SaveAndRead(_)
            | Mining::Remove(_)
            | Mining::AnswerSame(..)
            | Mining::Import(ImportStep::Begin | ImportStep::Read(..) | ImportStep::Take)
            | Mining::Restore(_)
                if self.must_settle() => {}
            Mining::Begin(region) => self.begin_form(region),
            Mining::Open(id) => self.open_own(id, |form| form),
            Mining::Code(id) => {
                self.open_own(id, |form| form);
                self.open.mine.editing.iter_mut().for_each(|editing| editing.is_for_focuses = true);
            }
            Mining::Copy(id) => self.open_own(id, |form| form.copied()),
            Mining::AddTo(id) => self.open_addition(&id),
            Mining::TakeAsSame(id) => {
                self.open.mine.editing.iter_mut().for_each(|editing| editing.adds_to = Some(id.clone()));
            }
            Mining::Paste(form, text) => {
                if let Some(editing) = &mut self.open.mine.editing {
                    editing.form = *form;
                }
                return Effect::ReadClip(text).into();
            }
            Mining::Clipped(clip) => self.take_clip(&clip),
            Mining::Save(form, again) => return self.save_form(&form, again).0,
            Mining::SaveAndRead(form) => {
                let (effects, id) = self.save_form(&form, false);
                return match id {
                    Some(id) => effects.then(self.open_reader(&id)),
                    None => effects,
                };
            }
            Mining::Remove(id) => {
                let Some(form) = self.open.mine.form_of(&id, self.env()) else {
                    self.tell_fault(&EditFault::NotThere(id));
                    return Effects::none();
                };
                let text = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone()).unwrap_or_default();
                let title = form.title.clone();
                self.open.mine.pasted.remove(&id);
                match apply(&text, &form.removal(&text)) {
                    Ok(patched) => {
                        self.browse.pointing.detail = None;
                        let notice = self.say(T::Removed, &[("title", &title)]);
                        self.browse.pointing.notice = Some(notice);
                        return self.commit(patched.text.into(), &patched.patches, UiText::UndoRemovePolicy);
                    }
                    Err(fault) => self.tell_fault(&fault),
                }
            }
            Mining::AnswerSame([a, b], verdict) => return self.answer_same([&a, &b], verdict),
            Mining::Import(step) => return self.on_import(step),
            Mining::Read(step) => return self.on_reading(step),
            Mining::NotKept(why) => {
                let notice = self.say(T::NotKept, &[("why", &why)]).as_error();
                self.browse.pointing.notice = Some(notice);
            }
            Mining::Changed { base, theirs } => return self.changed_elsewhere(base, theirs),
            Mining::Kept(states) => self.open.mine.kept = Some(states),
            Mining::Restore(number) => return self.restore(number),
            Mining::Erase => return self.erase(),
            Mining::NotRead(why) => {
                let notice = self.say(T::KeptNotRead, &[("why", &why)]).as_error();
                self.browse.pointing.notice = Some(notice);
            }
            Mining::NotErased(why) => {
                let notice = self.say(T::NotErased, &[("why", &why)]).as_error();
                self.browse.pointing.notice = Some(notice);
            }
            Mining::Choose(at, side) => self.choose(at, side),
            Mining::Settle => return self.settle(),
        }
        Effects::none()
    }

    pub(super) fn say(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        Notice { text: text.fill(self.lang(), values), is_error: false }
    }

    pub(super) fn tell_fault(&mut self, fault: &EditFault) {
        let notice = Notice { text: fault.message(self.lang()), is_error: true };
        self.browse.pointing.notice = Some(notice);
    }

    /// The text of the layer in hand; before the first policy that of a new one.
    pub(super) fn layer_text(&self) -> Option<String> {
        let layer = self.open.mine.layer.as_ref()?;
        let today = self.today.map(|day| day.to_string());
        let release = today.as_ref().unwrap_or(&layer.over.release);
        let over = std::slice::from_ref(&layer.over);
        let first = || NewLayer { tag: &layer.tag, release, title: "", over }.text();
        Some(layer.text.as_deref().map_or_else(first, str::to_owned))
    }

    /// Takes a new text of the layer, as one step of the timeline.
    pub(super) fn commit(&mut self, text: Arc<str>, patches: &Patches, label: UiText) -> Effects {
        if patches.is_empty() {
            return Effects::none();
        }
        self.browse.record_edit(patches.inverse(), label);
        self.put_text(text)
    }

    /// Makes a step back or forward in the layer, and tells of which.
    pub(super) fn stepped(&mut self, patches: Option<Patches>, text: T, label: Option<UiText>) -> Effects {
        let Some(patches) = patches else { return Effects::none() };
        let step = label.map(|label| label.get(self.lang())).unwrap_or_default();
        let notice = self.say(text, &[("step", &step)]);
        self.browse.pointing.notice = Some(notice);
        self.patch_layer(&patches)
    }

    /// Makes the patches of a step back or forward.
    pub(super) fn patch_layer(&mut self, patches: &Patches) -> Effects {
        let Some(text) = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone()) else {
            return Effects::none();
        };
        match patches.apply(&text) {
            Ok(text) => self.put_text(text.into()),
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    fn put_text(&mut self, text: Arc<str>) -> Effects {
        let Some(layer) = &mut self.open.mine.layer else { return Effects::none() };
        layer.text = Some(text.clone());
        [Effect::KeepLayer(layer.path.clone(), text.clone()), Effect::Restack(Some(text))].into()
    }

    /// Takes the catalogue with the layer in its new state.
    pub(super) fn restacked(&mut self, data: super::Data) {
        let before = self.open.replace(data);
        let misfits = self.browse.swapped(&before, Env { data: self.open.data(), settings: &self.settings });
        if !misfits.is_empty() {
            let notice = super::tell_misfits(String::new(), &misfits, self.lang());
            self.browse.pointing.notice = Some(notice);
        }
        let shown = self.open.mine.then_show.take().and_then(|id| self.data().catalogue().policy_by_id(&id));
        if let Some(policy) = shown {
            self.browse.pointing.detail = Some(super::Detail { row: crate::query::Row::Policy(policy), focus: None });
        }
    }

    /// Looks for the layer of the open catalogue.
    pub(super) fn find_layer(&mut self) -> Effect {
        self.open.mine = self.open.mine.renewed(None);
        let catalogue = self.data().catalogue();
        Effect::FindLayer(Box::new(NamedRelease {
            id: catalogue.id.clone(),
            release: catalogue.release.clone(),
            content: self.data().index.content_sha256().to_owned(),
        }))
    }
}
