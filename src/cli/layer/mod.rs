//! `layer`: files of the user's own policies, made, checked, listed and given another tag.

mod same;

use std::io::Write;
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser as _};
use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use crate::catalogue::{List, NamedRelease, Origin, Spans, is_tag};
use crate::cli::args::Say;
use crate::cli::checked::tell;
use crate::cli::fault::Stop;
use crate::cli::grid::TextTable;
use crate::cli::open::{load_from, origin_for};
use crate::cli::over::{LayerOver, write};
use crate::cli::page::write_json;
use crate::cli::sub::{Sub, run_inner, with_inner};
use crate::cli::{Ctx, pick};
use crate::edit::{self, NewLayer, PolicyForm};
use crate::store;
use crate::words::{CatalogueText, CliText as T, Lang, LayerText as L};

/// `layer`.
pub const SUB: Sub = Sub {
    name: "layer",
    usage: "policy-atlas layer new FILE.ron [--title T] [--tag TAG] [--over CATALOGUE]\n       policy-atlas layer check FILE...\n       policy-atlas layer list FILE [--format FORMAT]\n       policy-atlas layer renumber FILE [--tag TAG]\n       policy-atlas layer same FILE [--same A,B] [--distinct A,B] [--ask A,B] [--format FORMAT]",
    formats: &[],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    with_inner(say, sub.about(T::HelpLayer.get(say.0)), &INNER)
}

/// The subcommands of `layer`.
const INNER: [Sub; 5] = [
    Sub {
        name: "new",
        usage: "policy-atlas layer new FILE.ron [--title T] [--tag TAG] [--over CATALOGUE]",
        formats: &[],
        words: |say, sub| {
            sub.about(T::HelpLayerNew.get(say.0)).args([
                file(say),
                say.hyphened(say.option("title", "title", "T", T::HelpArgLayerTitle)),
                say.option("tag", "tag", "TAG", T::HelpArgTag),
                say.option("over", "over", "CATALOGUE", T::HelpArgOver)
                    .value_parser(OsStringValueParser::new().map(|value| Origin::named(&value))),
            ])
        },
        run: new,
    },
    Sub {
        name: "check",
        usage: "policy-atlas layer check FILE...",
        formats: &[],
        words: |say, sub| sub.about(T::HelpLayerCheck.get(say.0)).arg(file(say).num_args(1..)),
        run: check,
    },
    Sub {
        name: "list",
        usage: "policy-atlas layer list FILE [--format table|json]",
        formats: &["table", "json"],
        words: |say, sub| {
            let format = say.format(&["table", "json"], T::HelpArgFormat);
            sub.about(T::HelpLayerList.get(say.0)).args([file(say), format])
        },
        run: list,
    },
    Sub {
        name: "renumber",
        usage: "policy-atlas layer renumber FILE [--tag TAG]",
        formats: &[],
        words: |say, sub| {
            let tag = say.option("tag", "tag", "TAG", T::HelpArgTag);
            sub.about(T::HelpLayerRenumber.get(say.0)).args([file(say), tag])
        },
        run: renumber,
    },
    same::SUB,
];

pub(super) fn file(say: Say) -> Arg {
    say.path(say.word("layer-file", "FILE", T::HelpArgLayerFile)).required(true)
}

pub(super) fn path(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("layer-file").cloned().unwrap_or_default()
}

/// The tag of the call, drawn where it gives none.
fn tag(matches: &ArgMatches, ctx: &Ctx) -> Result<String, Stop> {
    match pick::word(matches, "tag") {
        Some(tag) if is_tag(tag) => Ok(tag.to_owned()),
        Some(tag) => Err(Stop::Words(CatalogueText::BadTag.fill(ctx.lang, &[("tag", &tag)]))),
        None => Ok(store::draw_tag()),
    }
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    run_inner(&INNER, matches, ctx, out, err)
}

/// `layer new`: an empty layer over a catalogue, and over the layers of the call.
fn new(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = path(matches);
    let tag = tag(matches, ctx)?;
    if path.symlink_metadata().is_ok() {
        return Err(Stop::NotThere(T::FileOccupied.fill(ctx.lang, &[("path", &path.display())])));
    }
    let named = matches.get_one::<Origin>("over").or(ctx.catalogue.as_ref());
    let read = load_from(&origin_for(named, None), &ctx.layers, ctx.lang)?;
    let unreadable = || Stop::NotThere(T::CatalogueUnreadable.fill(ctx.lang, &[("path", &read.name())]));
    let below = read.loaded.catalogue.as_ref().ok_or_else(unreadable)?;
    let content = below.content_sha256();
    let alone = NamedRelease { id: below.id.clone(), release: below.release.clone(), content };
    let over = if below.files.is_empty() { vec![alone] } else { below.releases().collect() };
    let release = ctx.today.map_or_else(|| below.release.clone(), |day| day.to_string());
    let title = pick::word(matches, "title").unwrap_or_default().trim();
    let text = NewLayer { tag: &tag, release: &release, title, over: &over }.text();
    write(&path, &text, ctx.lang)?;
    writeln!(out, "{tag}")?;
    let what = L::NewLayer.fill(ctx.lang, &[("tag", &tag)]);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(0)
}

/// `layer check`: the problems of each file over its base; 1 if any has an error or cannot be read.
fn check(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let mut status = 0;
    for path in matches.get_many::<PathBuf>("layer-file").into_iter().flatten() {
        match LayerOver::read(path, ctx) {
            Ok(layer) => status = status.max(u8::from(tell(&layer.read, ctx.lang, out, err)?)),
            // The other files are still checked.
            Err(Stop::NotThere(what)) => {
                writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &what)])).ok();
                status = 1;
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(status)
}

/// A policy of a layer in a list.
struct Listed {
    id: String,
    title: String,
    /// Code of the place.
    region: String,
    month: Option<String>,
    state: State,
}

/// Whether a policy of a layer counts.
#[derive(Clone, Copy)]
enum State {
    Counted,
    Draft,
    Faulty,
}

impl State {
    fn id(self) -> &'static str {
        match self {
            State::Counted => "counted",
            State::Draft => "draft",
            State::Faulty => "faulty",
        }
    }

    fn name(self) -> L {
        match self {
            State::Counted => L::Counted,
            State::Draft => L::Draft,
            State::Faulty => L::Faulty,
        }
    }
}

/// `layer list`: the policies of a file in its order, also those that do not count.
fn list(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, _: &mut dyn Write) -> Result<u8, Stop> {
    let layer = LayerOver::read(&path(matches), ctx)?;
    let catalogue = layer.catalogue(ctx.lang)?;
    let listed = listed(&layer, ctx.lang)?;
    let place = |code: &str| {
        let place = catalogue.regions.by_code(code);
        place.map_or_else(|| code.to_owned(), |place| catalogue[place].name.get(ctx.lang).to_owned())
    };
    if pick::word(matches, "format") == Some("json") {
        let rows: Vec<_> = listed
            .iter()
            .map(|one| {
                json!({
                    "id": one.id, "title": one.title, "region": one.region, "month": one.month, "state": one.state.id(),
                })
            })
            .collect();
        write_json(&json!(rows), out)?;
        return Ok(0);
    }
    let mut grid = TextTable::new(
        &[L::IdHead, L::Title, L::Place, L::MonthHead, L::StateHead].map(|head| head.get(ctx.lang).to_owned()),
    );
    for one in listed {
        let month = one.month.unwrap_or_default();
        grid.row(&[one.id, one.title, place(&one.region), month, one.state.name().get(ctx.lang).to_owned()]);
    }
    grid.write(out)?;
    Ok(0)
}

/// `layer renumber`: another tag for a layer that shares its own with another.
fn renumber(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let (path, tag) = (path(matches), tag(matches, ctx)?);
    let layer = LayerOver::in_turn(&path, ctx)?;
    let edits = edit::renumber(&layer.text, &tag).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
    layer.edit(&edits, ctx.lang, err)?;
    writeln!(out, "{tag}")?;
    let what = L::NewTag.fill(ctx.lang, &[("tag", &tag)]);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(0)
}

fn listed(layer: &LayerOver, lang: Lang) -> Result<Vec<Listed>, Stop> {
    let catalogue = layer.catalogue(lang)?;
    let records = Spans::of(&layer.text);
    let ids = records.records(List::Policies).map(|(id, _)| id);
    Ok(ids
        .map(|id| match catalogue.policy_by_id(&id).filter(|policy| layer.is_own(catalogue[*policy].file)) {
            Some(policy) => {
                let policy = &catalogue[policy];
                Listed {
                    id,
                    title: policy.title.get(lang).to_owned(),
                    region: catalogue[policy.region].code.clone(),
                    month: policy.month.map(|month| month.to_string()),
                    state: State::Counted,
                }
            }
            None => {
                let form = PolicyForm::read(&layer.text, &id, []);
                let is_draft = form.as_ref().and_then(|form| form.saved.as_ref()).is_some_and(|saved| saved.is_draft);
                let (title, region) = form.map(|form| (form.title, form.region)).unwrap_or_default();
                let state = if is_draft { State::Draft } else { State::Faulty };
                Listed { id, title, region, month: None, state }
            }
        })
        .collect())
}
