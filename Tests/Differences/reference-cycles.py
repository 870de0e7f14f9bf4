# differs: objects that refer to each other in a ring stay in memory until the session ends.
# Objects are counted references without a collector of rings; exceptions and their tracebacks make no rings. Memory grows by what the ring
# holds: two million nodes that each refer to themselves take about a gigabyte.
# Instead: break the ring (`node.parent = None`) when it is no longer needed.
class Node:
    def __init__(self): self.me = self
for _ in range(1000): Node()
print('done')
# expect:
# done
