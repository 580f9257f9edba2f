fn statements() -> Result<(), Error> {
    with!(File::create(path)? as file, {
        write!(file, "{}", 1)?;
        if done {
            return Ok(());
        }
    });
    with!(lock.guard() as (key, value), other() as _, {
        for number in numbers {
            if number == key {
                break;
            }
        }
    });
    let length = with!(source(), {
        let text = read()?;
        text.len()
    });
    Ok(())
}
