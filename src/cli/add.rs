//! `add`: a policy of the user's own, added to the file of a layer.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};

use super::args::Say;
use super::fault::Stop;
use super::over::LayerOver;
use super::sub::Sub;
use super::{Ctx, pick};
use crate::catalogue::{Catalogue, Stage, Strength};
use crate::edit::{FormContext, FormField, PolicyForm, problems, strength_by_word};
use crate::query::same_policies;
use crate::words::{CliText as T, Lang, LayerText as L};

/// `add`.
pub const SUB: Sub = Sub {
    name: "add",
    usage: "policy-atlas add --to LAYER --region R --title T [--published DATE] [--number N] [--issuer I] [--link URL] [--stage draft|final] [--note N] [--focus compute=substantive[:SENTENCE]]... [--read-whole] [--on DATE]",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let text = |id, name, help| say.hyphened(say.option(id, id, name, help));
    sub.about(T::HelpAdd.get(say.0)).args([
        say.path(say.option("to", "to", "LAYER", T::HelpArgTo)).required(true),
        text("region", "R", T::HelpArgRegion).required(true),
        text("title", "T", T::HelpArgTitle).required(true),
        text("published", "DATE", T::HelpArgPublished),
        text("number", "N", T::HelpArgNumber),
        text("issuer", "I", T::HelpArgIssuer),
        text("link", "URL", T::HelpArgLink),
        say.choice("stage", "draft|final", &["draft", "final"], T::HelpArgStage),
        text("note", "N", T::HelpArgNote),
        text("focus", "FOCUS=STRENGTH[:SENTENCE]", T::HelpArgAddFocus).action(ArgAction::Append),
        say.flag("read-whole", T::HelpArgReadWhole),
        say.option("on", "on", "DATE", T::HelpArgOn),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let today = pick::day(matches, ctx)?;
    let path = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    let layer = LayerOver::read(&path, ctx)?;
    let form = form(matches, layer.catalogue(ctx.lang)?, ctx.lang)?;
    for problem in problems(&form) {
        let near = problem.fix.as_ref().map(|fix| T::DidYouMean.fill(ctx.lang, &[("near", &fix.value)]));
        let what = format!("{}{}", problem.message(ctx.lang), near.unwrap_or_default());
        let option = option_of(problem.field);
        let line = T::LabelValue.fill(ctx.lang, &[("label", &option), ("value", &what)]);
        if problem.is_in_the_way {
            return Err(Stop::Words(line));
        }
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &line)])).ok();
    }
    let catalogue = layer.catalogue(ctx.lang)?;
    let of_place = catalogue.policy_idxs().filter(|i| catalogue[catalogue[*i].region].code == form.region);
    for policy in same_policies(catalogue, of_place, &form.title, &form.number) {
        let policy = &catalogue[policy];
        let there = L::SameThere.fill(ctx.lang, &[("title", &policy.title.get(ctx.lang))]);
        let there = L::WithId.fill(ctx.lang, &[("what", &there), ("id", &policy.id)]);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &there)])).ok();
    }
    let (edits, id) = form.edits(None, &layer.text, FormContext { tag: &layer.tag, today: &today });
    layer.edit(&edits, ctx.lang, err)?;
    writeln!(out, "{id}")?;
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &form.title.trim()), ("path", &path.display())])).ok();
    Ok(0)
}

/// The form that the options fill in.
fn form(matches: &ArgMatches, catalogue: &Catalogue, lang: Lang) -> Result<PolicyForm, Stop> {
    let said = |id| pick::word(matches, id).unwrap_or_default().to_owned();
    let place = pick::place("--region", said("region").trim(), catalogue, lang)?;
    let mut form = PolicyForm::new(&catalogue[place].code, catalogue.focuses.iter().map(|focus| focus.id.clone()));
    (form.title, form.date, form.number) = (said("title"), said("published"), said("number"));
    (form.issuer, form.link, form.note) = (said("issuer"), said("link"), said("note"));
    form.stage = pick::word(matches, "stage").and_then(Stage::find).unwrap_or(form.stage);
    form.is_read = matches.get_flag("read-whole");
    for word in matches.get_many::<String>("focus").into_iter().flatten() {
        take_focus(&mut form, word, catalogue, lang)?;
    }
    Ok(form)
}

/// Puts `compute=substantive:SENTENCE` into a form.
fn take_focus(form: &mut PolicyForm, word: &str, catalogue: &Catalogue, lang: Lang) -> Result<(), Stop> {
    let unknown = |value: &str, known: &mut dyn Iterator<Item = &str>| {
        let known: Vec<&str> = known.collect();
        let near = pick::did_you_mean(value, known.iter().copied(), lang);
        let known = known.join(" ");
        Stop::Words(
            T::UnknownChoice
                .fill(lang, &[("option", &"--focus"), ("value", &value), ("near", &near), ("known", &known)]),
        )
    };
    let (name, rest) = word.split_once('=').unwrap_or((word, ""));
    let (strength, quote) = rest.split_once([':', '：']).unwrap_or((rest, ""));
    let found = catalogue.find_focus(name.trim());
    let place = found.and_then(|focus| form.focuses.get_mut(usize::from(focus.0)));
    let ids = || catalogue.focuses.iter().map(|focus| focus.id.as_str());
    let focus = place.ok_or_else(|| unknown(name.trim(), &mut ids()))?;
    let given = || Strength::ALL.iter().filter(|strength| strength.is_given());
    let chosen = Strength::find(strength.trim()).or_else(|| strength_by_word(strength.trim()));
    let chosen = chosen.filter(|strength| strength.is_given());
    focus.strength = Some(chosen.ok_or_else(|| unknown(strength.trim(), &mut given().map(|one| one.id())))?);
    quote.trim().clone_into(&mut focus.quote);
    Ok(())
}

/// The option that fills in a field.
fn option_of(field: FormField) -> &'static str {
    match field {
        FormField::Region => "--region",
        FormField::Title => "--title",
        FormField::Date | FormField::From | FormField::To => "--published",
        FormField::Link => "--link",
        FormField::Stage => "--stage",
        FormField::Focus(_) => "--focus",
    }
}
