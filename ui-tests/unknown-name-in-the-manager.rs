use with_runtime::with;

fn main() {
    with!(open_log() as log => {
        println!("{log}");
    });
}
