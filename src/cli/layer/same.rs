//! `layer same`: the policies of a layer that may be those of another file, and the answers to that.

use std::io::Write;

use clap::ArgMatches;
use serde_json::json;

use super::{file, path};
use crate::catalogue::{Catalogue, SameVerdict};
use crate::cli::fault::Stop;
use crate::cli::grid::TextTable;
use crate::cli::over::LayerOver;
use crate::cli::page::write_json;
use crate::cli::sub::Sub;
use crate::cli::{Ctx, pick};
use crate::edit::{RecordEdit, same_answer};
use crate::query::{Index, SameSign, same_pairs};
use crate::words::{CliText as T, Lang, LayerText as L};

/// The subcommand of `layer`.
pub const SUB: Sub = Sub {
    name: "same",
    usage: "policy-atlas layer same FILE [--same A,B] [--distinct A,B] [--ask A,B] [--format table|json]",
    formats: &["table", "json"],
    words: |say, sub| {
        sub.about(T::HelpLayerSame.get(say.0)).args([
            file(say),
            say.option("same", "same", "A,B", T::HelpArgSame),
            say.option("distinct", "distinct", "A,B", T::HelpArgDistinct),
            say.option("ask", "ask", "A,B", T::HelpArgAsk),
            say.format(&["table", "json"], T::HelpArgFormat),
        ])
    },
    run,
};

/// The options that answer, each with its answer.
const ANSWERS: [(&str, Option<SameVerdict>); 3] =
    [("same", Some(SameVerdict::Same)), ("distinct", Some(SameVerdict::Distinct)), ("ask", None)];

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let path = path(matches);
    if ANSWERS.iter().any(|(option, _)| pick::word(matches, option).is_some()) {
        let layer = LayerOver::in_turn(&path, ctx)?;
        let edits = answered(matches, &layer, ctx.lang)?;
        if !edits.is_empty() {
            layer.edit(&edits, ctx.lang, err)?;
        }
    }
    let layer = LayerOver::read(&path, ctx)?;
    let catalogue = layer.catalogue(ctx.lang)?;
    let pairs = listed(catalogue);
    if pick::word(matches, "format") == Some("json") {
        let rows = pairs.iter().map(|pair| json!({ "a": pair.ids[0], "b": pair.ids[1], "sign": pair.sign.map(SameSign::id), "verdict": pair.verdict.map(SameVerdict::id) }));
        write_json(&json!(rows.collect::<Vec<_>>()), out)?;
        return Ok(0);
    }
    let mut grid = TextTable::new(
        &[L::IdHead, L::Title, L::IdHead, L::Title, L::SameHead].map(|head| head.get(ctx.lang).to_owned()),
    );
    for Listed { ids: [a, b], sign, verdict } in pairs {
        let title =
            |id: &str| catalogue.record_by_id(id).map(|one| one.title.get(ctx.lang).to_owned()).unwrap_or_default();
        let asked = sign.map(|sign| sign.name(ctx.lang)).unwrap_or_default();
        let words = verdict.map_or(asked, |verdict| verdict.name(ctx.lang));
        grid.row(&[a.clone(), title(&a), b.clone(), title(&b), words.to_owned()]);
    }
    grid.write(out)?;
    Ok(0)
}

/// The edits that the options of the call ask for.
fn answered(matches: &ArgMatches, layer: &LayerOver, lang: Lang) -> Result<Vec<RecordEdit>, Stop> {
    let mut edits = Vec::new();
    for (option, verdict) in ANSWERS {
        let Some(value) = pick::word(matches, option) else { continue };
        let two = || Stop::Words(T::TwoIds.fill(lang, &[("value", &value)]));
        let (a, b) = value.split_once([',', '，']).ok_or_else(two)?;
        edits.extend(same_answer(&layer.text, [a.trim(), b.trim()], verdict));
    }
    Ok(edits)
}

/// A pair of records with the reason to ask or the answer.
struct Listed {
    ids: [String; 2],
    sign: Option<SameSign>,
    verdict: Option<SameVerdict>,
}

fn listed(catalogue: &Catalogue) -> Vec<Listed> {
    let index = Index::new(std::sync::Arc::new(catalogue.clone()));
    let open = same_pairs(&index).into_iter().map(|pair| Listed {
        ids: pair.policies.map(|policy| catalogue[policy].id.clone()),
        sign: Some(pair.sign),
        verdict: None,
    });
    let answered = catalogue.same.iter().map(|answer| Listed {
        ids: answer.policies.clone(),
        sign: None,
        verdict: Some(answer.verdict),
    });
    open.chain(answered).collect()
}
