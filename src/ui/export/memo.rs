//! The memo of the comparison, and the profile of a place: its focuses, its layout, what it says beside the statements, and its format.

use egui::{Grid, Label, Response, RichText, Ui};

use super::{Saving, fault_ui, save_ui};
use crate::catalogue::RegionIdx;
use crate::compare::{Among, Presence, peers};
use crate::export::{MemoFormat, MemoLayout};
use crate::look::Font;
use crate::query::Row;
use crate::session::{Action, Dialog, MOST_COMPARED, MemoOptions, MemoScope, Output, Periods};
use crate::ui::Ctx;
use crate::ui::widgets::{code_ui, holder_words, segmented_ui, with_beyond_ui};
use crate::words::{ExportText as E, LayerText as W, UiText as T, WorkbenchText};

/// Paints the dialog.
pub fn save_memo_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::SaveMemo);
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let comparison = ctx.session.derived().comparison();
    let names: Vec<&str> = comparison.columns.iter().map(|row| row.short_name(catalogue, lang)).collect();
    let derived = ctx.session.derived();
    let lens = if ctx.session.pointing().memo.with_public { derived.public_words() } else { derived.lens_words() };
    let lens = lang.capital(lens);
    let what = E::MemoWhat.fill(lang, &[("names", &lang.all_of(&names)), ("lens", &lens)]);
    ui.add(Label::new(what).wrap());
    uncoded_ui(ui, ctx);
    focuses_ui(ui, ctx);
    with_beyond_ui(ui, ctx, comparison);
    paper_ui(ui, ctx, saving, Output::Memo)
}

/// The columns of one's own policies of which nobody has said how far they take up the focuses, each with the way to it.
fn uncoded_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let comparison = ctx.session.derived().comparison();
    for (row, presence) in comparison.columns.iter().zip(&comparison.presence) {
        if let (Row::Region(place), Presence::NotInCatalogue) = (row, presence) {
            held_elsewhere_ui(ui, ctx, *place);
        }
        if *presence == Presence::NotAssessed && ctx.session.uncoded(*row).is_some() {
            let name = row.short_name(ctx.catalogue(), ctx.lang());
            ui.horizontal_wrapped(|ui| {
                ui.add(Label::new(W::UncodedInMemo.fill(ctx.lang(), &[("name", &name)])).wrap());
                code_ui(ui, ctx, *row);
            });
        }
    }
}

/// Paints the dialog of the profile of a place.
pub fn save_profile_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving, place: RegionIdx) -> Response {
    fault_ui(ui, ctx, Dialog::SaveProfile(place));
    let lang = ctx.lang();
    let name = ctx.catalogue()[place].name.get(lang);
    let is_there = !ctx.index().policies_in(place).is_empty() || !ctx.index().of_region(place).is_empty();
    let words = if is_there {
        E::ProfileHint.fill(lang, &[("place", &name)])
    } else {
        WorkbenchText::NotThereDoc.fill(lang, &[("place", &name)]) + E::ProfileEmpty.get(lang)
    };
    ui.add(Label::new(words).wrap());
    focuses_ui(ui, ctx);
    beside_ui(ui, ctx, place);
    paper_ui(ui, ctx, saving, |format, options| Output::Profile(format, options, place))
}

/// The other embedded catalogues that hold policies of a place which the memo has nothing of.
fn held_elsewhere_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let told: Vec<String> = ctx.session.holders(place).iter().map(|offer| holder_words(ctx, offer)).collect();
    if !told.is_empty() {
        let name = ctx.catalogue()[place].name.get(ctx.lang());
        let told = told.join(ctx.lang().comma());
        let words = WorkbenchText::HeldElsewhere.fill(ctx.lang(), &[("place", &name), ("where", &told)]);
        ui.add(Label::new(RichText::new(words).color(ctx.colors.weak)).wrap());
    }
}

/// The options, formats and place of a page.
fn paper_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    saving: &mut Saving,
    output: impl Fn(MemoFormat, MemoOptions) -> Output,
) -> Response {
    ui.add_space(8.0);
    let now = saving.memo;
    options_ui(ui, ctx, &mut saving.memo);
    if saving.memo != now
        && let Some(Output::Memo(format, _) | Output::Profile(format, ..)) = saving.format
    {
        saving.format = Some(output(format, saving.memo));
    }
    ui.add_space(6.0);
    let choices = [MemoFormat::Docx, MemoFormat::Html, MemoFormat::Md].map(|format| {
        let hint = match format {
            MemoFormat::Docx => E::MemoDocxHint,
            MemoFormat::Html => E::MemoHtmlHint,
            MemoFormat::Md => E::MemoMdHint,
        };
        let name = format.extension().to_uppercase();
        let words = ctx.fill(T::NameAndStep, &[("name", &name), ("step", &hint.get(ctx.lang()))]);
        (output(format, saving.memo), words)
    });
    save_ui(ui, ctx, saving, &choices)
}

/// The focuses it tells of, at first those of the window, which stays as it is; the last one stays.
fn focuses_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let told = ctx.session.memo_query().focuses(catalogue);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(E::MemoFocuses.get(lang)).size(12.5).color(ctx.colors.weak));
        for focus in catalogue.focus_idxs() {
            let mut is_told = told.contains(&focus);
            let is_last = is_told && told.len() == 1;
            let name = catalogue[focus].name.get(lang);
            let response = ui.add_enabled(!is_last, egui::Checkbox::new(&mut is_told, name));
            let asked = E::MemoFocus.fill(lang, &[("focus", &name)]);
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, !is_last, is_told, &asked));
            if response.changed() {
                let ids = catalogue.focus_idxs().filter(|other| told.contains(other) != (*other == focus));
                let ids: Vec<String> = ids.map(|other| catalogue[other].id.clone()).collect();
                let scope = MemoScope { focuses: Some(ids), ..ctx.session.pointing().memo.clone() };
                ctx.send(Action::Memo(scope));
            }
        }
    });
}

/// Places to choose from for a profile.
const OFFERED: usize = 12;
/// The box of a place before its name, and the room between two.
const BOX: f32 = 26.0;
const GAP: f32 = 12.0;

/// The places beside the one of a profile: at first its peers, those nearest to it to choose from.
fn beside_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: RegionIdx) {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let (columns, _) = ctx.session.profile_columns(place);
    let beside: Vec<RegionIdx> = columns.iter().skip(1).map(|row| row.region(catalogue)).collect();
    let cells = &ctx.session.derived().regions.cells;
    let near = peers(ctx.index(), cells, place, Among::All, OFFERED);
    let mut offered = near.taken;
    // Those that are compared can be chosen too, near or not.
    let compared = ctx.session.derived().comparison().columns.iter().filter_map(|row| match row {
        Row::Region(region) => Some(*region),
        Row::Policy(_) => None,
    });
    for other in beside.iter().copied().chain(compared).filter(|other| *other != place) {
        if !offered.contains(&other) {
            offered.push(other);
        }
    }
    if offered.is_empty() {
        return;
    }
    ui.label(RichText::new(E::ProfileBeside.get(lang)).size(12.5).color(ctx.colors.weak));
    let more = near.left_out.iter().filter(|place| !offered.contains(place)).count();
    let named: Vec<(RegionIdx, String)> = offered.into_iter().map(|other| (other, place_words(ctx, other))).collect();
    // Boxes stand under each other, as many in a row as have the room.
    let widest = named.iter().map(|(_, words)| Font::regular(13.5).width(words)).fold(0.0, f32::max) + BOX;
    let across = (((ui.available_width() + GAP) / (widest + GAP)) as usize).max(1);
    Grid::new("places beside").num_columns(across).spacing([GAP, 4.0]).show(ui, |ui| {
        for (n, (other, words)) in named.into_iter().enumerate() {
            if n > 0 && n % across == 0 {
                ui.end_row();
            }
            let mut is_in = beside.contains(&other);
            let has_room = is_in || columns.len() < MOST_COMPARED;
            if ui.add_enabled(has_room, egui::Checkbox::new(&mut is_in, words)).changed() {
                let kept = beside.iter().filter(|known| **known != other).copied();
                let chosen = kept.chain(is_in.then_some(other)).map(|place| catalogue[place].code.clone());
                let scope = MemoScope { beside: Some(chosen.collect()), ..ctx.session.pointing().memo.clone() };
                ctx.send(Action::Memo(scope));
            }
        }
    });
    if more > 0 {
        ui.label(RichText::new(E::ProfileMore.fill(lang, &[("n", &more)])).size(12.5).color(ctx.colors.weak));
    }
}

/// A place with its kind: 杭州市（副省级市）. 黑龙江省 says what it is.
fn place_words(ctx: &Ctx<'_>, place: RegionIdx) -> String {
    let (region, lang) = (&ctx.catalogue()[place], ctx.lang());
    let name = region.name.get(lang);
    let kind = if region.is_sub_provincial() { E::SubProvincialCity.get(lang) } else { region.kind.name(lang) };
    if name.ends_with(kind) {
        name.to_owned()
    } else {
        E::ProfilePlace.fill(lang, &[("place", &name), ("kind", &kind)])
    }
}

fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>, memo: &mut MemoOptions) {
    let lang = ctx.lang();
    let choices = [
        (MemoLayout::Official, E::MemoOfficial.get(lang), E::MemoOfficialHint.get(lang)),
        (MemoLayout::Brief, E::MemoBrief.get(lang), E::MemoBriefHint.get(lang)),
    ];
    if let Some(layout) = segmented_ui(ui, ctx, memo.layout, &choices) {
        memo.layout = layout;
    }
    ui.add_space(4.0);
    if let Some(day) = ctx.session.today() {
        ui.checkbox(&mut memo.dated, E::MemoDated.fill(lang, &[("date", &day)]));
        let mut is_told = memo.periods == Periods::Told;
        if ui.checkbox(&mut is_told, E::MemoTellsEnded.fill(lang, &[("date", &day)])).changed() {
            memo.periods = if is_told { Periods::Told } else { Periods::Untold };
        }
    }
    ui.checkbox(&mut memo.imprint, E::MemoImprint.get(lang));
}
