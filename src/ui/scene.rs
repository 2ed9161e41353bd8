//! Painting of a scene: the same shapes at the same places as on paper, at any size; and the marks of a figure for pointer
//! and keyboard.

use egui::{
    Color32, EventFilter, FontFamily, FontId, Key, Modifiers, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind,
    Ui, Vec2, pos2, vec2,
};

use super::Ctx;
use super::fonts::bold_family;
use super::theme::{color, palette};
use crate::figures::scene::{self, Anchor, Dash, Label, Look, Scene, Shape, Target};
use crate::figures::{Figure, FigureKind, Style};
use crate::look::{self, Circle, Point, Weight};
use crate::query::Row;
use crate::session::{Action, Detail, Filter};
use crate::words::UiText as T;

/// The marks of a scene that are pointed at.
#[derive(Clone, Copy, Default)]
struct ScenePointing {
    /// The mark that the keyboard is at.
    at: usize,
    /// The mark that was chosen.
    chosen: Option<usize>,
}

/// A figure as laid out, and the marks that are pointed at in it.
#[derive(Default)]
pub struct Laid {
    scene: Option<Scene>,
    /// The version of the figures, width and height, and theme that the scene was made for.
    made_for: Option<(u64, [u32; 2], bool)>,
    kind: Option<FigureKind>,
    pointing: ScenePointing,
}

impl Laid {
    /// Lays a figure out anew where it, its place or the theme is another; `draw` makes its scene.
    pub fn lay_out(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        figure: &Figure,
        size: (f32, Option<f32>),
        draw: fn(&Figure, &Style<'_>) -> Scene,
    ) {
        let (width, height) = size;
        let theme = ui.ctx().theme();
        let version = ctx.session.derived().figures_version();
        let key = (version, [width as u32, height.unwrap_or(0.0) as u32], theme == egui::Theme::Dark);
        if self.made_for == Some(key) && self.kind == Some(figure.kind) {
            return;
        }
        // Another width is the same figure: what was chosen in it stays chosen.
        if self.made_for.is_none_or(|made| made.0 != version) {
            self.pointing.chosen = None;
        }
        if self.kind != Some(figure.kind) {
            (self.pointing, self.kind) = (ScenePointing::default(), Some(figure.kind));
        }
        self.scene = Some(draw(figure, &Style { palette: palette(theme), width, height, ..Style::default() }));
        self.made_for = Some(key);
    }

    /// The scene, and the mark that was chosen in it.
    pub fn chosen(&self) -> Option<(&Scene, Option<usize>)> {
        Some((self.scene.as_ref()?, self.pointing.chosen))
    }

    /// Paints the scene; the target of the mark that was chosen just now is given back.
    pub fn show(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<&Target> {
        scene_ui(ui, ctx, self.scene.as_ref()?, &mut self.pointing)
    }
}

/// Paints a scene as one stop of the Tab key: arrows go from mark to mark, whose words are the figure's name, and Enter
/// does what a click does. The target of the mark that was chosen just now is given back, for [`follow`].
fn scene_ui<'s>(ui: &mut Ui, ctx: &Ctx<'_>, scene: &'s Scene, pointing: &mut ScenePointing) -> Option<&'s Target> {
    let ScenePointing { at, chosen } = pointing;
    let (rect, response) = ui.allocate_exact_size(vec2(scene.width, scene.height), Sense::click());
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 6.0, color(scene.ground));
    let clip = ui.clip_rect();
    for item in &scene.items {
        shape(&painter, &item.shape, Put { by: rect.min.to_vec2(), scale: 1.0 }, clip);
    }
    *at = (*at).min(scene.marks.len().saturating_sub(1));
    let moved = keyboard(ui, scene, &response, at);
    let words = scene.marks.get(*at).map_or("", |mark| mark.words.as_str());
    let name = match words {
        "" => scene.title.clone(),
        words => {
            ctx.fill(T::PlotWords, &[("title", &scene.title), ("bar", &words.replace('\n', ctx.lang().semicolon()))])
        }
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &name));
    let place = |mark: &scene::Mark| to_rect(mark.rect).translate(rect.min.to_vec2());
    let ring = |mark: &scene::Mark, width: f32| {
        painter.rect_stroke(place(mark), 3.0, Stroke::new(width, ctx.colors.ring), StrokeKind::Outside);
    };
    let under = response.hover_pos().and_then(|pos| scene.mark_at(Point::new(pos.x - rect.left(), pos.y - rect.top())));
    let by_key = Some(*at).filter(|_| response.has_focus());
    let lit = under.or(by_key).or(*chosen).and_then(|n| scene.marks.get(n));
    for lit in lit.iter().flat_map(|mark| &mark.lit) {
        let band = to_rect(*lit).translate(rect.min.to_vec2());
        painter.rect_filled(band, 3.0, ctx.colors.ring.gamma_multiply(0.16));
    }
    if let Some(mark) = chosen.and_then(|n| scene.marks.get(n)) {
        painter.rect_stroke(place(mark), 3.0, Stroke::new(1.5, ctx.colors.strong), StrokeKind::Outside);
    }
    if response.has_focus()
        && let Some(mark) = scene.marks.get(*at)
    {
        ring(mark, 2.0);
        if moved && !clip.contains_rect(place(mark)) {
            ui.scroll_to_rect_animation(place(mark).expand(12.0), None, egui::style::ScrollAnimation::none());
        }
    }
    let entered = response.clicked() && !ui.input(|input| input.pointer.any_click());
    let clicked = response.clicked();
    if let Some(mark) = under.and_then(|n| scene.marks.get(n)).filter(|_| !entered) {
        ring(mark, 1.0);
        response.on_hover_text_at_pointer(mark.words.as_str()).on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    let now = if entered { Some(*at) } else { under }.filter(|_| clicked)?;
    (*at, *chosen) = (now, Some(now));
    scene.marks.get(now).and_then(|mark| mark.target.as_ref())
}

/// Moves along the marks; whether it did.
fn keyboard(ui: &Ui, scene: &Scene, response: &Response, at: &mut usize) -> bool {
    let Some(last) = scene.marks.len().checked_sub(1).filter(|_| response.has_focus()) else { return false };
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = match () {
        () if pressed(Key::ArrowLeft) => at.saturating_sub(1),
        () if pressed(Key::ArrowRight) => (*at + 1).min(last),
        () if pressed(Key::ArrowUp) => nearest(scene, *at, -1.0),
        () if pressed(Key::ArrowDown) => nearest(scene, *at, 1.0),
        () if pressed(Key::Home) => 0,
        () if pressed(Key::End) => last,
        () => *at,
    };
    let moved = to != *at;
    *at = to;
    if moved {
        ui.ctx().request_repaint();
    }
    moved || response.gained_focus()
}

/// The mark nearest above (-1) or below (1) a mark; the mark itself where there is none.
fn nearest(scene: &Scene, at: usize, way: f32) -> usize {
    let Some(from) = scene.marks.get(at).map(|mark| mark.rect.center()) else { return at };
    let far = |(n, mark): (usize, &scene::Mark)| {
        let Point { x, y } = mark.rect.center();
        let down = (y - from.y) * way;
        // What is straight above or below comes before what is near at the side.
        (down > 1.0).then(|| (down + 3.0 * (x - from.x).abs(), n))
    };
    let best = scene.marks.iter().enumerate().filter_map(far).min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or(at, |(_, n)| n)
}

/// Does what a click on a mark means.
pub fn follow(ctx: &Ctx<'_>, target: &Target) {
    match target {
        Target::Filter { key, value } => ctx.send(Filter::Only { key: *key, value: value.clone() }),
        Target::Query(query) => ctx.send(Filter::Query(query.clone())),
        Target::Detail(id) => {
            let catalogue = ctx.catalogue();
            let row = catalogue.policy_by_id(id).map(Row::Policy);
            if let Some(row) = row.or_else(|| catalogue.regions.by_code(id).map(Row::Region)) {
                ctx.send(Action::Open(Detail { row, focus: None }));
            }
        }
    }
}

/// Paints a scene as large as it fits into a place, in its middle, as a picture that answers nothing. Where it is.
pub fn picture(painter: &Painter, scene: &Scene, place: Rect) -> Rect {
    let rect = fitted(scene, place);
    let scale = rect.width() / scene.width;
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    painter.rect_filled(rect, 0.0, color(scene.ground));
    let put = Put { by: rect.min.to_vec2(), scale };
    for item in &scene.items {
        shape(&painter, &item.shape, put, painter.clip_rect());
    }
    rect
}

/// The largest rectangle of a scene's shape in the middle of a place.
pub fn fitted(scene: &Scene, place: Rect) -> Rect {
    let scale = (place.width() / scene.width).min(place.height() / scene.height).max(0.0);
    Rect::from_center_size(place.center(), vec2(scene.width, scene.height) * scale)
}

/// The places of the texts and of the round marks of a scene that is painted in a rectangle of its shape.
pub fn said_places(scene: &Scene, place: Rect) -> impl Iterator<Item = Rect> {
    let put = Put { by: place.min.to_vec2(), scale: place.width() / scene.width };
    scene.items.iter().filter_map(move |item| match &item.shape {
        Shape::Text(label) => Some(put.rect(label.rect())),
        Shape::Circle(circle, _) => {
            let around = Rect::from_center_size(put.point(circle.center), vec2(2.0, 2.0) * circle.radius * put.scale);
            Some(around)
        }
        _ => None,
    })
}

fn to_rect(rect: look::Rect) -> Rect {
    Rect::from_min_size(pos2(rect.x, rect.y), vec2(rect.w, rect.h))
}

/// The place of the scene's corner, and the size of a point of it.
#[derive(Clone, Copy)]
struct Put {
    by: Vec2,
    scale: f32,
}

impl Put {
    fn point(self, at: Point) -> Pos2 {
        pos2(at.x * self.scale, at.y * self.scale) + self.by
    }

    fn rect(self, rect: look::Rect) -> Rect {
        Rect::from_min_size(self.point(Point::new(rect.x, rect.y)), vec2(rect.w, rect.h) * self.scale)
    }

    fn stroke(self, line: scene::Stroke) -> Stroke {
        Stroke::new(line.width * self.scale, color(line.color))
    }

    fn dashed(self, painter: &Painter, points: &[Pos2], line: scene::Stroke) {
        painter.extend(egui::Shape::dashed_line(points, self.stroke(line), 4.0 * self.scale, 3.0 * self.scale));
    }
}

fn shape(painter: &Painter, shape: &Shape, put: Put, clip: Rect) {
    let point = |at: Point| put.point(at);
    let stroke = |line: &scene::Stroke| put.stroke(*line);
    let fill = |look: &Look| look.fill.map_or(Color32::TRANSPARENT, color);
    match shape {
        Shape::Rect(rect, radius, look) => {
            let (rect, radius) = (put.rect(*rect), *radius * put.scale);
            if !clip.intersects(rect) {
                return;
            }
            painter.rect_filled(rect, radius, fill(look));
            if let Some(line) = &look.line {
                match line.dash {
                    Dash::Solid => {
                        painter.rect_stroke(rect, radius, stroke(line), StrokeKind::Middle);
                    }
                    Dash::Dashed => put.dashed(
                        painter,
                        &[rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()],
                        *line,
                    ),
                }
            }
        }
        Shape::Line([from, to], line) => {
            let ends = [point(*from), point(*to)];
            if clip.intersects(Rect::from_two_pos(ends[0], ends[1]).expand(1.0)) {
                match line.dash {
                    Dash::Solid => {
                        painter.line_segment(ends, stroke(line));
                    }
                    Dash::Dashed => put.dashed(painter, &ends, *line),
                }
            }
        }
        Shape::Circle(Circle { center, radius }, look) => {
            let (center, radius) = (point(*center), *radius * put.scale);
            if clip.intersects(Rect::from_center_size(center, Vec2::splat(2.0 * radius))) {
                let line = look.line.as_ref().map_or(Stroke::NONE, stroke);
                painter.circle(center, radius, fill(look), line);
            }
        }
        Shape::Polygon(points, look) => {
            let points: Vec<Pos2> = points.iter().map(|at| point(*at)).collect();
            let line = look.line.as_ref().map_or(Stroke::NONE, stroke);
            painter.add(egui::Shape::convex_polygon(points, fill(look), line));
        }
        Shape::Text(label) => text(painter, label, put, clip),
    }
}

fn text(painter: &Painter, label: &Label, put: Put, clip: Rect) {
    if !clip.intersects(put.rect(label.rect()).expand(2.0)) {
        return;
    }
    let family = match label.font.weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Bold => bold_family(),
    };
    let font = FontId::new(label.font.size * put.scale, family);
    let galley = painter.layout_no_wrap(label.text.clone(), font, color(label.color));
    let width = galley.size().x;
    let before = match label.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let first = galley.rows.first();
    let baseline = first.and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y));
    let at = put.point(label.at) - vec2(before, baseline.unwrap_or(label.font.above() * put.scale));
    painter.galley(at, galley, color(label.color));
}
