use std::io;

use with_runtime::contextlib::suppress_if;
use with_runtime::with;

fn remove(path: &str) -> io::Result<()> {
    with!(suppress_if(|error| error.kind() == io::ErrorKind::NotFound) => {
        std::fs::remove_file(path)?;
    });
    Ok(())
}

fn main() {
    remove("file").unwrap();
}
