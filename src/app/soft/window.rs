//! Windows painted by the processor: what eframe does with OpenGL, on the same event loop, for the window of the program
//! and the windows that it opens beside it.
//!
//! Each repaints when something happens and only what has changed; at rest all wait for the next event.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Instant;

use eframe::UserEvent;
use egui::{Context, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportOutput};
use egui_winit::accesskit_winit;
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoopProxy};
use winit::window::{Window, WindowId};

use super::pane::{Pane, Setting};
use super::{Raster, SoftScene};
use crate::app::App;
use crate::app::platform::system_fonts;

/// The window, before it is open and after.
pub struct SoftWindow<F> {
    ctx: Context,
    viewport: ViewportBuilder,
    proxy: EventLoopProxy<UserEvent>,
    create: F,
    open: Option<Open>,
    /// The reason that it could not be opened, or went away.
    failed: Option<String>,
}

impl<F: FnMut(&Context, Arc<Window>) -> App> SoftWindow<F> {
    /// A window that opens once the event loop runs; `create` is called with it then.
    pub fn new(viewport: ViewportBuilder, proxy: EventLoopProxy<UserEvent>, create: F) -> SoftWindow<F> {
        let ctx = Context::default();
        // As eframe does on a desktop.
        ctx.set_embed_viewports(false);
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN.saturating_add(1));
        ctx.add_font_provider(Arc::new(system_fonts()));
        SoftWindow { ctx, viewport, proxy, create, open: None, failed: None }
    }

    /// The end of the window: closed, or the reason of another end.
    pub fn ended(self) -> Result<(), String> {
        self.failed.map_or(Ok(()), Err)
    }

    fn open(&mut self, event_loop: &ActiveEventLoop) -> Result<Open, String> {
        let setting = Setting { ctx: &self.ctx, event_loop, proxy: &self.proxy };
        let root = Pane::open(&setting, ViewportId::ROOT, &self.viewport)?;
        let proxy = self.proxy.clone();
        self.ctx.set_request_repaint_callback(move |info| {
            let when = Instant::now() + info.delay;
            let cumulative_pass_nr = info.current_cumulative_pass_nr;
            let wanted = UserEvent::RequestRepaint { viewport_id: info.viewport_id, when, cumulative_pass_nr };
            // Nobody listens once the window is closed.
            proxy.send_event(wanted).ok();
        });
        let app = (self.create)(&self.ctx, root.window.clone());
        let panes = BTreeMap::from([(ViewportId::ROOT, root)]);
        Ok(Open { app, raster: Raster::default(), panes, began: Instant::now() })
    }

    /// Runs and paints one frame of one window.
    fn frame(&mut self, event_loop: &ActiveEventLoop, id: ViewportId) {
        let Some(open) = &mut self.open else { return };
        let setting = Setting { ctx: &self.ctx, event_loop, proxy: &self.proxy };
        let done = open.frame(&setting, id);
        self.held(event_loop, done);
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

impl<F: FnMut(&Context, Arc<Window>) -> App> ApplicationHandler<UserEvent> for SoftWindow<F> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.open.is_none() {
            let opened = self.open(event_loop);
            self.open = self.held(event_loop, opened);
            // The first frame is not asked for: Windows asks no hidden window to paint.
            self.frame(event_loop, ViewportId::ROOT);
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, _cause: StartCause) {
        let Some(open) = &mut self.open else { return };
        let now = Instant::now();
        for pane in open.panes.values_mut() {
            if pane.due.take_if(|due| *due <= now).is_some() {
                pane.window.request_redraw();
            }
        }
        open.wait(event_loop);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        let Some(open) = &mut self.open else { return };
        match event {
            UserEvent::RequestRepaint { viewport_id, when, cumulative_pass_nr } => {
                // A wish from before the last frame but one has been granted.
                if self.ctx.cumulative_pass_nr_for(viewport_id) <= cumulative_pass_nr + 1
                    && let Some(pane) = open.panes.get_mut(&viewport_id)
                {
                    pane.due = Some(pane.due.map_or(when, |due| due.min(when)));
                    open.wait(event_loop);
                }
            }
            UserEvent::AccessKitActionRequest(event) => {
                match event.window_event {
                    accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
                    accesskit_winit::WindowEvent::ActionRequested(action) => {
                        if let Some(pane) = open.pane_of(event.window_id) {
                            pane.state.on_accesskit_action_request(action);
                        }
                    }
                    accesskit_winit::WindowEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
                }
                open.panes.values().for_each(|pane| pane.window.request_redraw());
            }
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        let Some(open) = &mut self.open else { return };
        let Some(viewport) = open.panes.iter().find(|(_, pane)| pane.window.id() == id).map(|(id, _)| *id) else {
            return;
        };
        if event == WindowEvent::RedrawRequested {
            self.frame(event_loop, viewport);
            return;
        }
        if let Some(pane) = open.panes.get_mut(&viewport) {
            match &event {
                WindowEvent::CloseRequested => pane.info.events.push(ViewportEvent::Close),
                WindowEvent::Occluded(occluded) => {
                    pane.info.occluded = Some(*occluded);
                    pane.window.request_redraw();
                }
                _ => {}
            }
            if pane.state.on_window_event(&pane.window, &event).repaint {
                pane.window.request_redraw();
            }
        }
        if event == WindowEvent::CloseRequested {
            // Not asked for: Windows asks no minimised window. The one that opened another has to notice too.
            self.frame(event_loop, viewport);
            if viewport != ViewportId::ROOT {
                self.frame(event_loop, ViewportId::ROOT);
            }
        }
    }
}

/// The program and its open windows.
struct Open {
    app: App,
    raster: Raster,
    panes: BTreeMap<ViewportId, Pane>,
    began: Instant,
}

impl Open {
    fn pane_of(&mut self, id: WindowId) -> Option<&mut Pane> {
        self.panes.values_mut().find(|pane| pane.window.id() == id)
    }

    /// Sleeps until the first window wants its next frame.
    fn wait(&self, event_loop: &ActiveEventLoop) {
        let due = self.panes.values().filter_map(|pane| pane.due).min();
        event_loop.set_control_flow(due.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    /// Runs and paints one frame of one window.
    fn frame(&mut self, setting: &Setting<'_>, id: ViewportId) -> Result<(), String> {
        let ctx = setting.ctx;
        let Some(pane) = self.panes.get_mut(&id) else { return Ok(()) };
        let mut input = pane.input(ctx);
        // One clock for all windows.
        input.time = Some(self.began.elapsed().as_secs_f64());
        let (paint, close) = (pane.paint.clone(), pane.info.close_requested());
        input.viewports = self.panes.iter().map(|(id, pane)| (*id, pane.info.clone())).collect();
        let app = &mut self.app;
        let mut output = ctx.run_ui(input, |ui| match &paint {
            Some(paint) => paint(ui),
            None => {
                app.tick(ui.ctx());
                app.panels(ui);
            }
        });
        let cancelled = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .is_some_and(|root| root.commands.contains(&ViewportCommand::CancelClose));
        if id == ViewportId::ROOT && close && !cancelled {
            setting.event_loop.exit();
        }
        self.raster.take(&mut output.textures_delta);
        // What this frame was told is done with; what it now asks for, such as to close, is for the next one.
        self.panes.get_mut(&id).into_iter().for_each(|pane| pane.info.events.clear());
        self.panes.retain(|id, _| output.viewport_output.contains_key(id));
        let hurried = |(_, output): &(&ViewportId, &ViewportOutput)| output.repaint_delay.is_zero();
        let hurried: Vec<ViewportId> = output.viewport_output.iter().filter(hurried).map(|(other, _)| *other).collect();
        output.viewport_output.into_iter().for_each(|(id, output)| self.follow(setting, id, output));
        if id == ViewportId::ROOT {
            // The room sees the next page before the presenter does, and a new window its first frame.
            let at_once =
                |(other, pane): &(&ViewportId, &Pane)| **other != id && (hurried.contains(other) || pane.is_hidden());
            let others: Vec<ViewportId> = self.panes.iter().filter(at_once).map(|(other, _)| *other).collect();
            for other in others {
                self.frame(setting, other).ok();
            }
        }
        let mut done = Ok(());
        if let Some(pane) = self.panes.get_mut(&id) {
            pane.state.handle_platform_output_with_event_loop(&pane.window, setting.event_loop, output.platform_output);
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            let ground = ctx.global_style().visuals.panel_fill.to_array();
            let scene = SoftScene { primitives: &primitives, scale: output.pixels_per_point, ground };
            done = pane.show(&self.raster, &scene);
        }
        // Another window may go away, be covered or fail at any time; only without its first does the program end.
        if id == ViewportId::ROOT { done } else { Ok(()) }
    }

    /// Opens, changes and commands a window as the frame asked for.
    fn follow(&mut self, setting: &Setting<'_>, id: ViewportId, output: ViewportOutput) {
        let ViewportOutput { builder, viewport_ui_cb, commands, .. } = output;
        if id == ViewportId::ROOT {
            self.panes.get_mut(&id).into_iter().for_each(|pane| pane.obey(setting.ctx, commands.clone()));
            return;
        }
        let mut wanted = match self.panes.get_mut(&id).map(|pane| pane.builder.patch(builder.clone())) {
            Some((changes, false)) => changes,
            // There is none yet, or it has to be made anew.
            _ => match Pane::open(setting, id, &builder) {
                Ok(pane) => {
                    self.panes.insert(id, pane);
                    Vec::new()
                }
                Err(_) => return,
            },
        };
        wanted.extend(commands);
        if let Some(pane) = self.panes.get_mut(&id) {
            pane.paint = viewport_ui_cb;
            pane.obey(setting.ctx, wanted);
        }
    }
}
