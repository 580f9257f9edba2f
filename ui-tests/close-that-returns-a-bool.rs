use with_runtime::contextlib::closing;
use with_runtime::with;

struct Window;

impl Window {
    fn close(self) -> bool {
        true
    }
}

fn main() {
    with!(closing(Window, Window::close) as window => {
        let _: &mut Window = window;
    });
}
