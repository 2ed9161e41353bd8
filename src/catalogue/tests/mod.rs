//! Tests of the catalogue: what the program carries, what a bad file is told, and that no text can break the reader.

mod generated;
mod loading;

mod mutilated;
mod shipped;
mod titles;
mod written;

use super::*;
use crate::tests::embedded_catalogue as embedded;
