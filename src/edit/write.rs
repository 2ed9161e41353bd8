//! A form to edits of a layer's text: whole records for a new policy, single values of a saved one.

use super::fields::FormRecords;
use super::form::{FocusForm, PolicyForm, SavedAt};
use super::layer::{policy_id, region_of_id};
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::quoted;
use super::{reject, same};
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{List, Spans, own_source_id};

/// The circumstances of a change.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// The tag of the layer.
    pub tag: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub today: &'a str,
}

impl PolicyForm {
    /// The edits that make a layer's text hold this form, and the id of its policy. `before` is the form as it was read
    /// from the text; none for a new policy.
    pub fn edits(&self, before: Option<&PolicyForm>, text: &str, writer: FormContext<'_>) -> (Vec<RecordEdit>, String) {
        self.edits_in(&mut OpenLayer::of(text), before, writer)
    }

    /// The same in a layer that is open. Edits of several forms can be made together: each new policy gets the next
    /// number.
    pub fn edits_in(
        &self,
        layer: &mut OpenLayer<'_>,
        before: Option<&PolicyForm>,
        writer: FormContext<'_>,
    ) -> (Vec<RecordEdit>, String) {
        let mut form = self.trimmed();
        // An event without a date is none.
        form.dates.retain(|date| !date.on.is_empty());
        // White space that the text has around a value is no change of it.
        form.edits_of(before.map(PolicyForm::trimmed).as_ref(), layer, writer)
    }

    /// The form without white space around what was typed.
    fn trimmed(&self) -> PolicyForm {
        let mut form = self.clone();
        let PolicyForm { region, title, date, number, issuer, link, from, to, note, .. } = &mut form;
        let texts = [region, title, date, number, issuer, link, from, to, note];
        let tidy = |text: &mut String| *text = text.trim().to_owned();
        texts.into_iter().for_each(tidy);
        form.focuses.iter_mut().flat_map(|focus| [&mut focus.quote, &mut focus.at]).for_each(tidy);
        form.dates.iter_mut().map(|date| &mut date.on).chain(&mut form.issuers).for_each(tidy);
        form.remarks.iter_mut().flat_map(|(name, value)| [name, value]).for_each(tidy);
        form
    }

    fn edits_of(
        &self,
        before: Option<&PolicyForm>,
        layer: &mut OpenLayer<'_>,
        writer: FormContext<'_>,
    ) -> (Vec<RecordEdit>, String) {
        let Some((before, saved)) = before.and_then(|before| Some((before, before.saved.as_ref()?))) else {
            return self.puts(layer, writer);
        };
        let id = if self.region == before.region { saved.id.clone() } else { moved(&saved.id, &self.region) };
        let written = FormRecords { form: self, id: &id, source: &saved.source, today: writer.today };
        let mut changes = Changes::of(layer, saved);
        changes.of_policy(self, before, &written);
        changes.of_source(self, before, &written);
        changes.of_coverage(&id, before.is_read, self.is_read);
        if id != saved.id {
            changes.rename(&id);
        }
        for new in &self.focuses {
            let of_it = || before.focuses.iter().filter(|old| old.id == new.id);
            let old = of_it().find(|old| old.statement == new.statement).or_else(|| of_it().next());
            if let Some(old) = old {
                changes.of_focus(old, new, &written);
            }
        }
        (changes.finish(), id)
    }

    /// The edits that take its policy out of the text, with all that is said of it and, where nothing else rests on it,
    /// the source that a form made for it.
    pub fn removal(&self, text: &str) -> Vec<RecordEdit> {
        let Some(saved) = &self.saved else { return Vec::new() };
        let layer = OpenLayer::of(text);
        let spans = layer.spans();
        let mut gone = vec![(List::Policies, saved.id.clone())];
        gone.extend(layer.statements(&saved.id).iter().map(|(id, _)| (List::Statements, id.clone())));
        gone.extend(layer.texts_and_readings(&saved.id));
        let named = quoted(&saved.source);
        let times = |text: &str| text.matches(&named).count();
        let source = spans.record(List::Sources, &saved.source).filter(|_| saved.source == own_source_id(&saved.id));
        let here = gone.iter().filter_map(|(list, id)| spans.record(*list, id)).chain(source);
        let head = spans.head(DEFAULTS).map_or(0, |head| times(spans.text(head)));
        let is_used = times(text) > here.map(|span| times(spans.text(span))).sum::<usize>() + head;
        let takes_source = source.is_some() && !is_used;
        if takes_source {
            gone.push((List::Sources, saved.source.clone()));
        }
        let mut changes = Changes::of(&layer, saved);
        for (source, n) in changes.covering() {
            if !takes_source || source != saved.source {
                changes.set(List::Sources, &source, vec![Field("covers"), Item(n)], None);
            }
        }
        let mut edits = changes.finish();
        edits.extend(gone.into_iter().map(|(list, id)| RecordEdit::Take(list, id)));
        edits.extend(same::without(spans, &saved.id));
        let texts = layer.texts_and_readings(&saved.id).into_iter().filter(|(list, _)| *list == List::Texts);
        edits.extend(reject::without(spans, &texts.map(|(_, id)| id).collect::<Vec<_>>()));
        if takes_source {
            edits.push(RecordEdit::TakeFromHead(DEFAULTS, named));
        }
        edits
    }

    fn puts(&self, layer: &mut OpenLayer<'_>, writer: FormContext<'_>) -> (Vec<RecordEdit>, String) {
        let is_year = |year: &&str| year.bytes().all(|c| c.is_ascii_digit());
        // Any date of its own says more of it than the day on which it is entered.
        let dates = std::iter::once(&self.date).chain(self.dates.iter().map(|date| &date.on)).chain([&self.from]);
        let year = dates.filter_map(|date| date.get(..4)).find(is_year);
        let year = year.or_else(|| writer.today.get(..4)).unwrap_or("0000");
        let id = policy_id(writer.tag, &self.region, year, layer.next_number(writer.tag));
        let written = FormRecords { form: self, id: &id, source: &own_source_id(&id), today: writer.today };
        let mut edits = vec![
            RecordEdit::AddToHead(DEFAULTS, quoted(written.source)),
            RecordEdit::Put(List::Sources, written.source_record()),
            RecordEdit::Put(List::Policies, written.policy_record(self.is_draft())),
        ];
        let coded = self.focuses.iter().enumerate().filter(|(_, focus)| !focus.is_blank());
        edits.extend(coded.map(|(at, focus)| {
            let nth = 1 + self.focuses.iter().take(at).filter(|one| one.id == focus.id).count();
            RecordEdit::Put(List::Statements, written.statement_record(focus, nth))
        }));
        (edits, id)
    }
}

/// The list of the top level that a source of the default lens stands in.
const DEFAULTS: &str = "default_sources";

/// The id of a policy under another place: its year, tag and number stay.
fn moved(id: &str, region: &str) -> String {
    let rest = id.split_once('-').map_or(id, |(_, rest)| rest);
    format!("{}-{rest}", region_of_id(region))
}

/// Changes of single values of a saved policy, so that everything else, also what a form does not show, stays as it was
/// written.
struct Changes<'a> {
    layer: &'a OpenLayer<'a>,
    spans: &'a Spans<'a>,
    saved: &'a SavedAt,
    edits: Vec<RecordEdit>,
    /// Items that lists of the policy gain.
    gains: Vec<(&'static str, Vec<String>)>,
}

impl<'a> Changes<'a> {
    fn of(layer: &'a OpenLayer<'a>, saved: &'a SavedAt) -> Changes<'a> {
        Changes { layer, spans: layer.spans(), saved, edits: Vec::new(), gains: Vec::new() }
    }

    /// The edits, what a list gains in one of them.
    fn finish(mut self) -> Vec<RecordEdit> {
        for (list, items) in std::mem::take(&mut self.gains) {
            let record = self.spans.record(List::Policies, &self.saved.id);
            let there = record.and_then(|record| self.spans.value(record, &[Field(list)]));
            let items = items.join(", ");
            match there.map(|there| self.spans.items(there).len()) {
                Some(count) => self.policy(vec![Field(list), Item(count)], Some(items)),
                None => self.policy(vec![Field(list)], Some(format!("[{items}]"))),
            }
        }
        self.edits
    }

    fn set(&mut self, list: List, id: &str, path: Vec<PathStep>, value: Option<String>) {
        self.edits.push(RecordEdit::Set { list, id: id.to_owned(), path, value });
    }

    fn policy(&mut self, path: Vec<PathStep>, value: Option<String>) {
        self.set(List::Policies, &self.saved.id.clone(), path, value);
    }

    /// Adds an item to a list of the policy, which is made where there is none.
    fn append(&mut self, list: &'static str, item: String) {
        match self.gains.iter_mut().find(|(own, _)| *own == list) {
            Some((_, items)) => items.push(item),
            None => self.gains.push((list, vec![item])),
        }
    }

    /// A value inside an item of a list: changed where both have it, else the item comes or goes.
    fn item(&mut self, list: &'static str, at: Option<usize>, leaf: &[PathStep], values: [&str; 2], made: String) {
        let [old, new] = values;
        match (at, new.is_empty()) {
            _ if old == new => {}
            (Some(n), true) => self.policy(vec![Field(list), Item(n)], None),
            (Some(n), false) => {
                let path = [Field(list), Item(n)].into_iter().chain(leaf.iter().copied()).collect();
                self.policy(path, Some(quoted(new)));
            }
            (None, _) => self.append(list, made),
        }
    }

    fn of_policy(&mut self, form: &PolicyForm, before: &PolicyForm, written: &FormRecords<'_>) {
        if form.region != before.region {
            self.policy(vec![Field("region")], Some(quoted(&form.region)));
        }
        if form.title != before.title {
            self.policy(vec![Field("title"), Field("zh")], Some(quoted(&form.title)));
        }
        if form.stage != before.stage {
            self.policy(vec![Field("stage")], Some(format!("{:?}", form.stage)));
        }
        let (event, note) = (self.saved.event, self.saved.note);
        self.item("events", event, &[Field("on")], [&before.date, &form.date], written.event());
        if let Some(n) = event.filter(|_| form.dated != before.dated && !form.date.is_empty()) {
            self.policy(vec![Field("events"), Item(n), Field("kind")], Some(format!("{:?}", form.dated)));
        }
        let issuer = (!before.issuer.is_empty()).then_some(0);
        let name = [Field("name"), Field("zh")];
        self.item("issuers", issuer, &name, [&before.issuer, &form.issuer], written.issuer());
        self.item("remarks", note, &[Field("value")], [&before.note, &form.note], written.remark());
        self.of_dates(form, before, written);
        for issuer in form.issuers.iter().filter(|issuer| !before.issuers.contains(issuer)) {
            self.append("issuers", written.issuer_named(issuer));
        }
        for (n, (name, value)) in form.remarks.iter().enumerate() {
            let at = self.saved.remarks.get(n).copied();
            let old = before.remarks.get(n).map_or("", |(_, value)| value);
            self.item("remarks", at, &[Field("value")], [old, value], written.remark_named(name, value));
        }
        match (before.number == form.number, before.number.is_empty(), form.number.is_empty()) {
            (true, ..) => {}
            (_, _, true) => self.policy(vec![Field("number")], None),
            (_, true, _) => self.policy(vec![Field("number")], Some(written.number())),
            _ => self.policy(vec![Field("number"), Field("value")], Some(quoted(&form.number))),
        }
        self.of_period(form, before, written);
        if form.is_draft() != self.saved.is_draft {
            self.policy(vec![Field("draft")], form.is_draft().then(|| "true".to_owned()));
        }
    }

    /// The other events. What goes is taken from the last on, so that the places of the others hold.
    fn of_dates(&mut self, form: &PolicyForm, before: &PolicyForm, written: &FormRecords<'_>) {
        for date in &form.dates {
            let old = before.dates.iter().find(|old| old.at.is_some() && old.at == date.at);
            let Some((old, n)) = old.and_then(|old| Some((old, old.at?))) else {
                self.append("events", written.event_of(date.kind, &date.on));
                continue;
            };
            if old.on != date.on {
                self.policy(vec![Field("events"), Item(n), Field("on")], Some(quoted(&date.on)));
            }
            if old.kind != date.kind {
                self.policy(vec![Field("events"), Item(n), Field("kind")], Some(format!("{:?}", date.kind)));
            }
        }
        let gone = before.dates.iter().filter_map(|old| old.at);
        let gone = gone.filter(|at| form.dates.iter().all(|date| date.at != Some(*at)));
        for n in gone.collect::<Vec<_>>().into_iter().rev() {
            self.policy(vec![Field("events"), Item(n)], None);
        }
    }

    fn of_period(&mut self, form: &PolicyForm, before: &PolicyForm, written: &FormRecords<'_>) {
        let is_whole = |form: &PolicyForm| !form.from.is_empty() && !form.to.is_empty();
        match (is_whole(before), is_whole(form)) {
            (true, true) => {
                for (name, old, new) in [("from", &before.from, &form.from), ("to", &before.to, &form.to)] {
                    if old != new {
                        self.policy(vec![Field("period"), Field(name)], Some(quoted(new)));
                    }
                }
            }
            (false, true) => self.policy(vec![Field("period")], Some(written.period())),
            (true, false) => self.policy(vec![Field("period")], None),
            (false, false) => {}
        }
    }

    fn of_source(&mut self, form: &PolicyForm, before: &PolicyForm, written: &FormRecords<'_>) {
        let source = self.saved.source.clone();
        let is_made = source == own_source_id(&self.saved.id);
        let mut set = |name, value| self.set(List::Sources, &source, vec![Field(name)], value);
        if form.link != before.link {
            set("grade", Some(written.grade().to_owned()));
            set("address", (!form.link.is_empty()).then(|| quoted(&form.link)));
        }
        // A source that was made for this policy goes with what is known of it.
        let old = FormRecords { form: before, ..*written };
        if is_made && old.source_title() != written.source_title() {
            set("title", Some(written.source_title()));
        }
        if is_made && old.source_publisher() != written.source_publisher() {
            set("publisher", written.source_publisher());
        }
    }

    /// The sources that say that they cover the policy: id, and place in their list.
    fn covering(&self) -> Vec<(String, usize)> {
        let listed = |(source, span)| {
            let covered = self.spans.items(self.spans.value(span, &[Field("covers")])?);
            let n = covered.iter().position(|item| self.spans.string(*item) == self.saved.id)?;
            Some((source, n))
        };
        self.spans.records(List::Sources).filter_map(listed).collect()
    }

    /// The policy among those that its source covers, and its new id there; other policies stay as they are.
    fn of_coverage(&mut self, id: &str, was_read: bool, is_read: bool) {
        if was_read == is_read && id == self.saved.id {
            return;
        }
        let source = self.saved.source.clone();
        for (covering, n) in self.covering() {
            // A source that covers others too may be what its statements rest on: it stays as it is.
            let goes = was_read && !is_read && covering == source && !self.saved.is_shared;
            match goes {
                true => self.set(List::Sources, &covering, vec![Field("covers")], Some("Stated".to_owned())),
                false if id != self.saved.id => {
                    self.set(List::Sources, &covering, vec![Field("covers"), Item(n)], Some(quoted(id)));
                }
                false => {}
            }
        }
        if was_read || !is_read {
            return;
        }
        let record = self.spans.record(List::Sources, &source);
        let covers = record.and_then(|record| self.spans.value(record, &[Field("covers")]));
        match covers.map(|covers| (self.spans.text(covers), self.spans.items(covers).len())) {
            Some((text, count)) if text.starts_with("Policies") => {
                self.set(List::Sources, &source, vec![Field("covers"), Item(count)], Some(quoted(id)));
            }
            _ => self.set(List::Sources, &source, vec![Field("covers")], Some(format!("Policies([{}])", quoted(id)))),
        }
    }

    /// Another id: what refers to the old one follows, and the old one is not lost.
    fn rename(&mut self, id: &str) {
        self.policy(vec![Field("id")], Some(quoted(id)));
        if !self.saved.is_draft {
            self.append("was", quoted(&self.saved.id));
        }
        for (statement, _) in self.layer.statements(&self.saved.id) {
            self.set(List::Statements, statement, vec![Field("of")], Some(format!("Policy({})", quoted(id))));
        }
        for (list, record) in self.layer.texts_and_readings(&self.saved.id) {
            self.set(list, &record, vec![Field("of")], Some(quoted(id)));
        }
        self.edits.extend(same::renamed(self.spans, |old| (old == self.saved.id).then(|| id.to_owned())));
    }

    fn of_focus(&mut self, before: &FocusForm, focus: &FocusForm, written: &FormRecords<'_>) {
        let Some(statement) = &before.statement else {
            if !focus.is_blank() {
                self.edits.push(RecordEdit::Put(List::Statements, written.statement_record(focus, 1)));
            }
            return;
        };
        if focus.is_blank() {
            self.edits.push(RecordEdit::Take(List::Statements, statement.clone()));
            return;
        }
        let mut set = |path: &[PathStep], value| self.set(List::Statements, statement, path.to_vec(), value);
        if focus.strength != before.strength {
            set(&[Field("strength")], focus.strength.map(|strength| format!("{strength:?}")));
        }
        let given = |text: &String| (!text.is_empty()).then(|| quoted(text));
        if focus.quote != before.quote.trim() {
            set(&[Field("quote")], given(&focus.quote));
            // Other words than those of the text have no place in it.
            set(&[Field("mark")], None);
            // A summary that was the sentence follows it; one in other words stays.
            if before.summary == before.summary_by_quote() {
                set(&[Field("summary"), Field("zh")], Some(quoted(focus.summary_by_quote())));
            }
        }
        if focus.at != before.at {
            set(&[Field("at")], given(&focus.at));
        }
    }
}
