import Interpreter
import Notebooks

extension Session {
  /// The names that the program has given, in alphabetical order, with their values.
  var variables: [(name: String, value: Value)] {
    var found: [(name: String, value: Value)] = []
    for (key, value) in interpreter.globals.pairs {
      guard let name = key.stringValue, !name.hasPrefix("_") else { continue }
      found.append((name, value))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// The cells of these numbers with their outputs, as a notebook.
  package func notebook(ofCells numbers: [Int]) -> Notebook {
    var notebook = Notebook()
    for number in numbers where number <= results.count {
      var cell = Cell(source: inputs[number - 1], outputs: Recording.recorded(results[number - 1].outputs))
      cell.executionCount = number
      notebook.cells.append(cell)
    }
    return notebook
  }
}
