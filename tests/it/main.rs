//! The integration tests, one binary: shipped catalogue, command line, window, pictures, layering.

mod layering;
