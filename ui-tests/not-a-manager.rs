use with_runtime::with;

struct File;

fn main() {
    with!(File as file => {
        drop(file);
    });
}
