//! The import of a table into the layer in hand: the table as read, the answers so far, and what would come of it.
//!
//! Reading and the dry run are done outside, on a thread; a result of an earlier question is not taken. The last step is
//! one commit, so that one undo takes the whole table back.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Dialog, Effect, Effects, Session};
use crate::catalogue::{Catalogue, FileIdx, RegionIdx};
use crate::edit::apply;
use crate::import::{Dry, DryDigest, Fate, ImportRun, KnownPolicies, TableMapping};
use crate::intake::{Clip, TableRead};
use crate::words::{ImportText as T, UiText};

/// The origin of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFrom {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Clip(Clip),
}

/// A table that was read, with all that its dry runs need.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyTable {
    /// Its name, as the layer keeps it.
    pub name: String,
    /// Its origin.
    pub from: TableFrom,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The table.
    pub read: Arc<TableRead>,
    /// The policies that were there when it was read.
    pub known: Arc<KnownPolicies>,
    /// The text of the layer that they are of.
    pub text: Arc<str>,
    /// The answers of the user.
    pub mapping: TableMapping,
    /// Whether they are those given to a table with the same heads before.
    pub is_remembered: bool,
    /// Whether rows with problems are kept as drafts.
    pub drafts: bool,
    /// The outcome, were it taken.
    pub dry: Arc<Dry>,
    /// The same as its lists are shown.
    pub digest: Arc<DryDigest>,
}

/// A table on its way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Importing {
    /// None was chosen.
    #[default]
    None,
    /// It is being read; the part that is done, 0 to 1.
    Reading(f32),
    /// It could not be read: why.
    Unread(String),
    /// It was read. `waits` for a dry run with the answers given last.
    Ready {
        /// The table.
        table: Box<ReadyTable>,
        /// Whether its dry run is of earlier answers.
        waits: bool,
    },
}

/// Steps of an import.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportStep {
    /// Opens the dialog, with the table that was left in it.
    Begin,
    /// Leaves the table, read or not, for another one.
    Another,
    /// Reads a table, in an encoding where one is demanded.
    Read(TableFrom, Option<String>),
    /// The text that was pasted, which is to be read with the HTML beside it.
    Paste(String),
    /// The part of it that was read, 0 to 1; the number is that of the question.
    Progress(u64, f32),
    /// It was read.
    Done(u64, Box<ReadyTable>),
    /// It could not be read: why.
    Failed(u64, String),
    /// It is no table but the page of one document.
    Notice(u64, Clip),
    /// Gives all answers anew.
    Answer(Box<TableMapping>),
    /// Keeps rows with problems as drafts, or leaves them out.
    Drafts(bool),
    /// A dry run was made.
    Dried(u64, Arc<Dry>),
    /// Takes the rows in.
    Take,
}

/// The ground that a table comes onto.
pub struct ImportGround {
    /// The stack.
    pub catalogue: Arc<Catalogue>,
    /// The file of the layer in it.
    pub file: FileIdx,
    /// The text of the layer.
    pub text: Arc<str>,
    /// My region, which 本市 means in a table.
    pub mine: Option<RegionIdx>,
}

impl Session {
    /// The table on its way in.
    pub fn importing(&self) -> &Importing {
        &self.open.mine.importing
    }

    /// The ground that a table comes onto; none without a layer.
    pub fn import_ground(&self) -> Option<ImportGround> {
        let text = self.layer_text()?.into();
        let catalogue = self.data().index.catalogue.clone();
        let own = catalogue.files.iter().position(|file| file.layer.as_ref().is_some_and(|one| self.is_in_hand(one)));
        // Before the first policy the layer has no file: no policy is of the one behind the last.
        let file = own.unwrap_or(catalogue.files.len().max(1));
        let file = FileIdx(u8::try_from(file).unwrap_or(u8::MAX));
        Some(ImportGround { catalogue, file, text, mine: self.my_region() })
    }

    pub(super) fn on_import(&mut self, step: ImportStep) -> Effects {
        match step {
            ImportStep::Begin => self.browse.pointing.show(Some(Dialog::Import)),
            ImportStep::Another => {
                self.open.mine.asked += 1;
                self.open.mine.importing = Importing::None;
                return Effect::DropTable.into();
            }
            ImportStep::Read(from, encoding) => {
                self.open.mine.asked += 1;
                self.open.mine.importing = Importing::Reading(0.0);
                self.browse.pointing.show(Some(Dialog::Import));
                return Effect::ReadTable { number: self.open.mine.asked, from, encoding }.into();
            }
            ImportStep::Paste(text) => return Effect::ReadTableClip(text).into(),
            ImportStep::Progress(number, done) if number == self.open.mine.asked => {
                if let Importing::Reading(so_far) = &mut self.open.mine.importing {
                    *so_far = done;
                }
            }
            ImportStep::Done(number, table) if number == self.open.mine.asked => {
                self.open.mine.importing = Importing::Ready { table, waits: false };
            }
            ImportStep::Failed(number, why) if number == self.open.mine.asked => {
                self.open.mine.importing = Importing::Unread(why);
            }
            ImportStep::Notice(number, clip) if number == self.open.mine.asked => {
                self.open.mine.importing = Importing::None;
                // Whoever has left the import meanwhile keeps what they are at.
                if self.browse.pointing.dialog != Some(Dialog::Import) || self.must_settle() {
                    return Effects::none();
                }
                self.begin_form(None);
                self.take_clip(&clip);
                let notice = self.say_import(T::IsNotice, &[]);
                self.browse.pointing.notice = Some(notice);
            }
            ImportStep::Answer(mapping) => return self.asked_again(|table| table.mapping = *mapping),
            ImportStep::Drafts(drafts) => return self.asked_again(|table| table.drafts = drafts),
            ImportStep::Dried(number, dry) if number == self.open.mine.asked => {
                if let Importing::Ready { table, waits } = &mut self.open.mine.importing {
                    table.digest = DryDigest::of(&dry, &table.read.grid).into();
                    (table.dry, *waits) = (dry, false);
                }
            }
            // Of a question asked before the last one.
            ImportStep::Progress(..)
            | ImportStep::Done(..)
            | ImportStep::Failed(..)
            | ImportStep::Notice(..)
            | ImportStep::Dried(..) => {}
            ImportStep::Take => return self.take_table(),
        }
        Effects::none()
    }

    /// Changes what the dry run rests on, and has it made anew.
    fn asked_again(&mut self, change: impl FnOnce(&mut ReadyTable)) -> Effects {
        let Importing::Ready { table, waits } = &mut self.open.mine.importing else { return Effects::none() };
        change(table);
        *waits = true;
        self.open.mine.asked += 1;
        Effect::DryTable { number: self.open.mine.asked, table: table.clone() }.into()
    }

    /// The last step: the rows become policies of the layer, and the answers are remembered.
    fn take_table(&mut self) -> Effects {
        let Some(text) = self.layer_text() else { return Effects::none() };
        let Importing::Ready { table, waits: false } = &self.open.mine.importing else { return Effects::none() };
        if *table.text != *text {
            // The layer was changed meanwhile: what a row is may be another thing now.
            let (from, encoding) = (table.from.clone(), table.mapping.encoding.clone());
            let notice = self.say_import(T::LayerMoved, &[]);
            self.browse.pointing.notice = Some(notice);
            return self.on_import(ImportStep::Read(from, encoding));
        }
        let tag = self.open.mine.layer.as_ref().map(|layer| layer.tag.clone()).unwrap_or_default();
        let today = self.today.map(|day| day.to_string()).unwrap_or_default();
        let run = ImportRun { tag: &tag, today: &today, file: &table.name, sha256: &table.sha256 };
        let (n, refused, assumed) = (table.digest.taken, table.dry.refused(), table.digest.assumed);
        let fates = self.taken_words(&table.digest);
        let edits = table.dry.edits(&table.read.grid, &text, run);
        let remembered = table.dry.resolved(&table.mapping);
        let kept = Effect::KeepMapping { name: TableMapping::file_name(table.dry.heads()), text: remembered.write() };
        match apply(&text, &edits) {
            Ok(patched) => {
                let words = if refused == 0 { T::Imported } else { T::ImportedSome };
                let mut notice = self.say_import(words, &[("n", &n), ("left", &refused), ("fates", &fates)]);
                if assumed > 0 {
                    notice.text += self.lang().semicolon();
                    notice.text += &T::StagesAssumed.fill(self.lang(), &[("n", &assumed)]);
                }
                self.browse.pointing.notice = Some(notice);
                self.browse.pointing.show(None);
                self.open.mine.importing = Importing::None;
                self.commit(patched.text.into(), &patched.patches, UiText::UndoImport).and(Some(kept))
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// `新增 4、有改动 1、草稿 1`: what the rows that are taken become, as far as there are any.
    fn taken_words(&self, digest: &DryDigest) -> String {
        let lang = self.lang();
        let fates = [Fate::New, Fate::Changed].map(|fate| (fate.name(lang), digest.rows(fate).len()));
        let drafts = (T::AsDraft.get(lang), digest.drafts().len());
        let counted = fates.into_iter().chain([drafts]).filter(|(_, n)| *n > 0);
        let counted = counted.map(|(fate, n)| T::FateCount.fill(lang, &[("fate", &fate), ("n", &n)]));
        counted.collect::<Vec<_>>().join(lang.comma())
    }

    fn say_import(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> super::Notice {
        super::Notice { text: text.fill(self.lang(), values), is_error: false }
    }
}
