class Stack:
    def pop(self): raise IndexError("pop from empty stack")
Stack().pop().value
