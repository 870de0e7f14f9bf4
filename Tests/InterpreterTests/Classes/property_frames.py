class Account:
    def __init__(self, balance):
        self._balance = balance
    @property
    def balance(self):
        if self._balance < 0:
            raise ValueError('overdrawn')
        return self._balance
    @balance.setter
    def balance(self, value):
        self._balance = value
    @property
    def double(self):
        return self.balance + self.balance
a = Account(3)
for step in range(3):
    a.balance -= 1
    print(a.balance, a.double, Account(step).balance + Account(1).double)
a.balance = -1
for step in range(2):
    try:
        a.double
    except ValueError as e:
        print('raised', e)
def read(x):
    return x.balance
print([read(Account(k)) for k in range(3)])
Account.balance = property(lambda self: 'new')
print(read(a), a.balance)
class Child(Account):
    balance = 5
print(read(Child(1)), read(a))
class Chain:
    @property
    def itself(self):
        return self.itself
try:
    Chain().itself
except RecursionError as e:
    print('RecursionError')
# expect:
# 2 4 2
# 1 2 3
# 0 0 4
# raised overdrawn
# raised overdrawn
# [0, 1, 2]
# new new
# 5 new
# RecursionError
