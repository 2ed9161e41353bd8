//! Writes a generated catalogue: `cargo run --example generate -- 1000 > file.ron`.

#[path = "../benches/generator.rs"]
mod generator;

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(n) = std::env::args().nth(1).and_then(|n| n.parse().ok()) else {
        eprintln!("usage: generate N");
        return ExitCode::from(2);
    };
    let text = generator::catalogue(generator::SEED, n);
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
