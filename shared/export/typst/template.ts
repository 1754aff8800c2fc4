/**
 * How the papers look, in Typst. A secretariat may have its own: the functions below are all that a paper calls.
 * Colours are told apart in black and white too: new text is underlined, struck text crossed out and in brackets.
 */
export const paperTemplate = String.raw`
#let text-font = ("Source Serif 4", "Libertinus Serif")
#let label-font = ("Inter", "Source Serif 4", "Libertinus Serif")
#let text-size = 10.5pt
#let ink = rgb("#1a1a1a")
#let quiet = rgb("#595959")
#let accent = rgb("#7a1f2b")
#let new-ink = rgb("#17602f")
#let struck-ink = rgb("#a4161a")
#let rule-ink = rgb("#bdb8b0")

// Typst 0.13, which macOS and Windows still get, knows neither artifacts nor titles: the page looks the same, its tags say less.
#let artifact(body) = if "artifact" in dictionary(pdf) { pdf.artifact(kind: "other", body) } else { body }
#let titled(plain, look) = if "title" in dictionary(std) {
  show std.title: it => look(it.body)
  std.title(plain)
} else { look(plain) }

#let paper(
  title: "", kind: "", author: "", date: none, language: "nb", revision: "", fingerprint: "",
  page-word: "side", of-word: "av", sideways: false, body,
) = {
  set document(title: if kind == "" { title } else { title + " – " + kind }, author: author, date: date)
  set text(lang: language, region: if language == "en" { "GB" } else { "NO" }, font: text-font, size: text-size, fill: ink, hyphenate: false, number-type: "lining")
  set par(leading: 0.62em, spacing: 0.95em, justify: false, linebreaks: "simple")
  set page(
    paper: "a4",
    flipped: sideways,
    margin: if sideways { (left: 2.2cm, right: 2.2cm, top: 2.4cm, bottom: 2.2cm) } else { (left: 3.1cm, right: 2.3cm, top: 2.7cm, bottom: 2.5cm) },
    header: context {
      set text(font: label-font, size: 7.5pt, fill: quiet)
      if counter(page).get().first() > 1 {
        grid(columns: (1fr, auto), title, kind)
        v(-0.5em)
        line(length: 100%, stroke: 0.4pt + rule-ink)
      }
    },
    footer: context {
      set text(font: label-font, size: 7.5pt, fill: quiet)
      grid(
        columns: (1fr, auto),
        revision + " · " + fingerprint,
        page-word + " " + str(counter(page).get().first()) + " " + of-word + " " + str(counter(page).final().first()),
      )
    },
  )
  set table(stroke: none)
  body
}

// ---- marks

#let added(body) = text(fill: new-ink, underline(stroke: 0.7pt + new-ink, offset: 1.6pt, body))
#let struck(body) = text(fill: struck-ink, [\[] + strike(stroke: 0.7pt + struck-ink, body) + [\]])
#let moved-away(body) = struck(body)
#let moved-here(body) = text(fill: new-ink, underline(stroke: (paint: new-ink, thickness: 0.7pt, dash: "densely-dashed"), offset: 1.6pt, body))
#let remark(words) = text(font: label-font, size: 7.5pt, fill: quiet, " ⟨" + words + "⟩")

// ---- numbered lines: each is set as it was frozen, with its number as an artifact in the margin

#let line-number(number, indent) = box(width: 0pt, height: 0pt, place(
  bottom + right,
  dx: -indent - 14pt,
  artifact(text(font: label-font, size: 6.8pt, weight: "regular", style: "normal", fill: quiet, str(number))),
))
#let line-of(number, words, indent) = line-number(number, indent) + words
// A line that would not fit the page is set smaller, never broken: its end is part of what was frozen.
#let long-line(number, words, indent) = context {
  let room = page.width - 3.1cm - 2.3cm - indent
  let wanted = measure(words).width
  line-number(number, indent)
  if wanted <= room { words } else { text(size: 0.98em * (room / wanted), words) }
}
#let numbered(lines) = lines.join(linebreak())

// ---- the programme

#let no-indent = 0pt

// Headings hold as many characters as were frozen; those that are wider than the page are set smaller as a whole.
#let fitted(indent, body) = context {
  let room = page.width - 3.1cm - 2.3cm - indent
  let wanted = measure(body).width
  if wanted <= room { body } else { text(size: 0.98em * (room / wanted), body) }
}

#let programme-title(plain, body) = titled(plain, it => block(above: 0pt, below: 1.3em, sticky: true, {
  set text(size: 19pt, weight: "semibold", fill: ink)
  set par(leading: 0.4em)
  fitted(0pt, body(no-indent))
}))

#let heading-size(level) = if level == 1 { 13.5pt } else if level == 2 { 12pt } else { 11pt }

#let programme-heading(level, outline-level, label, plain, body, struck-out: false) = {
  let full = if label == "" { plain } else { label + " " + plain }
  let gap = if label == "" { 0pt } else { calc.max(22pt, label.clusters().len() * 8pt + 6pt) }
  show heading: it => block(above: if level == 1 { 2em } else { 1.5em }, below: 0.8em, sticky: true, breakable: false, {
    set text(size: heading-size(level), weight: "semibold", fill: ink)
    set par(leading: 0.45em, hanging-indent: gap)
    if label != "" { box(width: gap, text(fill: accent, label)) }
    fitted(gap, body(gap))
  })
  heading(level: outline-level, outlined: not struck-out, bookmarked: not struck-out, full)
}

#let running-text(body) = block(par(body(no-indent)))
#let lead-in(body) = block(sticky: true, above: 1.2em, below: 0.75em, text(weight: "regular", style: "normal", body(no-indent)))
#let note-text(label, body) = block(text(size: 9pt, if label == "" { body(no-indent) } else { super(label) + " " + body(no-indent) }))

#let points(..items) = {
  let all = items.pos()
  let widest = calc.max(2, ..all.map(((label, body)) => label.clusters().len()))
  let label-width = 5pt + widest * 5.5pt
  let gap = 6pt
  enum(
    indent: 0pt,
    body-indent: gap,
    spacing: 0.72em,
    numbering: n => box(width: label-width, align(right, text(fill: quiet, all.at(n - 1).at(0)))),
    ..all.enumerate().map(((at, item)) => enum.item(at + 1, (item.at(1))(label-width + gap))),
  )
}

// ---- the paper's own parts

#let facts(rows) = block(above: 0.8em, below: 1em, grid(
  columns: (auto, 1fr),
  column-gutter: 1.2em,
  row-gutter: 0.55em,
  ..rows.map(((label, value)) => (text(font: label-font, size: 8pt, fill: quiet, label), text(size: 9.5pt, value))).flatten(),
))

#let cover(title, kind, rows) = {
  block(below: 1.25em, sticky: true, text(font: label-font, size: 9pt, weight: "semibold", fill: accent, tracking: 0.04em, upper(kind)))
  if title != none {
    titled(title, it => block(above: 0pt, below: 1em, sticky: true, text(size: 22pt, weight: "semibold", it)))
  }
  block(below: 0pt, width: 100%, text(font: label-font, size: 8pt, fill: quiet, rows.map(((label, value)) => label + ": " + text(fill: ink, value)).join([ #h(0.6em)·#h(0.6em) ])))
  block(above: 0.9em, below: 1.8em, line(length: 100%, stroke: 0.8pt + accent))
}

#let contents(label) = {
  block(below: 0.8em, sticky: true, text(font: label-font, size: 9pt, weight: "semibold", fill: quiet, label))
  set text(size: 9.5pt)
  outline(title: none, depth: 2, indent: 1.2em)
  v(1em)
}

#let paper-heading(level, words) = {
  show heading: it => block(above: if level == 1 { 2.2em } else { 1.6em }, below: 0.7em, sticky: true, {
    set text(size: if level == 1 { 14pt } else { 11.5pt }, weight: "semibold")
    it.body
  })
  heading(level: level, words)
}

#let prose(role, body) = if role == "lead" {
  block(sticky: true, body)
} else if role == "instruction" {
  block(sticky: true, above: 0.9em, below: 0.6em, text(style: "italic", body))
} else if role == "note" {
  block(above: 1.6em, text(font: label-font, size: 7.5pt, fill: quiet, body))
} else {
  block(body)
}

#let quotation(body) = block(
  width: 100%, inset: (left: 10pt, top: 5pt, bottom: 5pt, right: 4pt), stroke: (left: 1.6pt + rule-ink), above: 0.6em, below: 0.9em, body,
)

#let count-box = box(width: 100%, height: 15pt, stroke: 0.6pt + quiet, radius: 1.5pt)
#let cell-text(body) = block(above: 0pt, below: 0.5em, body)
#let cell-block(label, kind, body) = block(above: 0pt, below: 0.5em, {
  let weight = if kind == "heading" or kind == "title" { "semibold" } else { "regular" }
  set text(weight: weight)
  if label != "" { text(fill: quiet, label) + " " }
  body(no-indent)
})

#let paper-table(shares, labels, rows) = {
  set text(size: 8.8pt)
  set par(leading: 0.5em)
  table(
    columns: shares,
    inset: (x: 5pt, y: 5pt),
    align: left + top,
    stroke: (x, y) => (bottom: 0.4pt + rule-ink),
    table.header(..labels.map(label => table.cell(stroke: (bottom: 0.9pt + accent), text(font: label-font, size: 7.8pt, weight: "semibold", label)))),
    ..rows.flatten(),
  )
}
`.trimStart();
