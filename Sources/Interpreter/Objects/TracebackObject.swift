/// What `__traceback__` gives: the frames of an exception from one of them on, outermost first.
final class TracebackObject: Object {
  let frames: [TracebackFrame]
  let index: Int

  init(_ frames: [TracebackFrame], _ index: Int = 0) {
    self.frames = frames
    self.index = index
    super.init(.traceback)
  }

  /// `__traceback__` and `with_traceback` of exceptions.
  static func addAttributes(to t: TypeBuilder<ExceptionObject>) {
    t.property("__traceback__", "Where the exception passed.") { exception throws(Raised) -> Value in
      if let given = exception.givenTraceback { return given }
      let frames = exception.frames
      return frames.isEmpty ? .none : .object(TracebackObject(frames.reversed()))
    } set: { exception, value throws(Raised) in
      guard value.isNone || value.cast(to: TracebackObject.self) != nil else {
        throw .typeError("__traceback__ must be a traceback or None")
      }
      exception.givenTraceback = value
    }
    t.method("with_traceback(self, tb, /)", "Sets the traceback and returns the exception.") {
      exception, call throws(Raised) -> Value in
      guard call[1].isNone || call[1].cast(to: TracebackObject.self) != nil else {
        throw .typeError("__traceback__ must be a traceback or None")
      }
      exception.givenTraceback = call[1]
      return exception.asValue
    }
  }

  static func setUp() {
    TypeObject.traceback.isSubclassable = false
    TypeObject.traceback.extend(of: TracebackObject.self) { t in
      t.property("tb_lineno", "The line.") { traceback throws(Raised) -> Value in .int(traceback.frames[traceback.index].line) }
      t.property("tb_next", "The next inner frame.") { traceback throws(Raised) -> Value in
        let next = traceback.index + 1
        return next < traceback.frames.count ? .object(TracebackObject(traceback.frames, next)) : .none
      }
      t.property("tb_frame", "The frame.") { traceback throws(Raised) -> Value in
        .object(TracebackFrameObject(traceback.frames[traceback.index]))
      }
    }
    TypeObject.frame.isSubclassable = false
    TypeObject.frame.extend(of: TracebackFrameObject.self) { t in
      t.property("f_lineno", "The line.") { frame throws(Raised) -> Value in .int(frame.frame.line) }
      t.property("f_code", "The function.") { frame throws(Raised) -> Value in frame.asValue }
      t.property("co_name", "The function's name.") { frame throws(Raised) -> Value in .string(frame.frame.function) }
      t.property("co_filename", "The source's name.") { frame throws(Raised) -> Value in .string(frame.frame.source) }
    }
  }
}

/// A frame as a traceback knows it: source, line and function.
final class TracebackFrameObject: Object {
  let frame: TracebackFrame

  init(_ frame: TracebackFrame) {
    self.frame = frame
    super.init(.frame)
  }
}
