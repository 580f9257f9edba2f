//! Macros as users write them. They make statements of what they are given, raise, or run their
//! arguments.

// A statement of all tokens, under the name of the runtime and under another one.

#[macro_export]
macro_rules! made {
    ($($statement:tt)*) => { $crate::with!($($statement)*) };
}

#[macro_export]
macro_rules! made_async {
    ($($statement:tt)*) => { $crate::async_with!($($statement)*) };
}

#[macro_export]
macro_rules! renamed {
    ($($statement:tt)*) => { $crate::ctx!($($statement)*) };
}

#[macro_export]
macro_rules! renamed_async {
    ($($statement:tt)*) => { $crate::async_ctx!($($statement)*) };
}

// A statement of managers and the tokens of a block.

#[macro_export]
macro_rules! opened {
    ($($name:ident = $manager:expr),+; $($block:tt)*) => {
        $crate::with!($($manager as $name),+ => { $($block)* })
    };
}

#[macro_export]
macro_rules! opened_catch {
    ($($name:ident = $manager:expr),+; $($block:tt)*) => {
        $crate::with!($($manager as $name),+ => catch { $($block)* })
    };
}

#[macro_export]
macro_rules! opened_async {
    ($($name:ident = $manager:expr),+; $($block:tt)*) => {
        $crate::async_ctx!($($manager as $name),+ => { $($block)* })
    };
}

#[macro_export]
macro_rules! opened_async_catch {
    ($($name:ident = $manager:expr),+; $($block:tt)*) => {
        $crate::async_with!($($manager as $name),+ => catch { $($block)* })
    };
}

// A statement of a block, which is a fragment, and managers.

#[macro_export]
macro_rules! framed {
    ($block:block, $($managers:tt)*) => { $crate::ctx!($($managers)* => $block) };
}

#[macro_export]
macro_rules! framed_catch {
    ($block:block, $($managers:tt)*) => { $crate::with!($($managers)* => catch $block) };
}

#[macro_export]
macro_rules! framed_async {
    ($block:block, $($managers:tt)*) => { $crate::async_with!($($managers)* => $block) };
}

#[macro_export]
macro_rules! framed_async_catch {
    ($block:block, $($managers:tt)*) => { $crate::async_with!($($managers)* => catch $block) };
}

// What raises, as anyhow has it.

#[macro_export]
macro_rules! bail {
    ($error:expr) => {
        return Err($error.into())
    };
}

#[macro_export]
macro_rules! ensure {
    ($condition:expr, $error:expr) => {
        if !$condition {
            return Err($error.into());
        }
    };
}

// What runs its arguments.

#[macro_export]
macro_rules! block {
    ($($block:tt)*) => {{ $($block)* }};
}

#[macro_export]
macro_rules! id {
    ($value:expr) => { $value };
}

#[macro_export]
macro_rules! shown {
    ($text:literal, $($value:expr),*) => { drop(format!($text, $($value),*)) };
}

#[macro_export]
macro_rules! chosen {
    ($pattern:pat => $value:expr) => {
        match 1 {
            $pattern => $value,
        }
    };
}
