//! The files that a package has beside the program: the man page and the completions name every command and option.

#[path = "../../examples/package/pages.rs"]
mod pages;

use policy_atlas::cli::command;
use policy_atlas::words::Lang;

/// Subcommands, each with its long options; and the program itself, without a name.
fn said(lang: Lang) -> Vec<(String, Vec<String>)> {
    let mut whole = command(lang);
    whole.build();
    let longs = |command: &clap::Command| {
        command.get_arguments().filter_map(|arg| arg.get_long()).map(|long| format!("--{long}")).collect()
    };
    let subs = whole.get_subcommands().map(|sub| (sub.get_name().to_owned(), longs(sub)));
    std::iter::once((String::new(), longs(&whole))).chain(subs).collect()
}

fn text(path: &str) -> String {
    let (_, bytes) = pages::files().into_iter().find(|(found, _)| found == path).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_man_page_names_every_subcommand_and_option() {
    for lang in [Lang::En, Lang::Zh] {
        let man = pages::man(lang).replace("\\-", "-");
        let (top, _) = man.split_once(".SS ").unwrap();
        for (name, longs) in said(lang) {
            let own = if name.is_empty() {
                top
            } else {
                let rest = man.split(".SS ").find(|part| part.starts_with(&format!("policy-atlas {name}\n")));
                rest.unwrap_or_else(|| panic!("{lang:?}: the man page has no section for {name}"))
            };
            for long in longs {
                // What holds everywhere stands once, with the program's own options.
                let found = own.contains(&format!("\\fB{long}\\fR")) || top.contains(&format!("\\fB{long}\\fR"));
                assert!(found, "{lang:?}: the man page does not name {long} of “{name}”");
            }
        }
    }
}

#[test]
fn the_man_page_has_no_date() {
    for lang in [Lang::En, Lang::Zh] {
        let man = pages::man(lang);
        let title = man.lines().find(|line| line.starts_with(".TH ")).unwrap();
        assert_eq!(title, format!(".TH policy-atlas 1  \"policy-atlas {}\" ", env!("CARGO_PKG_VERSION")));
        assert_eq!(man, pages::man(lang));
    }
}

#[test]
fn completions_know_every_subcommand_and_option() {
    for path in ["completions/policy-atlas", "completions/_policy-atlas", "completions/policy-atlas.fish"] {
        let script = text(path);
        for (name, longs) in said(Lang::Zh) {
            assert!(script.contains(&name), "{path} does not know {name}");
            for long in longs {
                // fish writes `-l name`.
                let fish = format!("-l {}", long.trim_start_matches("--"));
                assert!(script.contains(&long) || script.contains(&fish), "{path} does not know {long} of “{name}”");
            }
        }
    }
}
