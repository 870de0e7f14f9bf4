import Glibc
import LecternCLI

exit(CommandLineMain.run(Array(CommandLine.arguments.dropFirst())))
