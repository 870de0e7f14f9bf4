import Interpreter

/// The arguments of a call from a script. Other modules of the runtime have an `Arguments` too, and the interpreter's module cannot be
/// named because its main class has the same name.
typealias ScriptCall = Arguments
