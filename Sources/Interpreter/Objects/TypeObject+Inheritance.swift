extension TypeObject {
  /// The C3 linearisation: this class first; nil when the bases conflict.
  func linearised() -> [TypeObject]? {
    var sequences: [[TypeObject]] = bases.map(\.mro) + [bases]
    var order: [TypeObject] = [self]
    while true {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { return order }
      guard
        let next = sequences.lazy.map({ $0[0] }).first(where: { head in
          !sequences.contains { $0.dropFirst().contains { $0 === head } }
        })
      else { return nil }
      order.append(next)
      for i in 0..<sequences.count where sequences[i].first === next { sequences[i].removeFirst() }
    }
  }

  /// The slots of the class with those of its bases filled in where it has none.
  func resolvedSlots() -> TypeSlots {
    var result = ownSlots
    for type in mro where type !== self { result.inherit(from: type.ownSlots) }
    return result
  }
}

extension TypeSlots {
  /// Takes from a base what is missing.
  fileprivate mutating func inherit(from base: TypeSlots) {
    // A class makes its instances in one way: a nearer `construct` hides a farther `allocate` and the other way round.
    if allocate == nil, construct == nil {
      allocate = base.allocate
      construct = base.construct
    }
    repr = repr ?? base.repr
    str = str ?? base.str
    format = format ?? base.format
    hash = hash ?? base.hash
    bool = bool ?? base.bool
    length = length ?? base.length
    call = call ?? base.call
    binary = binary ?? base.binary
    inPlace = inPlace ?? base.inPlace
    prefix = prefix ?? base.prefix
    compare = compare ?? base.compare
    getItem = getItem ?? base.getItem
    setItem = setItem ?? base.setItem
    deleteItem = deleteItem ?? base.deleteItem
    contains = contains ?? base.contains
    iterate = iterate ?? base.iterate
    next = next ?? base.next
    getAttribute = getAttribute ?? base.getAttribute
    missingAttribute = missingAttribute ?? base.missingAttribute
    setAttribute = setAttribute ?? base.setAttribute
    deleteAttribute = deleteAttribute ?? base.deleteAttribute
    attributeNames = attributeNames ?? base.attributeNames
    descriptorGet = descriptorGet ?? base.descriptorGet
    descriptorSet = descriptorSet ?? base.descriptorSet
    descriptorDelete = descriptorDelete ?? base.descriptorDelete
    index = index ?? base.index
    float = float ?? base.float
    int = int ?? base.int
  }
}
