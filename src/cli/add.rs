//! `add`: a policy of the user's own, added to the file of a layer.

use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, Command};

use super::args::Say;
use super::fault::Stop;
use super::over::LayerOver;
use super::sub::Sub;
use super::{Ctx, incoming, pick};
use crate::catalogue::{Catalogue, EventKind, Stage, Strength, When};
use crate::edit::{FormContext, FormField, PolicyForm, problems, strength_by_word};
use crate::import::{dates_read, filled, found_name};
use crate::intake::{Clip, Found, MOST_DOCUMENT_BYTES, clip_of, recognise};
use crate::query::{NewPolicy, same_policies};
use crate::words::{CliText as T, Lang, LayerText as L};

/// `add`.
pub const SUB: Sub = Sub {
    name: "add",
    usage: "policy-atlas add --to LAYER --region R --title T [--published DATE] [--number N] [--issuer I] [--link URL] [--stage draft|final] [--note N] [--focus compute=substantive[:SENTENCE]]... [--read-whole] [--on DATE]\n       policy-atlas add --to LAYER --from FILE.docx|.ofd|.html|.txt|- [--region R] [--title T]...",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let text = |id, name, help| say.hyphened(say.option(id, id, name, help));
    sub.about(T::HelpAdd.get(say.0)).args([
        say.path(say.option("to", "to", "LAYER", T::HelpArgTo)).required(true),
        say.path(say.option("from", "from", "FILE", T::HelpArgFrom)),
        text("region", "R", T::HelpArgRegion).required_unless_present("from"),
        text("title", "T", T::HelpArgTitle).required_unless_present("from"),
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
    // Before the layer: whoever types at standard input holds up nobody.
    let clip = matches.get_one::<PathBuf>("from").map(|from| clip_in(from, ctx.lang)).transpose()?;
    let layer = LayerOver::in_turn(&path, ctx)?;
    let form = form(matches, clip.as_ref(), layer.catalogue(ctx.lang)?, ctx.lang, err)?;
    for problem in problems(&form) {
        let near = problem.fix.as_ref().map(|fix| T::DidYouMean.fill(ctx.lang, &[("near", &fix.value)]));
        let what = format!("{}{}", problem.message(ctx.lang), near.unwrap_or_default());
        let option = option_of(problem.field);
        // What was not given is no value of its option.
        let is_lacking = problem.value.is_empty() && !problem.is_in_the_way;
        let text = if is_lacking { T::GivenWith } else { T::LabelValue };
        let line = text.fill(ctx.lang, &[("label", &option), ("value", &what)]);
        if problem.is_in_the_way {
            return Err(Stop::Words(line));
        }
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &line)])).ok();
    }
    let catalogue = layer.catalogue(ctx.lang)?;
    let of_place = catalogue.policy_idxs().filter(|i| catalogue[catalogue[*i].region].code == form.region);
    let month = When::parse(&form.date).and_then(When::month);
    let new = NewPolicy { title: &form.title, number: &form.number, stage: form.stage, month };
    for policy in same_policies(catalogue, of_place, &new) {
        let policy = &catalogue[policy];
        let (title, sign) = (policy.title.get(ctx.lang), new.sign(policy).name(ctx.lang));
        let there = L::SameThere.fill(ctx.lang, &[("title", &title), ("sign", &sign)]);
        let there = L::WithId.fill(ctx.lang, &[("what", &there), ("id", &policy.id)]);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &there)])).ok();
    }
    let (edits, id) = form.edits(None, &layer.text, FormContext { tag: &layer.tag, today: &today });
    layer.edit(&edits, ctx.lang, err)?;
    writeln!(out, "{id}")?;
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &form.title.trim()), ("path", &path.display())])).ok();
    Ok(0)
}

/// The form that a file and the options fill in; what an option says goes before what the file says.
fn form(
    matches: &ArgMatches,
    clip: Option<&Clip>,
    catalogue: &Catalogue,
    lang: Lang,
    err: &mut dyn Write,
) -> Result<PolicyForm, Stop> {
    let mut form = PolicyForm::new("", catalogue.focuses.iter().map(|focus| focus.id.clone()));
    if let Some(clip) = clip {
        let found = recognise(clip, &catalogue.regions);
        tell(&found, lang, err);
        form = filled(&form, &found, lang);
    }
    if let Some(region) = pick::word(matches, "region") {
        let place = pick::place("--region", region.trim(), catalogue, lang)?;
        form.region.clone_from(&catalogue[place].code);
    }
    if let Some(date) = pick::word(matches, "published") {
        (form.dated, form.date) = (EventKind::Published, date.to_owned());
    }
    for (option, text) in [
        ("title", &mut form.title),
        ("number", &mut form.number),
        ("issuer", &mut form.issuer),
        ("link", &mut form.link),
        ("note", &mut form.note),
    ] {
        if let Some(said) = pick::word(matches, option) {
            said.clone_into(text);
        }
    }
    form.stage = pick::word(matches, "stage").and_then(Stage::find).unwrap_or(form.stage);
    form.is_read = matches.get_flag("read-whole");
    for word in matches.get_many::<String>("focus").into_iter().flatten() {
        take_focus(&mut form, word, catalogue, lang)?;
    }
    Ok(dates_read(&form))
}

/// The content of a file, or of standard input.
fn clip_in(path: &Path, lang: Lang) -> Result<Clip, Stop> {
    clip_of(&incoming::bytes(path, MOST_DOCUMENT_BYTES, lang)?).map_err(|fault| {
        let values: [(&str, &dyn Display); 2] = [("label", &path.display()), ("value", &fault.message(lang))];
        Stop::NotThere(T::LabelValue.fill(lang, &values))
    })
}

/// Tells of each value with the words it came from, and of the doubts about it.
fn tell(found: &Found, lang: Lang, err: &mut dyn Write) {
    for field in &found.fields {
        let (name, value) = (found_name(field, lang), field.value.as_deref().unwrap_or("—"));
        let values: [(&str, &dyn Display); 3] = [("name", &name), ("value", &value), ("words", &field.words)];
        writeln!(err, "{}", L::RecognisedFrom.fill(lang, &values)).ok();
        if let Some(doubt) = &field.doubt {
            let values: [(&str, &dyn Display); 2] = [("label", &name), ("value", &doubt.words(lang))];
            let line = T::LabelValue.fill(lang, &values);
            writeln!(err, "{}", T::FaultLine.fill(lang, &[("what", &line)])).ok();
        }
    }
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
    let ids = || catalogue.focuses.iter().flat_map(|focus| [focus.id.as_str(), focus.name.get(lang)]);
    let focus = place.ok_or_else(|| unknown(name.trim(), &mut ids()))?;
    let given = || Strength::ALL.iter().filter(|strength| strength.is_given());
    let chosen = Strength::find(strength.trim()).or_else(|| strength_by_word(strength.trim()));
    let chosen = chosen.filter(|strength| strength.is_given());
    focus.strength =
        Some(chosen.ok_or_else(|| unknown(strength.trim(), &mut given().flat_map(|one| [one.id(), one.name(lang)])))?);
    quote.trim().clone_into(&mut focus.quote);
    Ok(())
}

/// The option that fills in a field.
fn option_of(field: FormField) -> &'static str {
    match field {
        FormField::Region => "--region",
        FormField::Title => "--title",
        FormField::Date | FormField::OtherDate(_) | FormField::From | FormField::To => "--published",
        FormField::Link => "--link",
        FormField::Stage => "--stage",
        FormField::Focus(_) => "--focus",
    }
}
