//! The statements of the details: by what they are tied to, each with its source and its citation.

use egui::{Label, RichText, Sense, Ui};

use super::{SourcePlace, section, source_ui, wrapped};
use crate::catalogue::{FocusIdx, Of, PolicyIdx, SourceIdx, Statement, StatementIdx, Version};
use crate::export::citation;
use crate::look::Font;
use crate::query::{StatementWords, TermKey, Test, Versions};
use crate::session::{Filter, ReadingStep};
use crate::ui::Ctx;
use crate::ui::widgets::{definition_words, found_text, keywords_ui};
use crate::words::{ReaderText as R, UiText as T, WorkbenchText as W};

/// Policies or statements shown at once; the rest is behind a line that says how many, and costs nothing while closed.
pub const SHOWN: usize = 24;

/// The room of the sign of a fold.
const FOLD: f32 = 26.0;

pub fn rest_ui<V>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    salt: impl std::hash::Hash + std::fmt::Debug,
    rest: &[V],
    mut each: impl FnMut(&mut Ui, &V),
) {
    if rest.is_empty() {
        return;
    }
    let name = RichText::new(ctx.fill(T::MoreStatements, &[("n", &rest.len())])).size(12.5).color(ctx.colors.weak);
    egui::CollapsingHeader::new(name).id_salt(("rest", salt)).show_unindented(ui, |ui| {
        for value in rest {
            each(ui, value);
        }
    });
}

/// The statements on policies of a place; of very many policies, those on the first of them.
pub fn statements_of_policies_ui(ui: &mut Ui, ctx: &Ctx<'_>, policies: &[PolicyIdx], focus: Option<FocusIdx>) {
    let (shown, rest) = policies.split_at(policies.len().min(SHOWN));
    statements_ui(ui, ctx, &statements_of(ctx, shown), T::NamesAPolicy, focus);
    if !rest.is_empty() {
        let name = ctx.fill(T::MorePolicies, &[("n", &rest.len())]);
        folded_ui(ui, ctx, ("more policies", focus), name, rest, focus);
    }
}

/// Statements on policies that the filter leaves out: they do not bear on the marks, and stay within reach.
pub fn left_out_ui(ui: &mut Ui, ctx: &Ctx<'_>, policies: &[PolicyIdx], focus: Option<FocusIdx>) {
    if !policies.is_empty() {
        let name = ctx.fill(T::OtherPoliciesLeftOut, &[("n", &policies.len())]);
        folded_ui(ui, ctx, ("left out", focus), name, policies, focus);
    }
}

fn folded_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    salt: (&str, Option<FocusIdx>),
    name: String,
    policies: &[PolicyIdx],
    focus: Option<FocusIdx>,
) {
    let name = RichText::new(name).size(12.5).color(ctx.colors.weak);
    egui::CollapsingHeader::new(name).id_salt(salt).show_unindented(ui, |ui| {
        statements_ui(ui, ctx, &statements_of(ctx, policies), T::NamesAPolicy, focus);
    });
}

fn statements_of(ctx: &Ctx<'_>, policies: &[PolicyIdx]) -> Vec<StatementIdx> {
    policies.iter().flat_map(|policy| ctx.index().of_policy(*policy)).copied().collect()
}

/// Statements of one tie: those in the lens first, then those that the lens leaves out, said so.
pub fn statements_ui(ui: &mut Ui, ctx: &Ctx<'_>, list: &[StatementIdx], title: T, focus: Option<FocusIdx>) {
    let lens = &ctx.session.derived().policies.lens;
    let wanted = |i: &&StatementIdx| focus.is_none_or(|focus| ctx.catalogue()[**i].focuses.contains(&focus));
    let (seen, unseen): (Vec<&StatementIdx>, Vec<&StatementIdx>) =
        list.iter().filter(wanted).partition(|i| lens.holds(&ctx.catalogue()[**i]));
    if seen.is_empty() && unseen.is_empty() {
        return;
    }
    section(ui, ctx, title);
    // Of several policies each sentence says whose it is.
    let is_named = title == T::NamesAPolicy;
    let statement_ui = |ui: &mut Ui, ctx: &Ctx<'_>, i: StatementIdx| {
        if is_named {
            policy_name_ui(ui, ctx, i);
        }
        statement_ui(ui, ctx, i);
    };
    let (shown, rest) = seen.split_at(seen.len().min(SHOWN));
    for i in shown {
        statement_ui(ui, ctx, **i);
    }
    rest_ui(ui, ctx, (title, focus), rest, |ui, i| statement_ui(ui, ctx, **i));
    if let Some(first) = unseen.first() {
        let why = why_words(ctx, &unseen);
        let n: [(&str, &dyn std::fmt::Display); 1] = [("n", &unseen.len())];
        let bare = if seen.is_empty() { W::OnlyUncounted.fill(ctx.lang(), &n) } else { ctx.fill(T::OutsideLens, &n) };
        let whole = ctx.fill(T::BehindInBrackets, &[("what", &bare), ("words", &why)]);
        // A fold has one line: what has no room in it stands below.
        let has_room = Font::regular(12.5).width(&whole) + FOLD <= ui.available_width();
        let name = if has_room { whole } else { bare };
        let first = ctx.catalogue()[**first].id.clone();
        egui::CollapsingHeader::new(RichText::new(name).size(12.5).color(ctx.colors.weak))
            .id_salt(("outside", first, focus))
            .show(ui, |ui| {
                for i in &unseen {
                    statement_ui(ui, ctx, **i);
                }
            });
        if !has_room {
            wrapped(ui, RichText::new(ctx.capital(&why)).size(12.5).color(ctx.colors.weak));
        }
        if focus.is_some() {
            sources_ui(ui, ctx, &unseen);
        }
    }
}

/// The ways by which these statements would count, by another source or another version; of those that never do that.
fn sources_ui(ui: &mut Ui, ctx: &Ctx<'_>, unseen: &[&StatementIdx]) {
    let (catalogue, lens) = (ctx.catalogue(), &ctx.session.derived().policies.lens);
    let counts = |statement: &Statement| statement.kind.counts() && lens.with_source(statement.source).holds(statement);
    let is_other =
        |statement: &Statement| statement.kind.counts() && statement.version != Version::Own && !lens.any_version();
    let all = || unseen.iter().map(|i| &catalogue[**i]);
    let sources_of = |is: &dyn Fn(&Statement) -> bool| {
        let mut sources: Vec<SourceIdx> = all().filter(|statement| is(statement)).map(|s| s.source).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    };
    let add = |sources: &[SourceIdx]| {
        let unseen = sources.iter().filter(|source| !lens.sees(**source));
        Filter::AddSources(unseen.map(|i| catalogue[*i].id.clone()).collect())
    };
    let sources = sources_of(&counts);
    if !sources.is_empty() {
        let names: Vec<String> = sources.iter().map(|i| catalogue[*i].short_name(ctx.lang())).collect();
        let text = W::ChooseSources.fill(ctx.lang(), &[("sources", &names.join(ctx.lang().comma()))]);
        way_ui(ui, ctx, &text, || add(&sources));
    }
    let of_others = sources_of(&is_other);
    if !of_others.is_empty() {
        let n = all().filter(|statement| is_other(statement)).count();
        way_ui(ui, ctx, &W::ChooseVersions.fill(ctx.lang(), &[("n", &n)]), || {
            let query = ctx.session.derived().query.with(TermKey::Version, Some(Test::Version(Versions::Any)));
            if of_others.iter().all(|source| lens.sees(*source)) {
                return Filter::Query(query);
            }
            Filter::Query(add(&of_others).apply(&query, catalogue))
        });
    }
    let never = all().filter(|statement| !statement.kind.counts()).count();
    if never > 0 {
        wrapped(ui, RichText::new(W::NeverCounts.fill(ctx.lang(), &[("n", &never)])).size(12.5).color(ctx.colors.weak));
    }
}

/// A link that changes the query.
fn way_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: &str, change: impl FnOnce() -> Filter) {
    let words = RichText::new(text).size(12.5).underline();
    let link = ui.add(Label::new(words).wrap().sense(Sense::click()).selectable(false));
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, text));
    if link.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(change());
    }
}

/// The reasons that the lens leaves these statements out, each once.
fn why_words(ctx: &Ctx<'_>, unseen: &[&StatementIdx]) -> String {
    let lens = &ctx.session.derived().policies.lens;
    let why = |i: &StatementIdx| {
        let statement = &ctx.catalogue()[*i];
        // Another version stays out whatever source is chosen.
        match (lens.sees(statement.source), statement.version) {
            (_, version) if version != Version::Own && !lens.any_version() => T::OutsideVersion,
            (false, _) => T::OutsideSource,
            (true, _) => T::OutsideBasis,
        }
    };
    let met: Vec<T> = unseen.iter().map(|i| why(i)).collect();
    let all = [T::OutsideSource, T::OutsideVersion, T::OutsideBasis];
    let told = all.into_iter().filter(|why| met.contains(why)).map(|why| ctx.text(why));
    told.collect::<Vec<_>>().join(ctx.lang().comma())
}

/// The policy that a statement is of, in a list on several.
fn policy_name_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: StatementIdx) {
    if let Of::Policy(policy) = ctx.catalogue()[i].of {
        let title = ctx.fill(T::OfPolicy, &[("title", &ctx.catalogue()[policy].title.get(ctx.lang()))]);
        wrapped(ui, RichText::new(title).size(12.5).color(ctx.colors.weak));
    }
}

/// A statement with everything that defends it.
fn statement_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: StatementIdx) {
    let (s, lang) = (&ctx.catalogue()[i], ctx.lang());
    let words = StatementWords::of(ctx.catalogue(), i, lang);
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    // A statement in the words of its source is told once, as the quotation.
    if words.quote != Some(words.summary) {
        ui.add(Label::new(found_text(ui, ctx, words.summary)).wrap().selectable(true));
    }
    if let Some(quote) = words.quote {
        let quoted = found_text(ui, ctx, weak(ctx.fill(T::Quote, &[("quote", &quote)])));
        ui.add(Label::new(quoted).wrap().selectable(true));
    }
    let narrowed = [words.list.clone(), words.on_version(lang), words.value.clone(), words.span.clone()];
    // `数据：提及、拟 · 来源归类`: of which focuses and how; of none its kind.
    let how: Vec<&str> = [words.strength, words.modality].into_iter().flatten().collect();
    let of = if words.focuses.is_empty() { words.kind.to_owned() } else { words.focuses.join(lang.comma()) };
    let first = match how.as_slice() {
        [] => of,
        how => ctx.fill(T::NameAndStep, &[("name", &of), ("step", &how.join(lang.comma()))]),
    };
    let mut facts = vec![first];
    facts.extend(words.assigned_by.map(str::to_owned));
    facts.extend(narrowed.into_iter().flatten());
    let id = ctx.fill(T::IdIs, &[("id", &words.id)]);
    let meanings = s.definitions(lang).into_iter().map(|(name, what)| definition_words(lang, name, what));
    let meanings: Vec<String> = meanings.chain([id]).collect();
    ui.add(Label::new(weak(facts.join(" · "))).wrap()).on_hover_text(meanings.join("\n\n"));
    if let Some(watch) = words.watch {
        wrapped(ui, weak(ctx.fill(T::Watch, &[("what", &watch)])));
    }
    if let Some(adrift) = ctx.session.adrift_quote(i)
        && ui.button(R::CheckQuote.get(lang)).clicked()
    {
        ctx.send(ReadingStep::OpenAt(adrift.record.to_owned(), s.id.clone()));
    }
    if !words.keywords.is_empty() {
        keywords_ui(ui, ctx, ctx.text(T::Keyword), words.keywords);
    }
    let place = SourcePlace { source: s.source, at: s.at.as_deref() };
    source_ui(ui, ctx, place, words.summary, || citation::of_statement(ctx.catalogue(), i, lang));
    ui.add_space(10.0);
}
