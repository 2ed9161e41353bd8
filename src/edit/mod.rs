//! Changes of the user's own policies: patches of the text of a layer that leave every other byte as it is.
//!
//! A [`PolicyForm`] is read from the text and becomes [`RecordEdit`]s of it; edits become [`Patch`]es, which know their
//! inverse. Files, clocks and undo are left to others.

mod anchor;
mod coding;
mod cues;
mod evidence;
mod fault;
mod fields;
mod form;
mod layer;
mod mark;
mod merge;
mod open;
mod patch;
mod problems;
mod reading;
mod reject;
mod renumber;
mod same;
mod suggest;
mod text;
mod told;
mod write;

#[cfg(test)]
mod tests;

pub use anchor::{Correction, MarkFate, MarkPlace, MarkedQuote, sought};
pub use coding::{CodedPolicy, CodedStatement, CodedText, MarkWords, RejectedSentence, TextReading, coder_of, kind_of};
pub use cues::has_cues;
pub use evidence::evidence;
pub use fault::EditFault;
pub use form::{DateForm, FocusForm, NOTE, PolicyForm, SavedAt, chosen_strength_text, strength_by_word, strength_text};
pub use layer::{NewLayer, base_of, next_policy_id, tag_of};
pub use mark::NewMark;
pub use merge::{Conflict, MergeSide, Merged, merge, settle};
pub use open::OpenLayer;
pub use patch::{Patch, Patched, Patches, RecordEdit, Stretch, apply};
pub use problems::{FieldProblem, Fix, FormField, problems};
pub use reading::{NewReading, NewText, TextChange};
pub use reject::Rejection;
pub use renumber::renumber;
pub use same::same_answer;
pub use suggest::{CueAnswers, Suggested, Suggestion, cue_answers, suggestions};
pub use told::{conflict_name, draft_reasons, value_words};
pub use write::FormContext;
