#!/bin/bash
# Coverage-guided fuzzing of the parser and the evaluator with the toolchain's libFuzzer.
#
#   Tests/Tools/fuzz/fuzz.sh FOLDER [SECONDS]     (from the repository's root, as root)
#
# Builds an instrumented copy in FOLDER and runs it as `nobody` in a jail there, so that fuzzed programs reach no file. Seeds are the
# script tests. What it finds lies in FOLDER/jail/arts; a small part of the corpus is kept in Tests/InterpreterTests/BadInput/corpus.txt.
set -e
folder=$(realpath -m "$1"); seconds=${2:-1800}; toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")
mkdir -p "$folder/src/Sources/Fuzz" "$folder"/jail/{bin,tmp,run,corpus,seeds,arts}
cp -r Sources/{Syntax,Signatures,Interpreter,CGMP} "$folder/src/Sources/"
cp Tests/Tools/fuzz/Fuzz.swift.txt "$folder/src/Sources/Fuzz/Fuzz.swift"
cat > "$folder/src/Package.swift" <<'PACKAGE'
// swift-tools-version: 6.1
import PackageDescription
let package = Package(
  name: "lectern",
  targets: [
    .systemLibrary(name: "CGMP", pkgConfig: "gmp"),
    .target(name: "Signatures"),
    .target(name: "Syntax"),
    .target(name: "Interpreter", dependencies: ["Syntax", "Signatures", "CGMP"]),
    .executableTarget(
      name: "Fuzz", dependencies: ["Interpreter", "Syntax"], swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ],
  swiftLanguageModes: [.v5]
)
PACKAGE
swift build --package-path "$folder/src" -c release --product Fuzz -Xswiftc -sanitize=fuzzer
program="$folder/src/.build/release/Fuzz"
for file in $(ldd "$program" /bin/sh | grep -o '/[^ :]*' | sort -u) "$program" /bin/sh; do
  if [ -f "$file" ]; then mkdir -p "$folder/jail$(dirname "$file")"; cp -L "$file" "$folder/jail$file"; fi
done
cp "$program" "$folder/jail/bin/Fuzz"
python3 - "$folder/jail/seeds" <<'SEEDS'
import glob, hashlib, sys
for path in glob.glob("Tests/**/*.py", recursive=True):
    for chunk in ("\n" + open(path, errors="replace").read()).split("\n# ---\n"):
        code = chunk.split("\n# expect:")[0].strip("\n") + "\n"
        if len(code) < 3000:
            open(f"{sys.argv[1]}/{hashlib.sha1(code.encode()).hexdigest()[:16]}", "w").write(code)
SEEDS
mkdir -p "$folder/jail/dev"; [ -e "$folder/jail/dev/null" ] || mknod -m 666 "$folder/jail/dev/null" c 1 3
chown -R nobody "$folder"/jail/{corpus,arts,run,tmp}
exec nice -n 19 chroot --userspec=65534:65534 "$folder/jail" /bin/sh -c "cd /run && LD_LIBRARY_PATH=$toolchain/lib/swift/linux exec /bin/Fuzz \
  -fork=1 -ignore_crashes=1 -ignore_ooms=1 -ignore_timeouts=1 -timeout=15 -rss_limit_mb=2500 -max_len=3000 -artifact_prefix=/arts/ \
  -max_total_time=$seconds /corpus /seeds"
