//! The form of the table of commands.

/// Makes the commands, their list and their entries. `key` may be left out, as may `also`, another key, `on` of what is no switch and
/// `detail` of what its name says whole.
macro_rules! commands {
    (@optional) => { None };
    (@optional $value:expr) => { Some($value) };
    ($($command:ident {
        name: $name:expr,
        menu: $menu:expr,
        $(key: $key:expr,)?
        $(also: $also:expr,)?
        applies: $applies:expr,
        $(on: $on:expr,)?
        $(detail: $detail:expr,)?
        run: $run:expr,
    })*) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is named in the texts")]
        pub enum Command { $($command,)* }

        /// Every command, in the order of the menus.
        pub const COMMANDS: &[Command] = &[$(Command::$command,)*];

        impl Command {
            pub(super) fn entry(self) -> &'static Entry {
                match self {
                    $(Command::$command => {
                        const ENTRY: Entry = Entry {
                            name: $name,
                            place: $menu,
                            keys: &[$($key,)? $($also,)?],
                            applies: $applies,
                            is_on: commands!(@optional $($on)?),
                            detail: commands!(@optional $($detail)?),
                            run: $run,
                        };
                        &ENTRY
                    })*
                }
            }
        }
    };
}

pub(super) use commands;
