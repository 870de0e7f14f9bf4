import Testing

/// All tests of the target, one at a time: new layers draw from the default generator.
@Suite(.serialized) enum NNSuite {}
