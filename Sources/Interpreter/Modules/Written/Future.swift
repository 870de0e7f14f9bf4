extension WrittenModules {
  /// `__future__`: features of later language versions, all of them in force.
  static let future = #"""
    """Features of later language versions, all of them in force."""


    class _Feature:
        def __init__(self, name):
            self.name = name

        def getOptionalRelease(self):
            return (3, 0, 0, 'final', 0)

        def getMandatoryRelease(self):
            return (3, 0, 0, 'final', 0)


    all_feature_names = ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function',
                         'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations']
    for _name in all_feature_names:
        globals()[_name] = _Feature(_name)
    """#
}
