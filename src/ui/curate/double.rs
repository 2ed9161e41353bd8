//! The policies that may be the one in the form: named while one types, and once more before it is saved.

use egui::{RichText, Ui};

use super::reserved::{buttons_room, hint_ui, small_ui};
use crate::catalogue::{PolicyIdx, Stage, When};
use crate::edit::PolicyForm;
use crate::import::{dates_read, form_of};
use crate::query::{NewPolicy, Row, SameSign, same_policies};
use crate::session::{Action, Detail, Mining};
use crate::ui::Ctx;
use crate::words::LayerText as W;

/// The policies that may be the one in the form, for what was asked of which catalogue.
#[derive(Default)]
pub struct Doubles {
    asked: Option<([String; 4], Stage)>,
    generation: u64,
    found: Vec<(PolicyIdx, SameSign)>,
    /// Whether saving was held back to name them.
    is_told: bool,
}

impl Doubles {
    /// Looks for them, where the form or the catalogue has changed.
    fn look(&mut self, ctx: &Ctx<'_>, form: &PolicyForm) {
        let asked = ([&form.region, &form.title, &form.number, &form.date].map(Clone::clone), form.stage);
        let generation = ctx.session.data().generation;
        if self.asked.as_ref() == Some(&asked) && self.generation == generation {
            return;
        }
        let place = ctx.catalogue().regions.by_code(&form.region);
        let of_place = place.map(|place| ctx.index().policies_in(place)).unwrap_or_default().iter().copied();
        let month = When::parse(&dates_read(form).date).and_then(When::month);
        let new = NewPolicy { title: &form.title, number: &form.number, stage: form.stage, month };
        let found = same_policies(ctx.catalogue(), of_place, &new).into_iter();
        let found = found.map(|policy| (policy, new.sign(&ctx.catalogue()[policy]))).collect();
        *self = Doubles { asked: Some(asked), generation, found, is_told: false };
    }

    /// The title and the id of the policy that a new one may be; none of a saved one.
    pub fn first<'a>(&self, ctx: &Ctx<'a>, form: &PolicyForm) -> Option<(&'a str, &'a str)> {
        if form.saved.is_some() {
            return None;
        }
        let catalogue = ctx.catalogue();
        let other = ctx.session.mine().editing().and_then(|editing| editing.adds_to.as_deref());
        let other = other.and_then(|id| catalogue.record_by_id(id));
        let policy = other.or_else(|| self.found.first().map(|(policy, _)| &catalogue[*policy]))?;
        Some((policy.title.get(ctx.lang()), &policy.id))
    }

    /// The title of the policy that a form may be, where it says nothing that neither that one nor the pasted text does.
    pub fn says_no_more<'a>(&self, ctx: &Ctx<'a>, form: &PolicyForm) -> Option<&'a str> {
        let (title, id) = self.first(ctx, form)?;
        let there = ctx.catalogue().policy_by_id(id).map(|policy| form_of(ctx.catalogue(), policy));
        let given = ctx.session.mine().editing().map(|editing| &editing.form).into_iter().chain(&there);
        dates_read(form).says_no_more_than(&given.collect::<Vec<_>>()).then_some(title)
    }

    /// Whether saving is held back: the first time, where the user has neither said that it adds to another policy nor
    /// asked for a copy of one.
    pub fn holds_back(&mut self, ctx: &Ctx<'_>, form: &PolicyForm) -> bool {
        let is_copy = ctx.session.mine().editing().is_some_and(|editing| !editing.begun.title.is_empty());
        let is_asked = form.saved.is_none() && !self.found.is_empty() && adds_to(ctx).is_none() && !is_copy;
        is_asked && !std::mem::replace(&mut self.is_told, true)
    }

    /// The question about the policy for which saving was held back.
    pub fn question(&self, ctx: &Ctx<'_>, form: &PolicyForm) -> Option<String> {
        let (title, _) = self.first(ctx, form).filter(|_| self.is_told)?;
        Some(W::SaveAnyway.fill(ctx.lang(), &[("there", &self.there(ctx, title))]))
    }

    /// That there is a policy with this title already, and in what it is the same.
    fn there(&self, ctx: &Ctx<'_>, title: &str) -> String {
        let sign = self.found.first().map_or(SameSign::Title, |(_, sign)| *sign).name(ctx.lang());
        W::SameThere.fill(ctx.lang(), &[("title", &title), ("sign", &sign)])
    }
}

/// The policy of another file that the form adds to.
fn adds_to<'a>(ctx: &Ctx<'a>) -> Option<&'a str> {
    ctx.session.mine().editing()?.adds_to.as_deref()
}

/// The hint about them, with the ways to them. Whether the user leaves the form for one.
pub fn double_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &PolicyForm, doubles: &mut Doubles) -> bool {
    doubles.look(ctx, form);
    let Some((title, id)) = doubles.first(ctx, form) else { return false };
    let lang = ctx.lang();
    if adds_to(ctx).is_some() {
        hint_ui(ui, RichText::new(W::AddsTo.fill(lang, &[("title", &title)])).size(12.0), 0.0);
        return false;
    }
    let Some(policy) = ctx.catalogue().policy_by_id(id) else { return false };
    let mut leaves = false;
    // One's own policy is changed; to another one's own record is added.
    let is_own = ctx.session.own_record(policy).is_some();
    let ways = [W::OpenThat.get(lang), W::SameYes.get(lang)];
    let beside = buttons_room(ui, if is_own { &ways[..1] } else { &ways });
    hint_ui(ui, RichText::new(doubles.there(ctx, title)).size(12.0).color(ctx.colors.error), beside);
    if small_ui(ui, W::OpenThat.get(lang)).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Policy(policy), focus: None }));
        leaves = true;
    }
    if !is_own && small_ui(ui, W::SameYes.get(lang)).on_hover_text(W::AddToDoc.get(lang)).clicked() {
        ctx.send(Mining::TakeAsSame(id.to_owned()));
    }
    leaves
}
