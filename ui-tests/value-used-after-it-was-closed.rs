use with_runtime::contextlib::closing;
use with_runtime::with;

struct Window;

impl Window {
    fn close(self) {}
    fn draw(&mut self) {}
}

fn main() {
    let mut window = Window;
    with!(closing(window, Window::close) as window => { window.draw() });
    window.draw();
}
