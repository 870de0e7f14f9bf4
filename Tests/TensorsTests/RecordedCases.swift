import Goldens

/// The cases of a file of `Goldens/Reference`.
func recordedCases(_ name: String) throws -> [Golden] { try Golden.cases(name) }
