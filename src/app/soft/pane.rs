//! One window painted by the processor: what egui hands it, and the pixels on the screen.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Instant;

use eframe::UserEvent;
use egui::{Context, DeferredViewportUiCallback, RawInput, ViewportBuilder, ViewportCommand, ViewportId, ViewportInfo};
use egui_winit::{ActionRequested, State};
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::window::Window;

use super::{Area, Canvas, Damage, Raster, SoftScene};
use crate::ui::fonts::TEXTURE_SIDE;

type Surface = softbuffer::Surface<Arc<Window>, Arc<Window>>;

/// The surroundings that a window is opened in.
pub struct Setting<'a> {
    pub ctx: &'a Context,
    pub event_loop: &'a ActiveEventLoop,
    pub proxy: &'a EventLoopProxy<UserEvent>,
}

/// Whether the window is on the screen yet.
#[derive(PartialEq)]
enum Shown {
    NotYet,
    Yes,
}

/// An open window.
pub struct Pane {
    pub window: Arc<Window>,
    pub state: State,
    pub info: ViewportInfo,
    /// The properties last asked of it.
    pub builder: ViewportBuilder,
    /// The painter of its content; none: the program itself.
    pub paint: Option<Arc<DeferredViewportUiCallback>>,
    /// The time at which egui wants its next frame.
    pub due: Option<Instant>,
    surface: Surface,
    canvas: Canvas,
    damage: Damage,
    shown: Shown,
}

impl Pane {
    /// Opens a window; it is shown with its first frame, so that it never stands there blank.
    pub fn open(setting: &Setting<'_>, id: ViewportId, builder: &ViewportBuilder) -> Result<Pane, String> {
        let Setting { ctx, event_loop, proxy } = setting;
        let hidden = builder.clone().with_visible(false);
        let window = egui_winit::create_window(ctx, event_loop, &hidden).map_err(|error| error.to_string())?;
        let window = Arc::new(window);
        let surface = softbuffer::Context::new(window.clone())
            .and_then(|context| Surface::new(&context, window.clone()))
            .map_err(|error| error.to_string())?;
        let scale = Some(window.scale_factor() as f32);
        let theme = event_loop.system_theme();
        let mut state = State::new((*ctx).clone(), id, event_loop, scale, theme, Some(TEXTURE_SIDE));
        state.init_accesskit(event_loop, &window, (*proxy).clone());
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, ctx, &window, true);
        Ok(Pane {
            window,
            state,
            info,
            builder: builder.clone(),
            paint: None,
            due: None,
            surface,
            canvas: Canvas::default(),
            damage: Damage::default(),
            shown: Shown::NotYet,
        })
    }

    /// Whether it waits for its first frame.
    pub fn is_hidden(&self) -> bool {
        self.shown == Shown::NotYet
    }

    /// The events of the window since its last frame.
    pub fn input(&mut self, ctx: &Context) -> RawInput {
        egui_winit::update_viewport_info(&mut self.info, ctx, &self.window, false);
        self.state.take_egui_input(&self.window)
    }

    /// Does what the frame wants of the window.
    pub fn obey(&mut self, ctx: &Context, commands: Vec<ViewportCommand>) {
        let mut wanted = Vec::new();
        egui_winit::process_viewport_commands(ctx, &mut self.info, commands, &self.window, &mut wanted);
        for action in wanted {
            let event = match action {
                ActionRequested::Cut => Some(egui::Event::Cut),
                ActionRequested::Copy => Some(egui::Event::Copy),
                ActionRequested::Paste => self.state.clipboard_text().map(egui::Event::Paste),
                // Asked for by nothing in this program.
                ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => None,
            };
            self.state.egui_input_mut().events.extend(event);
            self.window.request_redraw();
        }
        if self.info.close_requested() {
            self.window.request_redraw();
        }
    }

    /// Brings a frame to the screen.
    pub fn show(&mut self, raster: &Raster, scene: &SoftScene<'_>) -> Result<(), String> {
        let done = self.present(raster, scene);
        if self.shown == Shown::NotYet {
            self.shown = Shown::Yes;
            self.window.set_visible(true);
        }
        done
    }

    fn present(&mut self, raster: &Raster, scene: &SoftScene<'_>) -> Result<(), String> {
        let inner = self.window.inner_size();
        let (Some(width), Some(height)) = (NonZeroU32::new(inner.width), NonZeroU32::new(inner.height)) else {
            // Minimised.
            return Ok(());
        };
        let size = [inner.width as usize, inner.height as usize];
        if self.canvas.size() != size {
            self.canvas = Canvas::new(size);
            self.damage.forget();
        }
        let mut areas = self.damage.changed(scene, size);
        for area in &areas {
            if raster.paint(&mut self.canvas, scene, *area).is_err() {
                // Left as it was; the next frame tries again.
                self.damage.forget();
            }
        }
        let told = |error: softbuffer::SoftBufferError| error.to_string();
        self.surface.resize(width, height).map_err(told)?;
        let mut buffer = self.surface.buffer_mut().map_err(told)?;
        if buffer.age() != 1 {
            areas = vec![Area::whole(size)];
        }
        for area in areas {
            let [left, right] = area.columns.map(|at| at as usize);
            for y in area.rows[0] as usize..area.rows[1] as usize {
                let from = self.canvas.row(y, [left, right]);
                let to = buffer.get_mut(y * size[0] + left..y * size[0] + right).unwrap_or_default();
                for (to, [r, g, b, _]) in to.iter_mut().zip(from) {
                    *to = u32::from_be_bytes([0, *r, *g, *b]);
                }
            }
        }
        self.window.pre_present_notify();
        // Whole, since a frame may also be asked for because another window lay over this one.
        buffer.present().map_err(told)
    }
}
