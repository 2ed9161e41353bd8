//! Writes what a package has beside the program, man pages and completions:
//! `cargo run --example package -- FOLDER`.

mod pages;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: package FOLDER");
        return ExitCode::from(2);
    };
    for (path, bytes) in pages::files() {
        let path = Path::new(&folder).join(path);
        let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, bytes));
        if let Err(error) = written {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
