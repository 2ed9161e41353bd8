//! x
fn main() {
    let mut args = std::env::args().skip(1);
    let start = policy_atlas::app::Start {
        file: args.next().map(Into::into),
        query: args.next(),
        lang: args.next().map(|_| policy_atlas::words::Lang::En),
        theme: args.next().map(|_| policy_atlas::session::ThemeChoice::Dark),
        settings: None,
    };
    if let Err(e) = policy_atlas::app::open(start) {
        eprintln!("{e}");
        std::process::exit(1)
    }
}
