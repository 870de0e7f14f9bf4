/// The importable modules that are written in the language itself, one file each. They are compiled when first imported.
enum WrittenModules {
  /// One line per module.
  static let sources: [(name: String, source: () -> String)] = [
    ("__future__", { future }),
    ("_collections_user", { collectionsUser }),
    ("_json_classes", { jsonClasses }),
    ("abc", { abc }),
    ("argparse", { argparse }),
    ("bisect", { bisect }),
    ("collections.abc", { collectionsABC }),
    ("contextlib", { contextlib }),
    ("copy", { copy }),
    ("csv", { csv }),
    ("dataclasses", { dataclasses }),
    ("datetime", { datetime }),
    ("enum", { enumeration }),
    ("fnmatch", { fnmatch }),
    ("functools", { functools }),
    ("glob", { glob }),
    ("heapq", { heapq }),
    ("numbers", { numbers }),
    ("pathlib", { pathlib }),
    ("shutil", { shutil }),
    ("statistics", { statistics }),
    ("string", { string }),
    ("tempfile", { tempfile }),
    ("textwrap", { textwrap }),
    ("types", { types }),
    ("typing", { typing }),
    ("warnings", { warnings }),
  ]
}
