//! Tests of figures on paper: texts stay texts, and the same figure is the same bytes.

use resvg::usvg::roxmltree;

use super::*;
use crate::figures::{Asking, FigureKind, figure, table};
use crate::look::{DARK, LIGHT};
use crate::query::{Query, parse};
use crate::tests::embedded;

fn bytes(format: FigureFormat, figure: &Figure, style: Style<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(format, figure, &Paper { style, dpi: 48 }, &mut out).unwrap();
    out
}

fn each(lines: &[&str], mut check: impl FnMut(&Figure, Style<'_>)) {
    let index = embedded();
    for line in lines {
        let query = parse(line, &index.catalogue).unwrap();
        for kind in FigureKind::ALL {
            for (lang, palette) in [(Lang::Zh, &LIGHT), (Lang::En, &DARK)] {
                check(
                    &figure(*kind, &index, &query, &Asking { lang, ..Asking::default() }),
                    Style { palette, ..Style::default() },
                );
            }
        }
    }
}

#[test]
fn svg_is_well_formed_and_its_texts_are_those_of_the_scene() {
    each(&["", "id:none", "source:any focus:compute"], |figure, style| {
        let text = String::from_utf8(bytes(FigureFormat::Svg, figure, style)).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let nodes = document.descendants().filter(|node| node.has_tag_name("text"));
        let texts: Vec<&str> = nodes.map(|node| node.text().unwrap()).collect();
        let scene = scene(figure, &style);
        let labels: Vec<&str> = scene.labels().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, labels, "{}", figure.kind.id());
        let titles: Vec<&str> =
            document.descendants().filter(|n| n.has_tag_name("title")).filter_map(|n| n.text()).collect();
        assert_eq!(titles.first(), Some(&figure.title.as_str()));
        // Marks without a shape (a cell that is blank) have nothing to hover in a file.
        assert!(titles.len() <= scene.marks.len() + 1);
        assert!(!text.contains("<image") && !text.contains("href"), "nothing comes from elsewhere");
    });
}

#[test]
fn csv_is_the_table_of_the_figure() {
    each(&["", "id:none", "focus:data"], |figure, style| {
        let text = bytes(FigureFormat::Csv, figure, style);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_slice());
        let table = table(figure);
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), table.heads);
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows, table.rows, "{}", figure.kind.id());
    });
}

#[test]
fn the_same_figure_is_the_same_bytes() {
    each(&[""], |figure, style| {
        for format in FigureFormat::ALL {
            let first = bytes(format, figure, style);
            assert!(first == bytes(format, figure, style), "{} {format:?}", figure.kind.id());
        }
    });
}

#[test]
fn a_png_has_its_pixels_and_dots_to_the_inch() {
    let figure = figure(FigureKind::ByMonth, &embedded(), &Query::default(), &Asking::default());
    let mut out = Vec::new();
    let style = Style { height: Some(500.0), width: 800.0, ..Style::default() };
    write(FigureFormat::Png, &figure, &Paper { style, dpi: 192 }, &mut out).unwrap();
    let reader = ::png::Decoder::new(io::Cursor::new(out)).read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height), (1600, 1000));
    assert_eq!(info.pixel_dims.map(|dims| (dims.xppu, dims.yppu)), Some((7559, 7559)));
}

#[test]
fn a_png_names_its_title_and_its_source() {
    let index = embedded();
    for lang in [Lang::Zh, Lang::En] {
        let figure = figure(FigureKind::Timeline, &index, &Query::default(), &Asking { lang, ..Asking::default() });
        let out = bytes(FigureFormat::Png, &figure, Style::default());
        let reader = ::png::Decoder::new(io::Cursor::new(out)).read_info().unwrap();
        let texts = reader.info().utf8_text.iter().map(|chunk| (chunk.keyword.as_str(), chunk.get_text().unwrap()));
        let texts: std::collections::HashMap<&str, String> = texts.collect();
        assert_eq!(texts["Title"], figure.title);
        for said in [&figure.footer.sources, &figure.footer.milestones, &figure.footer.catalogue] {
            assert!(!said.is_empty() && texts["Source"].contains(said), "{texts:?}");
        }
    }
}

#[test]
fn a_pdf_is_tagged_and_says_its_figure_in_words() {
    each(&[""], |figure, style| {
        let pdf = bytes(FigureFormat::Pdf, figure, style);
        let holds = |part: &[u8]| pdf.windows(part.len()).any(|window| window == part);
        for part in [&b"/StructTreeRoot"[..], b"/MarkInfo"] {
            assert!(holds(part), "{}: {}", figure.kind.id(), String::from_utf8_lossy(part));
        }
        let words = pdf::words(&scene(figure, &style), figure);
        assert!(words.starts_with(&figure.title) && words.contains(&figure.footer.sources), "{words}");
    });
}

#[test]
fn a_figure_on_paper_has_its_size_in_every_format() {
    let figure = figure(FigureKind::ByMonth, &embedded(), &Query::default(), &Asking::default());
    let paper = Paper { style: Style::default().printed(85.0, Some(60.0)), dpi: 300 };
    let made = |format| {
        let mut out = Vec::new();
        write(format, &figure, &paper, &mut out).unwrap();
        out
    };
    let svg = String::from_utf8(made(FigureFormat::Svg)).unwrap();
    assert!(svg.contains("width=\"85mm\" height=\"60mm\" viewBox=\"0 0 321.26 226.77\""), "{}", &svg[..300]);
    let reader = ::png::Decoder::new(io::Cursor::new(made(FigureFormat::Png))).read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height), (1004, 709));
    assert_eq!(info.pixel_dims.map(|dims| (dims.xppu, dims.yppu)), Some((11_811, 11_811)));
    let pdf = made(FigureFormat::Pdf);
    let page = String::from_utf8_lossy(&pdf);
    assert!(page.contains("/MediaBox[0 0 240.9448"), "85 mm are 240.94 points");
}

#[test]
fn the_fonts_are_found_so_that_texts_are_painted() {
    let figure = figure(FigureKind::ByMonth, &embedded(), &Query::default(), &Asking::default());
    let out = bytes(FigureFormat::Png, &figure, Style::default());
    let mut reader = ::png::Decoder::new(io::Cursor::new(out)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let width = reader.info().width as usize;
    // The title stands alone in the upper left corner.
    let ink = |row: usize| pixels[row * width * 3..(row * width + 100) * 3].iter().filter(|c| **c < 100).count();
    assert!((8..24).map(ink).sum::<usize>() > 100, "no title is painted");
}

#[test]
fn what_is_too_large_is_refused() {
    let figure = figure(FigureKind::ByMonth, &embedded(), &Query::default(), &Asking::default());
    let mut out = Vec::new();
    let style = Style { height: Some(20_000.0), ..Style::default() };
    let fault = write(FigureFormat::Pdf, &figure, &Paper { style, dpi: 96 }, &mut out).unwrap_err();
    assert!(matches!(fault, FigureFault::TooLargePage(15_000)), "{fault:?}");
    let fault = write(FigureFormat::Png, &figure, &Paper { style, dpi: 1200 }, &mut out).unwrap_err();
    assert!(matches!(fault, FigureFault::TooManyPixels { .. }), "{fault:?}");
    assert!(fault.message(Lang::Zh).contains("svg") && out.is_empty());
}
