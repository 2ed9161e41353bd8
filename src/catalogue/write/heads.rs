//! The fields of the top level: of a catalogue, and of one file of a stack.

use super::OneFile;
use super::Ron;
use super::record::{Fields, Record, given, source_id, texts, word};
use crate::catalogue::layer::CatalogueHead;
use crate::catalogue::{Catalogue, Contents, LayerImport, LayerInfo, Licence, NamedRelease, SameAnswer, StackFile};

/// The top level of the file, without the schema and the lists.
pub fn head_fields(catalogue: &Catalogue) -> Fields<'_> {
    let Contents {
        head,
        files,
        // A form that is not complete is left to the file of its layer.
        drafts: _,
        focuses: _,
        sources: _,
        regions: _,
        policies: _,
        twins: _,
        texts: _,
        readings: _,
        same,
        statements: _,
        milestones: _,
        claims: _,
        // Of the file that it was read from.
        sha256: _,
    } = &**catalogue;
    let names = named(head).list("made_of", files.iter().map(made_of).collect());
    names.with("default_sources", defaults(catalogue, head)).list("same", same.iter().map(answer).collect()).0
}

/// The top level of one file of a stack.
pub fn file_fields<'a>(c: &'a Catalogue, one: &OneFile<'a>) -> Fields<'a> {
    let OneFile { head, layer: of_layer, over, imports, .. } = one;
    let release_of = |made: &'a NamedRelease| Ron::Group("", release_fields(made, Record::new()).0);
    let names = named(head).list("over", over.iter().map(release_of).collect());
    let same = c.same.iter().filter(|answer| answer.file == one.file).map(answer).collect();
    let names = names.maybe("layer", of_layer.map(layer)).with("default_sources", defaults(c, head)).list("same", same);
    names.list("imports", imports.iter().map(import).collect()).0
}

fn import(import: &LayerImport) -> Ron<'_> {
    let LayerImport { id, file, sha256, sheet, on, by, rows, taken } = import;
    let record = Record::new().with("id", id).with("file", file).with("sha256", sha256);
    let record = record.maybe("sheet", sheet.as_ref()).maybe("on", *on).maybe("by", by.as_ref());
    Ron::Group("", record.with("rows", *rows).with("taken", *taken).0)
}

/// Names and rights.
fn named(head: &CatalogueHead) -> Record<'_> {
    let CatalogueHead { id, release, title, scope, authors, licences, publisher, published, default_sources: _ } = head;
    Record::new()
        .with("id", id)
        .with("release", release)
        .with("title", title)
        .maybe("scope", given(scope))
        .list("authors", texts(authors))
        .list("licences", licences.iter().map(licence).collect())
        .maybe("publisher", publisher.as_ref())
        .maybe("published", *published)
}

fn defaults<'a>(c: &'a Catalogue, head: &CatalogueHead) -> Ron<'a> {
    Ron::List(texts(head.default_sources.iter().map(|i| source_id(c, *i))))
}

fn made_of(file: &StackFile) -> Ron<'_> {
    let StackFile { release, title, layer: of_layer } = file;
    let record = release_fields(release, Record::new()).with("title", title);
    Ron::Group("", record.maybe("layer", of_layer.as_ref().map(layer)).0)
}

fn release_fields<'a>(made: &'a NamedRelease, record: Record<'a>) -> Record<'a> {
    let NamedRelease { id, release, content } = made;
    record.with("id", id).with("release", release).with("content", content)
}

fn layer(layer: &LayerInfo) -> Ron<'_> {
    let LayerInfo { kind, tag, by, coder } = layer;
    let record = Record::new().maybe("kind", word(*kind)).with("tag", tag);
    Ron::Group("", record.maybe("by", by.as_ref()).maybe("coder", coder.as_ref()).0)
}

fn answer(answer: &SameAnswer) -> Ron<'_> {
    let SameAnswer { policies: [a, b], verdict, file: _ } = answer;
    Ron::Group("", Record::new().with("a", a).with("b", b).maybe("verdict", word(*verdict)).0)
}

fn licence(licence: &Licence) -> Ron<'_> {
    let Licence { id, title, address } = licence;
    let record = Record::new().with("id", id).maybe("title", title.as_ref()).maybe("address", address.as_ref());
    Ron::Group("", record.0)
}
