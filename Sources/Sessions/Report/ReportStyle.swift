/// How a report page looks: on a wide screen with the cells' numbers and times in a margin, on a phone above them; light or dark as the
/// reader's system is.
enum ReportStyle {
  /// The style sheet.
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --faint: #656d76; --line: #d8dee4; --code: #f6f8fa;
      --keyword: #8250df; --string: #0a6640; --number: #0550ae; --comment: #6e7781; --definition: #953800; --bad: #b3261e;
      --bad-paper: #fff1f0; --good: #1a7f37; --link: #0969da; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --faint: #9198a1; --line: #30363d;
      --code: #161b22; --keyword: #d2a8ff; --string: #7ee787; --number: #79c0ff; --comment: #8b949e; --definition: #ffa657;
      --bad: #ff7b72; --bad-paper: #2d1416; --good: #3fb950; --link: #58a6ff; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif;
      overflow-wrap: break-word; }
    header, main { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
    header { padding-top: 1.5rem; border-bottom: 1px solid var(--line); }
    header h1 { margin: 0; font-size: 1.5rem; } header p { margin: .25rem 0 1rem; color: var(--faint); }
    main { padding-bottom: 4rem; }
    h2.file { margin: 2.5rem 0 0; padding-bottom: .3rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
    .prose { margin: 1.5rem 0 1rem 7.5rem; } .prose h1, .prose h2, .prose h3 { line-height: 1.25; margin: 1.5em 0 .5em; }
    .prose h1 { font-size: 1.6rem; } .prose h2 { font-size: 1.3rem; } .prose h3 { font-size: 1.1rem; }
    .prose > :first-child { margin-top: 0; } a { color: var(--link); }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--faint); }
    code, pre { font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    code { background: var(--code); padding: .1em .3em; border-radius: 4px; }
    pre { margin: .4rem 0; padding: .6rem .8rem; overflow-x: auto; border-radius: 6px; tab-size: 4; }
    pre.code { background: var(--code); border: 1px solid var(--line); } pre.raw { margin-left: 7.5rem; color: var(--faint); }
    .wide { overflow-x: auto; } table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3em .6em; }
    .cell { position: relative; margin: 1rem 0; padding-left: 7.5rem; }
    .notes { position: absolute; left: 0; top: .65rem; width: 6.75rem; display: flex; flex-direction: column; align-items: flex-end;
      font-size: .8rem; line-height: 1.5; color: var(--faint); text-align: right; font-variant-numeric: tabular-nums; }
    .title { font-weight: 600; } .label { font-size: .8rem; color: var(--faint); margin-top: .6rem; }
    .output { padding-top: 0; padding-bottom: 0; max-height: 32rem; } .output.stderr { color: var(--faint); }
    .output.error { color: var(--bad); background: var(--bad-paper); padding: .6rem .8rem; }
    figure { margin: .5rem 0; } img { max-width: 100%; height: auto; background: #fff; border-radius: 4px; }
    .verdict.good { color: var(--good); } .verdict.bad { color: var(--bad); font-weight: 600; }
    .failed pre.code { border-color: var(--bad); }
    pre.difference { border: 1px solid var(--line); } .removed { color: var(--bad); } .added { color: var(--good); }
    .off, .gap { color: var(--faint); }
    .keyword { color: var(--keyword); } .string { color: var(--string); } .number { color: var(--number); }
    .comment { color: var(--comment); font-style: italic; } .definition, .directive { color: var(--definition); }
    .math { font-family: ui-serif, Georgia, serif; font-style: italic; }
    @media (max-width: 44rem) { body { font-size: 15px; } .prose, pre.raw { margin-left: 0; } .cell { padding-left: 0; }
      .notes { position: static; width: auto; flex-direction: row; gap: .75rem; text-align: left; } pre { border-radius: 4px; }
      code, pre { font-size: .8rem; } }
    @media print { pre { overflow: visible; max-height: none; white-space: pre-wrap; } .cell { break-inside: avoid; } }

    """
}
