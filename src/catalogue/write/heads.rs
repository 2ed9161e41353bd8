//! The fields of the top level: of a catalogue, and of one file of a stack.

use super::Ron;
use super::readings::rejection;
use super::record::{Fields, Record, given, source_id, texts, word};
use crate::catalogue::layer::CatalogueHead;
use crate::catalogue::{
    Catalogue, Contents, FileIdx, LayerImport, LayerInfo, Licence, NamedRelease, SameAnswer, StackFile,
};

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
        rejected,
        same,
        statements: _,
        milestones: _,
        claims: _,
        // Of the file that it was read from.
        sha256: _,
    } = &**catalogue;
    let made_of = files.iter().zip(0..).map(|(file, at)| made_of(file, catalogue.content_of(FileIdx(at)))).collect();
    let names = named(head).list("made_of", made_of);
    let names = names.with("default_sources", defaults(catalogue, head));
    let names = names.list("same", same.iter().map(answer).collect());
    names.list("rejected", rejected.iter().map(|one| rejection(catalogue, one)).collect()).0
}

/// The top level of one file of a stack.
pub fn file_fields<'a>(c: &'a Catalogue, at: FileIdx, file: &'a StackFile) -> Fields<'a> {
    let StackFile { head, layer: of_layer, says_layer, over, imports, content: _ } = file;
    let release_of = |NamedRelease { id, release, content }: &'a NamedRelease| {
        Ron::Group("", release_fields(id, release, content).0)
    };
    let names = named(head).list("over", over.iter().map(release_of).collect());
    let same = c.same.iter().filter(|answer| answer.file == at).map(answer).collect();
    let of_layer = of_layer.as_ref().filter(|_| *says_layer);
    let names = names.maybe("layer", of_layer.map(layer)).with("default_sources", defaults(c, head)).list("same", same);
    let rejected = c.rejected.iter().filter(|one| one.file == at).map(|one| rejection(c, one)).collect();
    names.list("imports", imports.iter().map(import).collect()).list("rejected", rejected).0
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

fn made_of<'a>(file: &'a StackFile, content: &'a str) -> Ron<'a> {
    let CatalogueHead { id, release, title, .. } = &file.head;
    let record = release_fields(id, release, content).with("title", title);
    Ron::Group("", record.maybe("layer", file.layer.as_ref().map(layer)).0)
}

fn release_fields<'a>(id: &'a str, release: &'a str, content: &'a str) -> Record<'a> {
    Record::new().with("id", id).with("release", release).with("content", content)
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
