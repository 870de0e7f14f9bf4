/// Outputs as the JSON of a notebook file: nbformat's `stream`, `display_data`, `execute_result` and `error`.
///
/// What is none of these, or has fields of its own, stays as found, its keys in alphabetical order as Jupyter writes them.
enum OutputBundle {
  // MARK: Reading

  /// The output that `value` describes, in a cell that ran as number `executionCount`.
  static func read(_ value: JSONValue, executionCount: Int?) -> Output {
    guard case .object(let object) = value, let type = object["output_type"]?.string else { return .raw(value) }
    switch type {
    case "stream":
      guard let name = object["name"]?.string.flatMap(Output.Stream.init), let text = object["text"]?.joinedText,
        object.entries.count == 3
      else { break }
      return .stream(name, text)
    case "execute_result", "display_data":
      return bundle(canonical(object, executionCount: executionCount))
    case "error":
      guard let name = object["ename"]?.string, let message = object["evalue"]?.string,
        case .array(let lines)? = object["traceback"], object.entries.count == 4
      else { break }
      let traceback = lines.compactMap(\.string)
      guard traceback.count == lines.count else { break }
      return .error(name: name, message: message, traceback: traceback)
    default: break
    }
    return .raw(.object(object.sorted))
  }

  /// The object with sorted keys, texts whole, and without the number that its cell tells.
  private static func canonical(_ object: JSONObject, executionCount: Int?) -> JSONObject {
    var object = object.sorted
    if object["output_type"]?.string == "execute_result", let count = object["execution_count"],
      count == .null || count.int == executionCount
    {
      object["execution_count"] = nil
    }
    if case .object(let data)? = object["data"] {
      object["data"] = .object(
        JSONObject(
          data.sorted.entries.map { mime, value in
            (mime, SideFileKind.isJSON(mime) ? value : value.joinedText.map { .string($0) } ?? value)
          }))
    }
    return object
  }

  /// The output of a canonical mime bundle: an echo, a figure, or the bundle itself.
  static func bundle(_ object: JSONObject) -> Output {
    let metadata = object["metadata"]
    guard case .object(let data)? = object["data"], object.entries.count == 3, case .object(let properties)? = metadata else {
      return .raw(.object(object))
    }
    let text = data["text/plain"]?.string
    if object["output_type"]?.string == "execute_result" {
      if data.entries.count == 1, let text, properties.isEmpty { return .result(text) }
    } else if let picture = data["image/png"]?.string, data.entries.count == (text == nil ? 1 : 2),
      let bytes = Base64.decode(picture), let figure = RecordedFigure(png: bytes, text: text, metadata: properties)
    {
      return .figure(figure)
    }
    return .raw(.object(object))
  }

  // MARK: Writing

  /// The JSON of an output in a cell that ran as number `executionCount`.
  static func json(of output: Output, executionCount: JSONValue) -> JSONValue {
    switch output {
    case .stream(let stream, let text):
      return .object(
        JSONObject([("name", .string(stream.rawValue)), ("output_type", .string("stream")), ("text", lines(text))]))
    case .result(let text):
      let data = JSONObject([("text/plain", lines(text))])
      return .object(
        JSONObject([
          ("data", .object(data)), ("execution_count", executionCount), ("metadata", .object(JSONObject())),
          ("output_type", .string("execute_result")),
        ]))
    case .figure(let figure):
      var data = JSONObject([("image/png", .string(Base64.encode(figure.png)))])
      // Where the picture is missing its line says which it was.
      if figure.png.isEmpty { data = JSONObject([("text/plain", lines(figure.line))]) }
      if !figure.png.isEmpty, let text = figure.text { data["text/plain"] = lines(text) }
      return .object(
        JSONObject([
          ("data", .object(data)), ("metadata", .object(figure.metadata)), ("output_type", .string("display_data")),
        ]))
    case .error(let name, let message, let traceback):
      return .object(
        JSONObject([
          ("ename", .string(name)), ("evalue", .string(message)), ("output_type", .string("error")),
          ("traceback", .array(traceback.map { .string($0) })),
        ]))
    case .raw(let value):
      guard case .object(var object) = value, case .object(let data)? = object["data"] else { return value }
      object["data"] = .object(
        JSONObject(
          data.entries.map { mime, value in
            guard case .string(let text) = value, !SideFileKind.isJSON(mime), !SideFileKind.of(mime).isBinary else {
              return (mime, value)
            }
            return (mime, lines(text))
          }))
      if object["output_type"]?.string == "execute_result", object["execution_count"] == nil {
        object["execution_count"] = executionCount
        object = object.sorted
      }
      return .object(object)
    }
  }

  /// Text as the list of its lines.
  static func lines(_ text: String) -> JSONValue { .array(TextLines.split(text).map { .string($0) }) }
}
