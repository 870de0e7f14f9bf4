import Goldens

/// The cases of a file in this target's `Reference` folder.
func recordedCases(_ name: String) throws -> [Golden] { try Golden.cases(name) }
