//! PDF: scenes drawn by krilla, one a page, texts as texts with the characters used of the embedded fonts.

use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{PageLabel, PageSettings};
use krilla::paint::{Fill, FillRule, LineCap, Paint, Stroke as Pen, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{BBox, ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, TextDirection};

use super::FigureFault;
use crate::figures::Figure;
use crate::figures::scene::{Anchor, Dash, Label, Look, Scene, Shape, Stroke};
use crate::look::{Circle, FONT_BOLD, FONT_REGULAR, Rect, Rgb, Weight};
use crate::words::Lang;

/// Points to a pixel of 1/96 inch.
const POINTS: f32 = 0.75;
/// The largest page that readers take, in points.
const LARGEST: f32 = 14_400.0;
/// The length of the handles of a quarter circle, in radii.
const HANDLE: f32 = 0.552_284_8;

/// The most marks that the words for a figure say one by one; who wants more of it has its table.
const MOST_MARKS: usize = 500;

/// The two weights.
struct Fonts {
    regular: Font,
    bold: Font,
}

/// The metadata of a PDF.
pub struct PdfInfo {
    /// Its title.
    pub title: String,
    /// Its description, in a line.
    pub description: String,
    /// Its language.
    pub lang: Lang,
    /// Catalogue and query.
    pub keywords: Vec<String>,
}

/// A PDF being made, page by page.
pub struct Book {
    document: Document,
    fonts: Fonts,
    pages: usize,
    outline: Vec<(String, usize)>,
    /// The structure for screen readers, and its language.
    tags: TagTree,
}

impl Book {
    /// A PDF without pages.
    pub fn new(about: PdfInfo) -> Result<Book, FigureFault> {
        let broken = || FigureFault::Engine("font".to_owned());
        let fonts = Fonts {
            regular: Font::new(FONT_REGULAR.into(), 0).ok_or_else(broken)?,
            bold: Font::new(FONT_BOLD.into(), 0).ok_or_else(broken)?,
        };
        let mut document = Document::new();
        let tags = TagTree::new().with_lang(Some(about.lang.id().to_owned()));
        document.set_metadata(
            Metadata::new()
                .title(about.title)
                .description(about.description)
                .language(about.lang.id().to_owned())
                .creator(format!("policy-atlas {}", env!("CARGO_PKG_VERSION")))
                .keywords(about.keywords),
        );
        Ok(Book { document, fonts, pages: 0, outline: Vec::new(), tags })
    }

    /// Enters the next page in the outline.
    pub fn enter(&mut self, title: String) {
        self.outline.push((title, self.pages));
    }

    /// Adds a page; readers show its label in place of its number, and screen readers say its text as it stands.
    pub fn page(&mut self, scene: &Scene, label: Option<String>) -> Result<(), FigureFault> {
        self.tagged(scene, label, None)
    }

    /// Adds a page that is one figure, with the words that stand for it.
    pub fn figure(&mut self, scene: &Scene, words: String) -> Result<(), FigureFault> {
        self.tagged(scene, None, Some(words))
    }

    fn tagged(&mut self, scene: &Scene, label: Option<String>, words: Option<String>) -> Result<(), FigureFault> {
        let (width, height) = (scene.width * POINTS, scene.height * POINTS);
        let side = width.max(height);
        if side > LARGEST {
            return Err(FigureFault::TooLargePage(side.ceil() as u64));
        }
        let mut settings = PageSettings::from_wh(width, height).ok_or(FigureFault::TooLargePage(0))?;
        if label.is_some() {
            settings = settings.with_page_label(PageLabel::new(None, label, None));
        }
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        let drawn = surface.start_tagged(ContentTag::Other);
        surface.push_transform(&Transform::from_scale(POINTS, POINTS));
        let ground = Look::filled(scene.ground);
        let area = Rect::new(0.0, 0.0, scene.width, scene.height);
        paint(&mut surface, ground, rectangle(area, 0.0));
        for item in &scene.items {
            draw(&mut surface, &item.shape, &self.fonts);
        }
        surface.pop();
        surface.end_tagged();
        surface.finish();
        page.finish();
        let mut group = match words {
            Some(words) => {
                let bounds = krilla::geom::Rect::from_xywh(0.0, 0.0, width, height);
                let bounds = bounds.map(|bounds| BBox::new(self.pages, bounds));
                TagGroup::new(Tag::Figure(Some(words)).with_bbox(bounds))
            }
            None => TagGroup::new(Tag::P),
        };
        group.push(drawn);
        self.tags.push(group);
        self.pages += 1;
        Ok(())
    }

    /// The bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, FigureFault> {
        if !self.outline.is_empty() {
            let mut outline = Outline::new();
            for (title, page) in self.outline {
                outline.push_child(OutlineNode::new(title, XyzDestination::new(page, Point::from_xy(0.0, 0.0))));
            }
            self.document.set_outline(outline);
        }
        self.document.set_tag_tree(self.tags);
        self.document.finish().map_err(|error| FigureFault::Engine(format!("{error:?}")))
    }
}

/// The PDF of a figure's scene.
pub fn bytes(scene: &Scene, figure: &Figure) -> Result<Vec<u8>, FigureFault> {
    let mut book = Book::new(PdfInfo {
        title: scene.title.clone(),
        description: scene.description.clone(),
        lang: figure.lang,
        keywords: vec![figure.footer.catalogue.clone(), figure.footer.filter.clone()],
    })?;
    book.figure(scene, words(scene, figure))?;
    book.finish()
}

/// The words that stand for a figure: its title and denominator, what it shows, its notes and its sources.
pub(super) fn words(scene: &Scene, figure: &Figure) -> String {
    let marks = scene.marks.iter().take(MOST_MARKS).filter_map(|mark| mark.words.lines().next());
    let footer = &figure.footer;
    let mut parts = vec![figure.title.as_str(), &scene.description];
    parts.extend(marks);
    parts.extend([
        figure.caption.note.as_str(),
        &footer.sources,
        &footer.milestones,
        &footer.catalogue,
        &footer.filter,
    ]);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn draw(surface: &mut Surface<'_>, shape: &Shape, fonts: &Fonts) {
    match shape {
        Shape::Rect(rect, radius, look) => {
            paint(surface, *look, rectangle(*rect, *radius));
        }
        Shape::Line([from, to], stroke) => {
            let look = Look { fill: None, line: Some(*stroke) };
            paint(
                surface,
                look,
                path(|p| {
                    p.move_to(from.x, from.y);
                    p.line_to(to.x, to.y);
                }),
            );
        }
        Shape::Circle(round, look) => paint(surface, *look, circle(*round)),
        Shape::Polygon(points, look) => {
            let outline = path(|p| {
                for (n, at) in points.iter().enumerate() {
                    if n == 0 { p.move_to(at.x, at.y) } else { p.line_to(at.x, at.y) }
                }
                p.close();
            });
            paint(surface, *look, outline);
        }
        Shape::Text(label) => text(surface, label, fonts),
    }
}

fn text(surface: &mut Surface<'_>, label: &Label, fonts: &Fonts) {
    let font = match label.font.weight {
        Weight::Regular => &fonts.regular,
        Weight::Bold => &fonts.bold,
    };
    let before = match label.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => label.width() / 2.0,
        Anchor::End => label.width(),
    };
    let at = Point::from_xy(label.at.x - before, label.at.y);
    surface.set_fill(Some(fill(label.color)));
    surface.set_stroke(None);
    surface.draw_text(at, font.clone(), label.font.size, &label.text, false, TextDirection::LeftToRight);
}

fn paint(surface: &mut Surface<'_>, look: Look, path: Option<Path>) {
    let Some(path) = path else { return };
    surface.set_fill(look.fill.map(fill));
    surface.set_stroke(look.line.map(pen));
    surface.draw_path(&path);
}

fn color(Rgb(r, g, b): Rgb) -> Paint {
    rgb::Color::new(r, g, b).into()
}

fn fill(of: Rgb) -> Fill {
    Fill { paint: color(of), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pen(stroke: Stroke) -> Pen {
    let dash = match stroke.dash {
        Dash::Solid => None,
        Dash::Dashed => Some(StrokeDash { array: vec![4.0, 3.0], offset: 0.0 }),
    };
    Pen { paint: color(stroke.color), width: stroke.width, line_cap: LineCap::Butt, dash, ..Pen::default() }
}

fn path(build: impl FnOnce(&mut PathBuilder)) -> Option<Path> {
    let mut builder = PathBuilder::new();
    build(&mut builder);
    builder.finish()
}

fn rectangle(rect: Rect, radius: f32) -> Option<Path> {
    let radius = radius.min(rect.w / 2.0).min(rect.h / 2.0);
    if radius <= 0.0 {
        let rect = krilla::geom::Rect::from_xywh(rect.x, rect.y, rect.w, rect.h)?;
        return path(|p| p.push_rect(rect));
    }
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let handle = radius * (1.0 - HANDLE);
    path(|p| {
        p.move_to(left + radius, top);
        p.line_to(right - radius, top);
        p.cubic_to(right - handle, top, right, top + handle, right, top + radius);
        p.line_to(right, bottom - radius);
        p.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
        p.line_to(left + radius, bottom);
        p.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - radius);
        p.line_to(left, top + radius);
        p.cubic_to(left, top + handle, left + handle, top, left + radius, top);
        p.close();
    })
}

fn circle(Circle { center, radius: r }: Circle) -> Option<Path> {
    rectangle(Rect::new(center.x - r, center.y - r, 2.0 * r, 2.0 * r), r)
}
