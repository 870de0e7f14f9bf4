"""Records the forms that PyTorch names in "received an invalid combination of arguments", for every function and method here.

    lectern -c "$(python3 record_signatures.py names)" > names.txt
    python3 record_signatures.py names.txt > ../../Sources/Tensors/Ops/PyTorchForms.swift

Run the second line with a Python that has torch. Only what the messages themselves say is recorded.
"""
import sys
import warnings

NAMES = """
import torch
import torch.nn.functional as F
for home, names in (('function', torch), ('method', torch.ones(1, 1)), ('functional', F), ('linalg', torch.linalg)):
    print(home, *[name for name in dir(names) if not name.startswith('_')])
"""
NEW = ("torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, "
       "bool requires_grad = False")


class Odd:
    """Nothing that PyTorch takes."""


def forms(function):
    """The forms in the message about arguments that none of them takes; None if there is no such message."""
    for count in (30, 1, 2, 3, 0, 4, 5):
        try:
            function(*[Odd()] * count)
        except TypeError as error:
            text = str(error)
            if "but expected" not in text:
                continue
            text = text.split("but expected", 1)[1]
            if text.startswith(" one of:"):
                return [line.strip()[2:] for line in text.split("\n") if line.startswith(" * ")]
            return [text.strip()]
        except Exception:
            pass
    return None


def main():
    if sys.argv[1] == "names":
        print(NAMES)
        return
    import torch
    import torch.nn.functional as F
    warnings.simplefilter("ignore")
    found = {}
    for line in open(sys.argv[1]):
        home, *names = line.split()
        owner = {"function": torch, "method": torch.ones(1, 1), "functional": F, "linalg": torch.linalg}[home]
        for name in names:
            try:
                function = getattr(owner, name, None)
            except Exception:
                continue
            if name == "tensor" or not callable(function) or isinstance(function, type):
                continue
            known = forms(function)
            if known:
                found.setdefault((home, tuple(known)), []).append(name)
    print("/// The forms that PyTorch's messages name, recorded by `Tests/Tools/record_signatures.py` with torch %s: home and names of" % torch.__version__)
    print("/// functions, then their forms; `…` stands for what is asked of every new tensor.")
    print("enum PyTorchForms {")
    print('  static let text = #"""')
    for (home, known), names in found.items():
        print("    %s %s" % (home, " ".join(names)))
        for form in known:
            print("      " + form.replace(NEW, "…"))
    print('    """#')
    print("}")


if __name__ == "__main__":
    main()
