//! The problems of a form while it is typed: each under its field, with the remedy.

use super::form::{FocusForm, PolicyForm};
use crate::catalogue::address::is_link;
use crate::catalogue::{Regions, Stage, Strength, When};
use crate::words::{Lang, LayerText as T};

/// A field of the form of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// Place.
    Region,
    /// Title.
    Title,
    /// Date.
    Date,
    /// The date of the other event at this place.
    OtherDate(usize),
    /// Address of the page.
    Link,
    /// First date of the period.
    From,
    /// Last date of the period.
    To,
    /// Draft or final text.
    Stage,
    /// The focus at this place of the form.
    Focus(usize),
}

/// A value that mends a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The value.
    pub value: String,
}

/// A problem of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field.
    pub field: FormField,
    /// Whether the policy cannot count with it.
    pub is_in_the_way: bool,
    /// The text.
    pub text: T,
    /// The value at fault.
    pub value: String,
    /// A value in its place, where one is near.
    pub fix: Option<Fix>,
}

impl FieldProblem {
    /// The fault in words.
    pub fn message(&self, lang: Lang) -> String {
        self.text.fill(lang, &[("value", &self.value)])
    }
}

impl PolicyForm {
    /// Whether something is missing or wrong with which the policy cannot count.
    pub fn lacks(&self) -> bool {
        problems(self).iter().any(|problem| problem.is_in_the_way)
    }

    /// Whether nothing is missing or wrong any more once a statement, by id, has this strength, or is gone.
    pub fn is_completed_by(&self, statement: &str, strength: Option<Strength>) -> bool {
        let mut form = self.clone();
        let is_it = |focus: &FocusForm| focus.statement.as_deref() == Some(statement);
        match strength {
            Some(_) => form.focuses.iter_mut().filter(|one| is_it(one)).for_each(|one| one.strength = strength),
            None => form.focuses.retain(|one| !is_it(one)),
        }
        self.lacks() && !form.lacks()
    }

    /// Whether the policy does not count.
    pub fn is_draft(&self) -> bool {
        self.is_held || self.lacks()
    }
}

impl FocusForm {
    /// Whether it is said to be taken up, without a sentence that says so.
    pub fn lacks_evidence(&self) -> bool {
        self.strength.is_some_and(Strength::is_stated) && self.quote.trim().is_empty()
    }
}

/// The problems of a form, in the order of its fields.
pub fn problems(form: &PolicyForm) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut tell = |field, is_in_the_way, text, value: &str, fix: Option<String>| {
        let fix = fix.map(|value| Fix { value });
        found.push(FieldProblem { field, is_in_the_way, text, value: value.to_owned(), fix });
    };
    let region = form.region.trim();
    if region.is_empty() {
        tell(FormField::Region, true, T::NeedsPlace, "", None);
    } else if Regions::standard().by_code(region).is_none() {
        tell(FormField::Region, true, T::UnknownPlace, region, None);
    }
    if form.title.trim().is_empty() {
        tell(FormField::Title, true, T::NeedsTitle, "", None);
    }
    let dates = [(FormField::Date, &form.date), (FormField::From, &form.from), (FormField::To, &form.to)];
    let others = form.dates.iter().enumerate().map(|(n, date)| (FormField::OtherDate(n), &date.on));
    for (field, date) in dates.into_iter().chain(others) {
        let date = date.trim();
        if !date.is_empty() && When::parse(date).is_none() {
            tell(field, true, T::NoSuchDate, date, near_date(date));
        }
    }
    if form.date.trim().is_empty() {
        tell(FormField::Date, false, T::NoDate, "", None);
    }
    if form.from.trim().is_empty() != form.to.trim().is_empty() {
        tell(FormField::To, false, T::HalfPeriod, "", None);
    }
    let span = When::parse(form.from.trim()).zip(When::parse(form.to.trim()));
    if span.is_some_and(|(from, to)| to.bounds().1 < from.bounds().0) {
        tell(FormField::To, true, T::PeriodBackwards, form.to.trim(), None);
    }
    if form.stage == Stage::Final && Stage::names_draft(&form.title) {
        tell(FormField::Stage, false, T::DraftByTitle, Stage::Draft.id(), None);
    }
    let link = form.link.trim();
    if !link.is_empty() && !is_link(link) {
        let fix = link.contains('.').then(|| format!("https://{link}")).filter(|link| is_link(link));
        tell(FormField::Link, true, T::NoLink, link, fix);
    }
    for (n, focus) in form.focuses.iter().enumerate() {
        if focus.lacks_evidence() {
            tell(FormField::Focus(n), false, T::NoSentence, "", None);
        }
        if focus.strength.is_none() && !focus.quote.trim().is_empty() {
            tell(FormField::Focus(n), true, T::NoStrength, "", None);
        }
    }
    found
}

/// The existing date nearest to one that was meant: other signs between its numbers, the last month or day there is.
fn near_date(text: &str) -> Option<String> {
    let digits = |part: &str| part.trim().parse::<u32>().ok();
    let parts: Option<Vec<u32>> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(digits).collect();
    let parts = parts?;
    let (year, rest) = parts.split_first().filter(|(year, _)| (1949..=9999).contains(*year))?;
    let month = rest.first().map(|month| (*month).clamp(1, 12));
    let fits = |day: u32| When::parse(&format!("{year}-{:02}-{day:02}", month.unwrap_or(1))).is_some();
    let day = rest.get(1).and_then(|day| (1..=(*day).clamp(1, 31)).rev().find(|day| fits(*day)));
    let near = match (month, day) {
        (None, _) => year.to_string(),
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
    };
    When::parse(&near).map(|_| near)
}
