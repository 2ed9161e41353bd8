//! The text of a document of fixed pages (OFD, GB/T 33190-2016): signs at places become lines, lines paragraphs.

use std::collections::BTreeMap;

use super::fault::DocumentFault;
use super::kind::DocumentKind;
use super::paragraph::{DocumentRead, ParagraphOf};
use super::parts::DocumentParts;
use super::xml::{XmlStep, XmlTag, walk};

/// Pages of a document.
const MOST_PAGES: usize = 5_000;
/// Lines of a page's head or foot.
const MOST_HEADS: usize = 4;
/// The part of a sign's size by which two signs of a line may differ in height.
const SAME_LINE: f64 = 0.5;
/// Signs by which a line stands in or ends early, so that a paragraph begins or has ended.
const INDENT: f64 = 1.2;
const SHORT: f64 = 2.0;
/// A gap between two signs of a line, in signs, that is a blank.
const GAP: f64 = 0.8;

/// A run of signs at its place on a page, in millimetres from the left and the top.
#[derive(Clone, Debug)]
struct SignRun {
    x: f64,
    y: f64,
    right: f64,
    size: f64,
    text: String,
}

/// A line of a page.
#[derive(Clone, Debug)]
struct PageLine {
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    text: String,
}

/// The text of a file.
///
/// # Errors
/// Parts that do not unfold or cannot be read on, and pages whose signs do not say which characters they are.
pub fn read(bytes: &[u8]) -> Result<DocumentRead, DocumentFault> {
    let mut parts = DocumentParts::of(bytes)?;
    let mut pages: Vec<Vec<PageLine>> = Vec::new();
    let mut signs_alone = 0;
    for document in located(&mut parts, "OFD.xml", "DocRoot")? {
        for page in located(&mut parts, &document, "Page")? {
            if pages.len() >= MOST_PAGES {
                return Err(DocumentFault::TooManyPages { most: MOST_PAGES });
            }
            let Some(xml) = parts.text(&page)? else { return Err(DocumentFault::broken(&page, &"-")) };
            let (runs, is_drawn) = runs(&page, &xml)?;
            signs_alone += usize::from(runs.is_empty() && is_drawn);
            pages.push(lines(runs));
        }
    }
    if signs_alone > 0 {
        return Err(DocumentFault::SignsAlone { pages: signs_alone });
    }
    let mut read = DocumentRead::new(DocumentKind::Ofd);
    read.changes.heads = without_heads(&mut pages);
    for paragraph in paragraphs(&pages) {
        read.push(&paragraph, ParagraphOf::Body);
    }
    Ok(read)
}

/// The parts that a part names: in the text of `DocRoot`, in the attribute `BaseLoc` of a page.
fn located(parts: &mut DocumentParts<'_>, part: &str, tag_name: &str) -> Result<Vec<String>, DocumentFault> {
    let Some(xml) = parts.text(part)? else { return Err(DocumentFault::broken(part, &"-")) };
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let within = |name: &str| match name.trim().strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None if folder.is_empty() => name.trim().to_owned(),
        None => format!("{folder}/{}", name.trim()),
    };
    let (mut found, mut is_in) = (Vec::new(), false);
    walk(part, &xml, &[], |step| match step {
        XmlStep::Begin(tag) if tag.name == tag_name => match tag.value("BaseLoc") {
            Some(at) => found.push(within(&at)),
            None => is_in = true,
        },
        XmlStep::End(name) if name == tag_name => is_in = false,
        XmlStep::Text(text) if is_in && !text.trim().is_empty() => found.push(within(text)),
        _ => {}
    })?;
    Ok(found)
}

/// The place and scale of the signs of an object on its page.
#[derive(Clone, Copy, Debug)]
struct SignSpace {
    origin: (f64, f64),
    /// The matrix `a b c d e f` from the object to its boundary: `x' = ax + cy + e`, `y' = bx + dy + f`.
    matrix: [f64; 6],
    size: f64,
}

impl SignSpace {
    /// The space of an object that says nothing of it.
    const PLAIN: SignSpace = SignSpace { origin: (0.0, 0.0), matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], size: 4.0 };

    fn of(tag: &XmlTag<'_>) -> SignSpace {
        let boundary = numbers(tag, "Boundary");
        let at = |n: usize| boundary.get(n).copied().unwrap_or(0.0);
        let size = numbers(tag, "Size").first().copied().filter(|size| *size > 0.0);
        let matrix = numbers(tag, "CTM").try_into().unwrap_or(SignSpace::PLAIN.matrix);
        SignSpace { origin: (at(0), at(1)), matrix, size: size.unwrap_or(SignSpace::PLAIN.size) }
    }

    /// A run that begins at a place of the object and goes over a width of it.
    fn run(self, x: f64, y: f64, width: f64) -> SignRun {
        let SignSpace { origin, matrix: [across, tilt, slant, down, right, below], size } = self;
        let size = size * slant.hypot(down);
        let left = origin.0 + across * x + slant * y + right;
        let top = origin.1 + tilt * x + down * y + below;
        SignRun { x: left, y: top, right: left + across * width + size, size, text: String::new() }
    }
}

/// The runs of a page, and whether anything is drawn on it at all.
fn runs(part: &str, xml: &str) -> Result<(Vec<SignRun>, bool), DocumentFault> {
    let (mut all, mut is_drawn) = (Vec::<SignRun>::new(), false);
    let mut space = SignSpace::PLAIN;
    let mut open: Option<SignRun> = None;
    walk(part, xml, &["Annotation"], |step| match step {
        XmlStep::Begin(tag) => match tag.name {
            "TextObject" => {
                is_drawn = true;
                space = SignSpace::of(tag);
            }
            "PathObject" | "ImageObject" => is_drawn = true,
            "TextCode" => {
                let number = |name: &str| numbers(tag, name).first().copied().unwrap_or(0.0);
                let width: f64 = tag.value("DeltaX").map(|deltas| steps(&deltas)).unwrap_or_default();
                open = Some(space.run(number("X"), number("Y"), width));
            }
            _ => {}
        },
        XmlStep::Text(text) => {
            if let Some(run) = &mut open {
                run.text.push_str(text);
            }
        }
        XmlStep::End("TextCode") => all.extend(open.take().filter(|run| !run.text.trim().is_empty())),
        XmlStep::End(_) => {}
    })?;
    Ok((all, is_drawn))
}

fn numbers(tag: &XmlTag<'_>, name: &str) -> Vec<f64> {
    let value = tag.value(name).unwrap_or_default();
    value.split_whitespace().filter_map(|n| n.parse().ok()).filter(|n: &f64| n.is_finite()).collect()
}

/// The way over all signs of a run: `g 3 5.6` stands for three steps of 5.6.
fn steps(deltas: &str) -> f64 {
    let mut words = deltas.split_whitespace();
    let mut width = 0.0;
    while let Some(word) = words.next() {
        let mut next = || words.next().and_then(|word| word.parse::<f64>().ok()).unwrap_or(0.0);
        width += if word == "g" { next() * next() } else { word.parse().unwrap_or(0.0) };
    }
    if width.is_finite() { width } else { 0.0 }
}

/// The runs of a page as lines from top to bottom.
fn lines(mut runs: Vec<SignRun>) -> Vec<PageLine> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<SignRun>> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| run.y - first.y <= SAME_LINE * first.size) => row.push(run),
            _ => rows.push(vec![run]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut row: Vec<SignRun>) -> Option<PageLine> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut runs = row.into_iter();
    let first = runs.next()?;
    let mut line = PageLine { left: first.x, right: first.right, y: first.y, size: first.size, text: first.text };
    for run in runs {
        if run.x - line.right > GAP * run.size {
            line.text.push(' ');
        }
        line.text.push_str(&run.text);
        line.right = line.right.max(run.right);
    }
    Some(line)
}

/// Takes the first and last lines of pages that repeat at their height, whatever number stands in them, and returns
/// their texts, each once.
fn without_heads(pages: &mut [Vec<PageLine>]) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    for is_foot in [false, true] {
        // A head may have several lines: each round looks at the ones that are outermost then.
        for _ in 0..MOST_HEADS {
            let outer = |page: &Vec<PageLine>| if is_foot { page.last().cloned() } else { page.first().cloned() };
            let mut counts: BTreeMap<(i64, String), usize> = BTreeMap::new();
            for line in pages.iter().filter_map(&outer) {
                *counts.entry(place(&line)).or_default() += 1;
            }
            let pages_left: usize = counts.values().sum();
            let repeats = |line: &PageLine| counts.get(&place(line)).is_some_and(|n| *n >= 2 && n * 2 > pages_left);
            let repeated: Vec<bool> = pages.iter().map(|page| outer(page).is_some_and(|line| repeats(&line))).collect();
            if !repeated.contains(&true) {
                break;
            }
            for (page, _) in pages.iter_mut().zip(repeated).filter(|(_, repeats)| *repeats) {
                let line = if is_foot { page.pop() } else { (!page.is_empty()).then(|| page.remove(0)) };
                heads.extend(line.map(|line| line.text.trim().to_owned()).filter(|text| !heads.contains(text)));
            }
        }
    }
    heads
}

/// Height and text of a line; that of a page's number without its digits, which count on.
fn place(line: &PageLine) -> (i64, String) {
    let signs: Vec<char> = line.text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = signs.iter().any(char::is_ascii_digit)
        && signs.iter().all(|c| c.is_ascii_digit() || "-–—－·/第页共".contains(*c));
    (line.y.round() as i64, signs.into_iter().filter(|c| !is_number || !c.is_ascii_digit()).collect())
}

/// Lines as paragraphs: one begins where a line stands in, or where the line before ended early.
fn paragraphs(pages: &[Vec<PageLine>]) -> Vec<String> {
    let all = || pages.iter().flatten();
    let left = all().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = all().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut has_ended = true;
    for line in all() {
        let stands_in = line.left > left + INDENT * line.size;
        match paragraphs.last_mut().filter(|_| !stands_in && !has_ended) {
            Some(paragraph) => paragraph.push_str(line.text.trim()),
            None => paragraphs.push(line.text.trim().to_owned()),
        }
        has_ended = line.right < right - SHORT * line.size;
    }
    paragraphs
}
