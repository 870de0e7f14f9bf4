import LecternCLI
