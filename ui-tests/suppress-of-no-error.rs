use with_runtime::contextlib::suppress;
use with_runtime::with;

fn find(name: &str) -> Result<u8, String> {
    with!(suppress::<String>() => {
        return name.parse().map_err(|_| name.to_owned());
    });
    Ok(0)
}

fn main() {
    find("seven").unwrap();
}
