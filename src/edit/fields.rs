//! The records that a form stands for, as the file writes them.

use super::form::{FocusForm, NOTE, PolicyForm};
use super::text::{given, quoted, record};
use crate::catalogue::EventKind;
use crate::words::{Lang, LayerText as T};

/// A form with the ids of its records.
pub struct FormRecords<'a> {
    /// The form.
    pub form: &'a PolicyForm,
    /// Id of the policy.
    pub id: &'a str,
    /// Id of the source.
    pub source: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub today: &'a str,
}

impl FormRecords<'_> {
    fn sourced(&self) -> String {
        format!("source: {}", quoted(self.source))
    }

    /// The event that dates it.
    pub fn event(&self) -> String {
        self.event_of(self.form.dated, &self.form.date)
    }

    /// An event.
    pub fn event_of(&self, kind: EventKind, on: &str) -> String {
        format!("(kind: {kind:?}, on: {}, {})", quoted(on), self.sourced())
    }

    /// Document number.
    pub fn number(&self) -> String {
        format!("(value: {}, {})", quoted(&self.form.number), self.sourced())
    }

    /// Issuer.
    pub fn issuer(&self) -> String {
        self.issuer_named(&self.form.issuer)
    }

    /// An issuer of this name.
    pub fn issuer_named(&self, name: &str) -> String {
        format!("(name: (zh: {}), {})", quoted(name), self.sourced())
    }

    /// Period.
    pub fn period(&self) -> String {
        format!("(from: {}, to: {}, {})", quoted(&self.form.from), quoted(&self.form.to), self.sourced())
    }

    /// The note.
    pub fn remark(&self) -> String {
        self.remark_named(NOTE, &self.form.note)
    }

    /// A remark.
    pub fn remark_named(&self, name: &str, value: &str) -> String {
        format!("(name: {}, value: {})", quoted(name), quoted(value))
    }

    /// The grade of its source: a page of a government, another page, or an own record without a page.
    pub fn grade(&self) -> &'static str {
        let link = &self.form.link;
        let host = link.split("://").nth(1).and_then(|rest| rest.split(['/', ':', '?', '#']).next());
        match host {
            Some(host) if host.ends_with(".gov.cn") || host == "gov.cn" => "Official",
            Some(_) => "Press",
            None => "Own",
        }
    }

    /// The policies that its source covers: this one where its whole text was read.
    pub fn covers(&self) -> String {
        if self.form.is_read { format!("Policies([{}])", quoted(self.id)) } else { "Stated".to_owned() }
    }

    /// The title of its source: of a page that of the policy, of an own record what it is.
    pub fn source_title(&self) -> String {
        let is_page = !self.form.link.is_empty() && !self.form.title.is_empty();
        quoted(if is_page { &self.form.title } else { T::OwnRecord.get(Lang::Zh) })
    }

    /// The publisher of its source, of a page: an own record is nobody's publication.
    pub fn source_publisher(&self) -> Option<String> {
        given(&self.form.issuer).filter(|_| !self.form.link.is_empty())
    }

    /// The source.
    pub fn source_record(&self) -> String {
        let link = given(&self.form.link);
        record(vec![
            ("id", Some(quoted(self.source))),
            ("grade", Some(self.grade().to_owned())),
            ("title", Some(self.source_title())),
            ("publisher", self.source_publisher()),
            ("accessed", link.as_ref().and_then(|_| given(self.today))),
            ("address", link),
            ("covers", Some(self.covers())),
        ])
    }

    /// The policy.
    pub fn policy_record(&self, is_draft: bool) -> String {
        let form = self.form;
        let one = |text: &str, made: String| (!text.is_empty()).then_some(made);
        let list = |first: Option<String>, others: Vec<String>| {
            let all: Vec<String> = first.into_iter().chain(others).collect();
            (!all.is_empty()).then(|| format!("[{}]", all.join(", ")))
        };
        let dates = form.dates.iter().map(|date| self.event_of(date.kind, &date.on)).collect();
        let issuers = form.issuers.iter().map(|name| self.issuer_named(name)).collect();
        let remarks = form.remarks.iter().filter(|(_, value)| !value.is_empty());
        let remarks = remarks.map(|(name, value)| self.remark_named(name, value)).collect();
        let has_period = !form.from.is_empty() && !form.to.is_empty();
        record(vec![
            ("id", Some(quoted(self.id))),
            ("region", Some(quoted(&form.region))),
            ("title", Some(format!("(zh: {})", quoted(&form.title)))),
            ("stage", Some(format!("{:?}", form.stage))),
            ("period", has_period.then(|| self.period())),
            ("number", one(&form.number, self.number())),
            ("issuers", list(one(&form.issuer, self.issuer()), issuers)),
            ("events", list(one(&form.date, self.event()), dates)),
            ("remarks", list(one(&form.note, self.remark()), remarks)),
            ("draft", is_draft.then(|| "true".to_owned())),
        ])
    }

    /// The n-th statement of a focus, from 1 on.
    pub fn statement_record(&self, focus: &FocusForm, nth: usize) -> String {
        let tail = self.id.rsplit('-').next().unwrap_or_default();
        let nth = if nth > 1 { format!("-{nth}") } else { String::new() };
        record(vec![
            ("id", Some(quoted(&format!("{tail}-{}{nth}", focus.id)))),
            ("kind", Some("Focus".to_owned())),
            ("of", Some(format!("Policy({})", quoted(self.id)))),
            ("focuses", Some(format!("[{}]", quoted(&focus.id)))),
            ("strength", focus.strength.map(|strength| format!("{strength:?}"))),
            ("list", Some("Closed".to_owned())),
            ("assigned_by", Some("Coder".to_owned())),
            ("summary", Some(format!("(zh: {})", quoted(focus.summary_by_quote())))),
            ("quote", given(&focus.quote)),
            ("source", Some(quoted(self.source))),
            ("at", given(&focus.at)),
            ("coded_on", given(self.today)),
        ])
    }
}
