//! The program: hands the words of the call and the environment to the library, and exits with what it says.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use policy_atlas::cli::{self, Done, Env, WindowArgs};
use policy_atlas::words::Lang;

fn main() -> ExitCode {
    let env = Env { lang: locale(), today: cli::today() };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = cli::run(std::env::args_os(), &env, &mut out, &mut io::stderr());
    // Everything has been flushed; what a closed pipe left in the buffer must not be tried again.
    let _ = out.into_parts();
    match done {
        Done::Exit(status) => ExitCode::from(status),
        Done::Window(mut args) => {
            let missing = args.missing.take();
            match open_window(args, env.lang) {
                Ok(()) => ExitCode::SUCCESS,
                Err(why) => {
                    // A window says of a missing file what it is asked to; without one the file is the first thing wrong.
                    writeln!(io::stderr(), "{}", missing.unwrap_or(why)).ok();
                    ExitCode::FAILURE
                }
            }
        }
    }
}

/// The language of the locale: the first of these that says anything.
fn locale() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(std::env::var_os);
    let first = said.filter_map(|value| value.into_string().ok()).find(|value| !value.is_empty());
    Lang::from_locale(&first.unwrap_or_default())
}

/// Opens the window and stays in it until it is closed.
#[cfg(feature = "gui")]
fn open_window(args: WindowArgs, locale: Lang) -> Result<(), String> {
    use policy_atlas::app::{self, Presenting, Renderer, Start, ThemeChoice};

    let theme = args.theme.map(|theme| match theme {
        cli::Theme::Light => ThemeChoice::Light,
        cli::Theme::Dark => ThemeChoice::Dark,
    });
    let renderer = match args.renderer {
        cli::RendererChoice::Auto => Renderer::Auto,
        cli::RendererChoice::OpenGl => Renderer::OpenGl,
        cli::RendererChoice::Software => Renderer::Software,
    };
    let present = args.present.map(|present| match present {
        cli::Present::Ready => Presenting::Ready,
        cli::Present::Walk(walk) => Presenting::Walk(walk),
    });
    let WindowArgs { catalogue, layers, query, view, lang, .. } = args;
    app::open(Start {
        catalogue,
        layers,
        query,
        view,
        theme,
        lang,
        locale,
        settings: app::settings_path(std::env::current_exe().ok().as_deref()),
        documents: app::documents_folder(),
        renderer,
        present,
        ..Start::default()
    })
}

/// A build without a window says so.
#[cfg(not(feature = "gui"))]
fn open_window(WindowArgs { lang, .. }: WindowArgs, locale: Lang) -> Result<(), String> {
    Err(policy_atlas::words::CliText::NoWindow.get(lang.unwrap_or(locale)).to_owned())
}
