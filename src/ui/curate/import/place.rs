//! The place of a row: chosen from a list, or by name, pinyin or code.

use egui::{Button, Key, Modifiers, RichText, TextEdit, Ui};

use crate::catalogue::RegionIdx;
use crate::import::CellProblem;
use crate::session::ReadyTable;
use crate::ui::Ctx;
use crate::ui::places::places_named;
use crate::words::ImportText as W;

/// Places offered at once.
const MOST: usize = 8;

/// The field to choose a place by, and the places that are meant; gives back the code of the one that was chosen.
pub fn place_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    typed: &mut String,
    table: &ReadyTable,
    problem: &CellProblem,
) -> Option<String> {
    let lang = ctx.lang();
    let id = ui.make_persistent_id("place of a row");
    // Enter belongs to the list, before the field sees it.
    let enter = !typed.trim().is_empty()
        && ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.horizontal(|ui| {
        let name = ui.label(W::PlaceName.get(lang));
        let edit = TextEdit::singleline(typed).id(id).hint_text(W::PlaceHint.get(lang)).desired_width(180.0);
        ui.add(edit).labelled_by(name.id);
    });
    let found = meant(ctx, typed.trim(), table, problem);
    if found.is_empty() && !typed.trim().is_empty() {
        let words = W::NoSuchPlaceTyped.fill(lang, &[("typed", &typed.trim())]);
        ui.label(RichText::new(ctx.capital(&words)).color(ctx.colors.error));
    } else if !found.is_empty() {
        ui.label(RichText::new(W::PlacesOf.get(lang)).size(12.5).color(ctx.colors.weak));
    }
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for (n, place) in found.into_iter().enumerate() {
            let region = &ctx.catalogue()[place];
            if ui.add(Button::new(region.name.get(lang))).clicked() || (enter && n == 0) {
                chosen = Some(region.code.clone());
            }
        }
    });
    chosen
}

/// The places meant by what is typed: the one of this very name or code first. Before anything is typed, my region,
/// those of other rows and others of their provinces, but for those that the problem offers already.
fn meant(ctx: &Ctx<'_>, typed: &str, table: &ReadyTable, problem: &CellProblem) -> Vec<RegionIdx> {
    let regions = &ctx.catalogue().regions;
    let found: Vec<RegionIdx> = if typed.is_empty() {
        let others: Vec<RegionIdx> = table.digest.places.iter().filter_map(|code| regions.by_code(code)).collect();
        let is_offered = |place: &RegionIdx| problem.offers.contains(&regions[*place].code);
        let provinces: Vec<RegionIdx> = others.iter().map(|place| regions.province_of(*place)).collect();
        let near =
            regions.iter().map(|(place, _)| place).filter(|place| provinces.contains(&regions.province_of(*place)));
        let all = ctx.session.my_region().into_iter().chain(others.iter().copied()).chain(near);
        all.filter(|place| !is_offered(place)).collect()
    } else {
        let exact = regions.look_up(typed).and_then(Result::ok);
        exact.into_iter().chain(places_named(ctx.index(), typed).into_iter().map(|(_, place)| place)).collect()
    };
    let mut once = Vec::new();
    for place in found {
        if once.len() < MOST && !once.contains(&place) {
            once.push(place);
        }
    }
    once
}
