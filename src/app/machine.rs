//! The machine behind OpenGL: the library that paints tells its name in its log alone.

use std::sync::{Mutex, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

/// Names of machines that are programs: painting by them costs more than by the painter of our own.
const PROGRAMS: [&str; 7] =
    ["llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader", "software renderer", "gdi generic"];

/// The words before the name.
const BEFORE: &str = "opengl renderer:";

static LISTENER: Listener = Listener { name: Mutex::new(None) };

struct Listener {
    name: Mutex<Option<String>>,
}

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("egui_glow")
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata())
            && let Some(name) = name_in(&record.args().to_string())
        {
            *self.name.lock().unwrap_or_else(PoisonError::into_inner) = Some(name);
        }
    }

    fn flush(&self) {}
}

/// The name in a line of the log.
fn name_in(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix(BEFORE))?;
    Some(line.trim().to_owned())
}

/// Listens for the name from now on.
pub fn listen() {
    // Another listener is one of a test.
    if log::set_logger(&LISTENER).is_ok() {
        log::set_max_level(LevelFilter::Debug);
    }
}

/// Listens no more; the name of the machine, if that is a program.
pub fn program() -> Option<String> {
    log::set_max_level(LevelFilter::Off);
    let name = LISTENER.name.lock().unwrap_or_else(PoisonError::into_inner).take();
    name.filter(|name| is_program(name))
}

fn is_program(name: &str) -> bool {
    let name = name.to_lowercase();
    PROGRAMS.iter().any(|program| name.contains(program))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_is_a_program_is_known_by_its_name() {
        for (name, expected) in [
            ("llvmpipe (LLVM 15.0.6, 256 bits)", true),
            ("softpipe", true),
            ("Software Rasterizer", true),
            ("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))", true),
            ("Apple Software Renderer", true),
            ("GDI Generic", true),
            ("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", false),
            ("NVIDIA GeForce RTX 3060/PCIe/SSE2", false),
            ("AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.6)", false),
            ("D3D12 (NVIDIA GeForce GTX 1650)", false),
            ("", false),
        ] {
            assert_eq!(is_program(name), expected, "{name}");
            let log = format!("\nopengl version: 4.5\nopengl renderer: {name}\nopengl vendor: Mesa");
            assert_eq!(name_in(&log).as_deref(), Some(name));
        }
        assert_eq!(name_in("Shader header: #version 140"), None);
    }
}
