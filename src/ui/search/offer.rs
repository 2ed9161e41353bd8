//! The places that words searched for name, offered as a filter in place of the word.

use egui::{Button, RichText, Ui};

use super::guesses::filter_words;
use crate::catalogue::RegionIdx;
use crate::query::{Nearness, Query, TermKey, Test};
use crate::session::Filter;
use crate::ui::Ctx;
use crate::ui::places::places_named;
use crate::words::Lang;

/// Places offered for a word.
const OF_A_WORD: usize = 3;

/// The places offered, for what was asked of which catalogue.
#[derive(Default)]
pub struct Offers {
    asked: Option<(Query, Lang, u64)>,
    /// Each in words, with the word that names it and its code.
    found: Vec<(String, String, String)>,
}

impl Offers {
    /// Looks for them, where the words, the language or the catalogue have changed.
    fn look(&mut self, ctx: &Ctx<'_>) {
        let asked = (ctx.session.view().query.words(), ctx.lang(), ctx.session.data().generation);
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        let texts = asked.0.terms.iter().filter(|term| !term.not);
        let texts = texts.filter_map(|term| match &term.test {
            Test::Text(word) => Some(word),
            _ => None,
        });
        self.found = texts.flat_map(|word| of_word(ctx, word)).collect();
        self.asked = Some(asked);
    }
}

/// The places whose whole name a word is, as written or spelled.
fn of_word(ctx: &Ctx<'_>, word: &str) -> Vec<(String, String, String)> {
    let named = places_named(ctx.index(), word).into_iter().filter(|(near, _)| *near <= Nearness::Spelled);
    let offer = |(_, place): (Nearness, RegionIdx)| {
        let region = &ctx.catalogue()[place];
        let words = filter_words(ctx, TermKey::Region, region.name.get(ctx.lang()));
        (words, word.to_owned(), region.code.clone())
    };
    named.take(OF_A_WORD).map(offer).collect()
}

/// A button for each place that the words name and that is not filtered by yet.
pub fn offers_ui(ui: &mut Ui, ctx: &Ctx<'_>, offers: &mut Offers) {
    offers.look(ctx);
    let query = &ctx.session.view().query;
    for (words, word, code) in &offers.found {
        if query.has(TermKey::Region, code) {
            continue;
        }
        let button = Button::new(RichText::new(words).size(12.5).color(ctx.colors.focus_text(0))).corner_radius(10.0);
        if ui.add(button).clicked() {
            let kept = query.terms.iter().filter(|term| !matches!(&term.test, Test::Text(own) if own == word));
            let bare = Query::of(kept.cloned().collect());
            ctx.send(Filter::Query(bare.toggled(TermKey::Region, code, ctx.catalogue())));
        }
    }
}
