import Interpreter

/// The class methods of the tables of vectors.
enum EmbeddingMethods {
  static func add(_ name: String, to t: TypeBuilder<ModuleInstance>) {
    let options: [String: String] = [
      "Embedding": "padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False",
      "EmbeddingBag":
        "max_norm=None, norm_type=2.0, scale_grad_by_freq=False, mode='mean', sparse=False, include_last_offset=False, padding_idx=None",
    ]
    guard let parameters = options[name] else { return }
    let names = parameters.split(separator: ",").map { String($0.drop { $0 == " " }.prefix { $0 != "=" }) }
    t.classMethod(
      "from_pretrained(cls, embeddings, freeze=True, \(parameters))", "A table of given vectors; frozen ones are not trained."
    ) { call throws(Raised) in
      guard let vectors = call[1].tensor else {
        throw .typeError("from_pretrained(): embeddings must be Tensor, not \(call[1].type.name)")
      }
      guard vectors.dim == 2 else { throw Raised(.assertionError, "Embeddings parameter is expected to be 2-dimensional") }
      var keywords: [(name: String, value: Value)] = [
        ("num_embeddings", .int(vectors.shape[0])), ("embedding_dim", .int(vectors.shape[1])), ("_weight", call[1]),
        ("_freeze", .bool(try call.bool(2))),
      ]
      for (place, name) in names.enumerated() { keywords.append((name, call[3 + place])) }
      return try call.interpreter.call(call[0], [], keywords: keywords)
    }
  }
}
