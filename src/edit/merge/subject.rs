//! The policy or source that a record is about, by its title: people know no ids.

use super::Records;
use crate::catalogue::PathStep::Field;
use crate::catalogue::{List, Span};

/// Subject of a record.
#[derive(Default)]
pub struct RecordSubject {
    /// Title of the policy or source; empty where it has none.
    pub title: String,
    /// Ids of the focuses of a statement.
    pub focuses: Vec<String>,
}

impl RecordSubject {
    /// Of a record, as the first of these texts that has it says.
    pub fn of(list: List, id: &str, texts: [&Records<'_>; 3]) -> RecordSubject {
        let told = texts.into_iter().find_map(|text| Some((text, text.get(list, id)?)));
        let Some((text, record)) = told else { return RecordSubject::default() };
        match list {
            List::Policies => RecordSubject { title: title_of(text, record), ..RecordSubject::default() },
            List::Statements => {
                let focuses = text.spans.value(record, &[Field("focuses")]);
                let focuses = focuses.map(|list| text.spans.items(list)).unwrap_or_default();
                let policy = text.spans.value(record, &[Field("of")]).map(|of| text.spans.text(of));
                let policy = policy.and_then(|of| of.split('"').nth(1)).unwrap_or_default();
                let policy = texts.into_iter().find_map(|text| Some(title_of(text, text.get(List::Policies, policy)?)));
                RecordSubject {
                    title: policy.unwrap_or_default(),
                    focuses: focuses.into_iter().map(|focus| text.spans.string(focus)).collect(),
                }
            }
            _ => RecordSubject { title: string(text, record, "title"), ..RecordSubject::default() },
        }
    }
}

fn title_of(text: &Records<'_>, policy: Span) -> String {
    let title = text.spans.value(policy, &[Field("title"), Field("zh")]);
    title.map(|title| text.spans.string(title)).unwrap_or_default()
}

fn string(text: &Records<'_>, record: Span, field: &'static str) -> String {
    text.spans.value(record, &[Field(field)]).map(|value| text.spans.string(value)).unwrap_or_default()
}
