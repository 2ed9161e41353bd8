//! A window painted by the processor: what eframe does with OpenGL, on the same event loop, for one window.
//!
//! It repaints when something happens and only what has changed; at rest it waits for the next event.

use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::Arc;
use std::time::Instant;

use egui::{Context, TexturesDelta, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::{ActionRequested, State, accesskit_winit};
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoopProxy};
use winit::window::{Window, WindowId};

use super::{Area, Canvas, Damage, Raster, Scene};
use crate::app::App;

pub use eframe::UserEvent;

/// egui makes its texture of letters this wide, and no picture of ours is larger.
const TEXTURE_SIDE: usize = 2048;

type Surface = softbuffer::Surface<Arc<Window>, Arc<Window>>;

/// The window, before it is open and after.
pub struct SoftWindow<F> {
    ctx: Context,
    viewport: ViewportBuilder,
    proxy: EventLoopProxy<UserEvent>,
    create: F,
    open: Option<Open>,
    /// When egui wants the next frame.
    due: Option<Instant>,
    /// Why it could not be opened, or went away.
    failed: Option<String>,
}

impl<F: FnMut(&Context) -> App> SoftWindow<F> {
    /// A window that opens once the event loop runs; `create` is called once it can.
    pub fn new(viewport: ViewportBuilder, proxy: EventLoopProxy<UserEvent>, create: F) -> SoftWindow<F> {
        let ctx = Context::default();
        // As eframe does on a desktop.
        ctx.set_embed_viewports(false);
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN.saturating_add(1));
        ctx.add_font_provider(Arc::new(egui_system_font_provider::SystemFontProvider::new()));
        SoftWindow { ctx, viewport, proxy, create, open: None, due: None, failed: None }
    }

    /// Why it ended, if not because it was closed.
    pub fn ended(self) -> Result<(), String> {
        self.failed.map_or(Ok(()), Err)
    }

    fn open(&mut self, event_loop: &ActiveEventLoop) -> Result<Open, String> {
        // Shown with its first frame, so that it never stands there blank.
        let hidden = self.viewport.clone().with_visible(false);
        let window = egui_winit::create_window(&self.ctx, event_loop, &hidden).map_err(|error| error.to_string())?;
        let window = Arc::new(window);
        let surface = softbuffer::Context::new(window.clone())
            .and_then(|context| Surface::new(&context, window.clone()))
            .map_err(|error| error.to_string())?;
        let scale = Some(window.scale_factor() as f32);
        let theme = event_loop.system_theme();
        let mut state = State::new(self.ctx.clone(), ViewportId::ROOT, event_loop, scale, theme, Some(TEXTURE_SIDE));
        state.init_accesskit(event_loop, &window, self.proxy.clone());
        let proxy = self.proxy.clone();
        self.ctx.set_request_repaint_callback(move |info| {
            let when = Instant::now() + info.delay;
            let cumulative_pass_nr = info.current_cumulative_pass_nr;
            let wanted = UserEvent::RequestRepaint { viewport_id: info.viewport_id, when, cumulative_pass_nr };
            // Nobody listens once the window is closed.
            proxy.send_event(wanted).ok();
        });
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &self.ctx, &window, true);
        let app = (self.create)(&self.ctx);
        let picture =
            Picture { surface, raster: Raster::default(), canvas: Canvas::default(), damage: Damage::default() };
        window.request_redraw();
        Ok(Open { app, window, state, info, picture, shown: Shown::NotYet })
    }

    /// Ends the loop if there is nothing to go on with.
    fn held<T>(&mut self, event_loop: &ActiveEventLoop, done: Result<T, String>) -> Option<T> {
        match done {
            Ok(done) => Some(done),
            Err(why) => {
                self.failed = Some(why);
                event_loop.exit();
                None
            }
        }
    }
}

impl<F: FnMut(&Context) -> App> ApplicationHandler<UserEvent> for SoftWindow<F> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.open.is_none() {
            let opened = self.open(event_loop);
            self.open = self.held(event_loop, opened);
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, _cause: StartCause) {
        if let (Some(due), Some(open)) = (self.due, &self.open)
            && due <= Instant::now()
        {
            self.due = None;
            open.window.request_redraw();
        }
        event_loop.set_control_flow(self.due.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        let Some(open) = &mut self.open else { return };
        match event {
            UserEvent::RequestRepaint { when, cumulative_pass_nr, .. } => {
                // A wish from before the last frame but one has been granted.
                if self.ctx.cumulative_pass_nr() <= cumulative_pass_nr + 1 {
                    let due = self.due.map_or(when, |due| due.min(when));
                    self.due = Some(due);
                    event_loop.set_control_flow(ControlFlow::WaitUntil(due));
                }
            }
            UserEvent::AccessKitActionRequest(event) => {
                match event.window_event {
                    accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
                    accesskit_winit::WindowEvent::ActionRequested(action) => {
                        open.state.on_accesskit_action_request(action);
                    }
                    accesskit_winit::WindowEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
                }
                open.window.request_redraw();
            }
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, _id: WindowId, event: WindowEvent) {
        let Some(open) = &mut self.open else { return };
        match &event {
            WindowEvent::RedrawRequested => {
                let done = open.frame(&self.ctx, event_loop);
                self.held(event_loop, done);
                return;
            }
            WindowEvent::CloseRequested => {
                open.info.events.push(ViewportEvent::Close);
                open.window.request_redraw();
            }
            WindowEvent::Occluded(occluded) => open.info.occluded = Some(*occluded),
            _ => {}
        }
        if open.state.on_window_event(&open.window, &event).repaint {
            open.window.request_redraw();
        }
    }
}

/// Whether the window is on the screen yet.
#[derive(PartialEq)]
enum Shown {
    NotYet,
    Yes,
}

/// The open window.
struct Open {
    app: App,
    window: Arc<Window>,
    state: State,
    info: ViewportInfo,
    picture: Picture,
    shown: Shown,
}

impl Open {
    /// Runs and paints one frame.
    fn frame(&mut self, ctx: &Context, event_loop: &ActiveEventLoop) -> Result<(), String> {
        egui_winit::update_viewport_info(&mut self.info, ctx, &self.window, false);
        let mut input = self.state.take_egui_input(&self.window);
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let close = self.info.close_requested();
        let mut output = ctx.run_ui(input, |ui| {
            self.app.tick(ui.ctx());
            self.app.panels(ui);
        });
        self.info.events.clear();
        self.state.handle_platform_output_with_event_loop(&self.window, event_loop, output.platform_output);
        let commands = output.viewport_output.remove(&ViewportId::ROOT).map(|root| root.commands).unwrap_or_default();
        if close && !commands.contains(&ViewportCommand::CancelClose) {
            event_loop.exit();
        }
        self.obey(ctx, commands);
        let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
        let ground = ctx.global_style().visuals.panel_fill;
        let scene = Scene { primitives: &primitives, scale: output.pixels_per_point, ground: ground.to_array() };
        let done = self.picture.show(&scene, &mut output.textures_delta, &self.window);
        if self.shown == Shown::NotYet {
            self.shown = Shown::Yes;
            self.window.set_visible(true);
        }
        done
    }

    fn obey(&mut self, ctx: &Context, commands: Vec<ViewportCommand>) {
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
}

/// What is on the screen.
struct Picture {
    surface: Surface,
    raster: Raster,
    canvas: Canvas,
    damage: Damage,
}

impl Picture {
    fn show(&mut self, scene: &Scene<'_>, textures: &mut TexturesDelta, window: &Window) -> Result<(), String> {
        self.raster.take(textures);
        let inner = window.inner_size();
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
            if self.raster.paint(&mut self.canvas, scene, *area).is_err() {
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
        window.pre_present_notify();
        // Whole, since a frame may also be asked for because another window lay over this one.
        buffer.present().map_err(told)
    }
}
