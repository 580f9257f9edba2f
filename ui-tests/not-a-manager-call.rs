use with_runtime::with;

fn open(path: &str) -> String {
    path.to_owned()
}

fn main() {
    with!(open("name") => {});
}
