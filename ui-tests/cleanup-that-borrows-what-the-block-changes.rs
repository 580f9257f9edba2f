use with_runtime::contextlib::on_exit;
use with_runtime::with;

fn main() {
    let mut lines = vec!["begin"];
    with!(on_exit(|_| lines.push("end")) => {
        lines.push("body");
    });
    println!("{lines:?}");
}
