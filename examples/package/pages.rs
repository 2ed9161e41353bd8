//! Man pages and completions, made from the one table of the command line. They know no clock.

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use policy_atlas::cli::command;
use policy_atlas::words::Lang;

const NAME: &str = "policy-atlas";

/// Every file: its path inside the package's folder, and its bytes.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("man/policy-atlas.1".to_owned(), man(Lang::En).into_bytes()),
        ("man/zh_CN/policy-atlas.1".to_owned(), man(Lang::Zh).into_bytes()),
    ];
    let shells = [(Shell::Bash, "policy-atlas"), (Shell::Zsh, "_policy-atlas"), (Shell::Fish, "policy-atlas.fish")];
    for (shell, file) in shells {
        let mut bytes = Vec::new();
        // Descriptions, where a shell shows any, are in Chinese: a completion has no locale.
        generate(shell, &mut command(Lang::Zh), NAME, &mut bytes);
        files.push((format!("completions/{file}"), bytes));
    }
    files
}

/// The man page of the program and of all its subcommands: one page, so that there is one place to look.
pub fn man(lang: Lang) -> String {
    let mut whole = command(lang);
    whole.build();
    let root = Man::new(whole.clone());
    let mut page = section(|out| root.render_title(out));
    page += &section(|out| root.render_name_section(out));
    page += &plain(&section(|out| root.render_synopsis_section(out)), "SYNOPSIS");
    page += &plain(&section(|out| root.render_options_section(out)), "OPTIONS");
    page += ".SH COMMANDS\n";
    for sub in whole.get_subcommands() {
        page += &subcommand(NAME, sub);
    }
    page += &plain(&section(|out| root.render_extra_section(out)), "EXIT STATUS");
    match lang {
        Lang::En => page,
        Lang::Zh => HEADINGS.iter().fold(page, |page, (english, chinese)| {
            page.replace(&format!(".SH {english}\n"), &format!(".SH {chinese}\n"))
        }),
    }
}

/// Headings of a Chinese page.
const HEADINGS: [(&str, &str); 5] =
    [("NAME", "名称"), ("SYNOPSIS", "用法"), ("OPTIONS", "选项"), ("COMMANDS", "子命令"), ("EXIT STATUS", "退出码")];

/// The page of a subcommand: its purpose, its call and its own options, then its own subcommands; options that hold
/// everywhere stand once, above.
fn subcommand(above: &str, sub: &Command) -> String {
    let name = format!("{above} {}", sub.get_name());
    let own = sub.get_arguments().filter(|arg| !arg.is_global_set()).cloned();
    let short = Command::new(sub.get_name().to_owned())
        .disable_help_flag(true)
        .about(sub.get_about().cloned().unwrap_or_default())
        .args(own);
    let man = Man::new(short);
    let mut text = format!(".SS {name}\n");
    text += &body(&section(|out| man.render_description_section(out)));
    text += ".PP\n";
    text += &body(&section(|out| Man::new(sub.clone()).render_synopsis_section(out)));
    text += &body(&section(|out| man.render_options_section(out)));
    text + &sub.get_subcommands().map(|inner| subcommand(&name, inner)).collect::<String>()
}

fn section(render: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing into memory does not fail, and the table of the command line is text.
    render(&mut bytes).ok();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A section without its headings and without what each rendering begins with.
fn body(section: &str) -> String {
    let begins = |line: &&str| [".SH", ".ie ", ".el "].iter().any(|start| line.starts_with(start));
    section.lines().filter(|line| !begins(line)).map(|line| format!("{line}\n")).collect()
}

/// A section under one heading of a man page's usual ones.
fn plain(section: &str, heading: &str) -> String {
    format!(".SH {heading}\n{}", body(section))
}
