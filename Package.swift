// swift-tools-version: 6.1
import PackageDescription

/// Flags for the C vector loops: full optimisation in every configuration (a debug build would otherwise be unusably slow),
/// and no contraction, because a fused multiply-add changes the last bit and is written out where PyTorch has one.
let kernelFlags: [CSetting] = [
  .unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math"])
]

/// Checks that no two accesses to a variable overlap stay in debug builds of the tensor runtime, which scripts cannot enter in the
/// middle of an operation; on small tensors they are a twentieth of the time.
let runtimeFlags: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
  name: "lectern",
  products: [.executable(name: "lectern", targets: ["lectern"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries, each behind a header-only shim.
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg62-turbo-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),

    // The language.
    .target(name: "Signatures"),
    .target(name: "Syntax"),
    .target(
      name: "Interpreter",
      dependencies: ["Syntax", "Signatures", "CGMP"]),

    // The runtime.
    .target(name: "CKernels", cSettings: kernelFlags),
    // Opened at its first use, with the headers of libdnnl-dev.
    .target(name: "COneDNN", dependencies: ["CKernels"]),
    .target(name: "Tensors", dependencies: ["Signatures", "CKernels", "COneDNN"], swiftSettings: runtimeFlags),
    .target(name: "NN", dependencies: ["Tensors", "Signatures"], swiftSettings: runtimeFlags),
    .target(name: "Optim", dependencies: ["Tensors", "Signatures", "CKernels"], swiftSettings: runtimeFlags),
    .target(name: "Plots", dependencies: ["CCairo"]),
    .target(name: "Saving", dependencies: ["Tensors", "CZlib"]),
    .target(
      name: "Data",
      dependencies: ["Tensors", "Signatures", "Saving", "CZlib", "CMessageDigest", "CJPEG", "CPNG"]),

    // Where language and runtime meet.
    .target(
      name: "Library",
      dependencies: ["Interpreter", "Signatures", "Tensors", "NN", "Optim", "Data", "Saving", "Plots"]),

    // Notebooks, sessions and the command line.
    .target(name: "Notebooks", dependencies: ["CMessageDigest"]),
    .target(name: "Sessions", dependencies: ["Library", "Interpreter", "Syntax", "Notebooks", "Plots", "CZlib"]),
    .target(name: "LineEditing", dependencies: ["CLibedit"]),
    .target(
      name: "LecternCLI",
      dependencies: [
        "Sessions", "LineEditing", "Notebooks", "Syntax", "Interpreter", "Library", "Plots", "CKernels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "lectern", dependencies: ["LecternCLI"],
      // One file that starts in a few milliseconds: the Swift libraries are linked in, symbols for debuggers are not, and addresses
      // are final, which saves 85,000 relocations at every start.
      linkerSettings: [
        .unsafeFlags(
          ["-static-stdlib", "-Xlinker", "-s", "-Xclang-linker", "-no-pie"],
          .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("swiftSynchronization", .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("_FoundationCShims", .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("_FoundationCollections", .when(platforms: [.linux], configuration: .release)),
      ]),

    // Tests repeat the folders of Sources. None depends on the executable: its linker settings would reach the test bundle.
    .testTarget(name: "SignaturesTests", dependencies: ["Signatures"]),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Syntax"], exclude: ["Trees", "mistakes.txt", "mistakes.expected"]),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Interpreter", "Syntax", "Signatures"],
      exclude: [
        "BadInput", "Builtins", "Classes", "Constructs", "Containers", "ControlFlow", "Exceptions", "Functions", "Generators",
        "Methods",
        "Modules", "Numbers", "Probes", "Programs", "Reference", "Text", "Tracebacks",
      ]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Signatures", "CKernels", "Syntax", "Goldens"]),
    .target(
      name: "Goldens", dependencies: ["Tensors"], path: "Tests/Goldens", exclude: ["Operations", "Reference", "mnist_post.txt"]),
    .testTarget(name: "NNTests", dependencies: ["NN", "Tensors", "Goldens"]),
    .testTarget(name: "OptimTests", dependencies: ["Optim", "Tensors", "Goldens"]),
    .testTarget(name: "DataTests", dependencies: ["Data", "Tensors", "Goldens"]),
    .testTarget(name: "PlotsTests", dependencies: ["Plots"], exclude: ["Pictures"]),
    .testTarget(name: "SavingTests", dependencies: ["Saving", "Tensors", "Goldens"]),
    .testTarget(
      name: "LibraryTests", dependencies: ["Library", "Interpreter", "NN", "Tensors", "CKernels", "Goldens", "Plots"],
      exclude: [
        "Conformance/judge.py", "Conformance/known_misses.json", "Conformance/mnist_post.py", "NumPy",
        "Operations/Cases", "Operations/driver.py", "Operations/exemptions.py", "Pandas", "Torch",
        "Matplotlib/errors.py", "Matplotlib/values.py", "Matplotlib/showing.py", "Teaching/summary.py", "Teaching/explain.py",
        "Teaching/graph.py", "Teaching/filters.py",
      ]),
    .testTarget(name: "NotebooksTests", dependencies: ["Notebooks"], exclude: ["Mirror"]),
    .testTarget(name: "SessionsTests", dependencies: ["Sessions", "Notebooks"]),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing"]),
    .testTarget(name: "LecternCLITests", dependencies: ["LecternCLI", "Sessions", "Notebooks"], exclude: ["Inspections"]),
  ],
  swiftLanguageModes: [.v5]
)
