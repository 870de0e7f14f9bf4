extension WrittenModules {
  /// `heapq`: heaps in lists: the smallest element stands first.
  static let heapq = #"""
    """Heaps in lists: the smallest element stands first."""


    def _rise(heap, place):
        item = heap[place]
        while place > 0:
            parent = (place - 1) // 2
            if not item < heap[parent]:
                break
            heap[place] = heap[parent]
            place = parent
        heap[place] = item


    def _sink(heap, place):
        # Down to a leaf along the smaller children, then up again, which costs fewer comparisons than stopping on the way.
        start = place
        item = heap[place]
        child = 2 * place + 1
        while child < len(heap):
            if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
                child += 1
            heap[place] = heap[child]
            place = child
            child = 2 * place + 1
        heap[place] = item
        while place > start:
            parent = (place - 1) // 2
            if not item < heap[parent]:
                break
            heap[place] = heap[parent]
            place = parent
        heap[place] = item


    def heappush(heap, item):
        heap.append(item)
        _rise(heap, len(heap) - 1)


    def heappop(heap):
        if not heap:
            raise IndexError('index out of range')
        last = heap.pop()
        if not heap:
            return last
        first, heap[0] = heap[0], last
        _sink(heap, 0)
        return first


    def heapify(x):
        for place in reversed(range(len(x) // 2)):
            _sink(x, place)


    def heapreplace(heap, item):
        first, heap[0] = heap[0], item
        _sink(heap, 0)
        return first


    def heappushpop(heap, item):
        if heap and heap[0] < item:
            item, heap[0] = heap[0], item
            _sink(heap, 0)
        return item


    def nsmallest(n, iterable, key=None):
        return sorted(iterable, key=key)[:max(n, 0)]


    def nlargest(n, iterable, key=None):
        return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


    def merge(*iterables, key=None, reverse=False):
        key = key or (lambda value: value)
        live = []
        for order, iterable in enumerate(iterables):
            source = iter(iterable)
            for value in source:
                live.append([key(value), order, value, source])
                break
        while live:
            best = live[0]
            for entry in live[1:]:
                if entry[0] > best[0] if reverse else entry[0] < best[0]:
                    best = entry
            yield best[2]
            for value in best[3]:
                best[0], best[2] = key(value), value
                break
            else:
                live.remove(best)
    """#
}
