import Testing

/// All tests of the target, one at a time: loaders draw from the default generator.
@Suite(.serialized) enum DataSuite {}
