"7".parse::<u8>()?
