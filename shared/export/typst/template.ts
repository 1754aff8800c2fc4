/**
 * How the papers look, in Typst. A secretariat may have its own: the functions below are all that a paper calls.
 * Colours are told apart in black and white too: new text is underlined, struck text crossed out and in brackets.
 */
export const paperTemplate = String.raw`
#let other-scripts = ("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji")
#let text-font = ("Source Serif 4", "Libertinus Serif", ..other-scripts)
#let label-font = ("Inter", "Source Serif 4", "Libertinus Serif", ..other-scripts)
#let text-size = 10.5pt
#let ink = rgb("#1a1a1a")
#let quiet = rgb("#595959")
#let new-ink = rgb("#17602f")
#let struck-ink = rgb("#a4161a")
#let rule-ink = rgb("#bdb8b0")

#let artifact(body) = pdf.artifact(kind: "other", body)
#let titled(plain, look) = {
  show std.title: it => look(it.body)
  std.title(plain)
}

// The organisation's colour and what stands at head and foot, as the paper was told. What is drawn asks here: where it was a setting of the page,
// a change of one word in it would be a change of every page's setting, and all of them would be set anew.
#let house = state("house", (colour: rgb("#7a1f2b"), page-short: "s.", head: ("", ""), foot: ""))
#let accented(body-of) = context body-of(house.get().colour)

// Where a chapter begins, for its tab at the edge of the page; an empty name ends the last.
#let thumb(name) = if name != none [#metadata(name)<thumb>]

// The tabs of the chapters on a page, each chapter's a little lower than the one before: the book is found by its edge.
#let thumb-tabs(names, colour) = context {
  let this-page = here().page()
  let begun = query(<thumb>).filter(it => it.location().page() <= this-page)
  let new = begun.filter(it => it.location().page() == this-page)
  let goes-on = begun.slice(0, begun.len() - new.len())
  let top-of-page = new.len() > 0 and new.first().location().position().y < 40mm
  let shown = if top-of-page or goes-on.len() == 0 { new } else { (goes-on.last(), ..new) }
  let step = calc.min(22mm, (page.height - 50mm) / names.len())
  for (at, it) in begun.enumerate() {
    if it.value != "" and shown.contains(it) {
      // Said aloud it would be a word of whatever stands across the page's end: a table with such a word in it is none (PDF/UA-1).
      place(top + right, dy: 25mm + at * step, artifact(box(
        width: 7mm, height: step - 1.2mm, fill: colour, radius: (left: 1.5pt),
        align(center + horizon, text(font: label-font, size: 8pt, weight: "semibold", fill: white, it.value)),
      )))
    }
  }
}

#let paper(
  title: "", kind: "", author: "", date: none, language: "nb", colour: "#7a1f2b", head: ("", ""), foot: "",
  page-word: "side", of-word: "av", page-short: "s.", thumbs: (), sideways: false, is-whole: true, body,
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
        grid(columns: (1fr, auto), column-gutter: 1.5em, ..house.get().head)
        v(-0.5em)
        line(length: 100%, stroke: 0.4pt + rule-ink)
      }
    },
    footer: context {
      set text(font: label-font, size: 7.5pt, fill: quiet)
      grid(
        columns: (1fr, auto),
        column-gutter: 1.5em,
        house.get().foot,
        page-word + " " + str(counter(page).get().first()) + " " + of-word + " " + if is-whole { str(counter(page).final().first()) } else { "…" },
      )
    },
    foreground: if thumbs.len() > 0 { thumb-tabs(thumbs, rgb(colour)) },
  )
  set table(stroke: none)
  house.update((colour: rgb(colour), page-short: page-short, head: head, foot: foot))
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

#let programme-title(plain, body) = titled(plain, it => block(above: 1.5em, below: 1.3em, sticky: true, {
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
    if label != "" { box(width: gap, accented(colour => text(fill: colour, label))) }
    fitted(gap, body(gap))
  })
  heading(level: outline-level, outlined: not struck-out, bookmarked: not struck-out, full)
}

#let running-text(body) = block(par(body(no-indent)))
#let lead-in(body) = block(sticky: true, above: 1.2em, below: 0.75em, par(body(no-indent)))
#let note-text(label, body) = block(text(size: 9pt, par(if label == "" { body(no-indent) } else { super(label) + " " + body(no-indent) })))

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

// «linje 96–98», «kap. 3», «2025–2027»: what is read as one word is not divided between two lines.
#let unbroken(body) = {
  show regex("(?:(?:linje|lines?|kap\\.|ch\\.|pkt\\.|item|avsnitt|paragraph|side|nr\\.) )?\\b\\d+(?:–\\d+)?\\b"): it => box(it)
  body
}

#let facts(rows) = block(above: 0.8em, below: 1em, grid(
  // Long labels leave the values their room.
  columns: if calc.max(..rows.map(row => row.at(0).clusters().len())) > 28 { (5fr, 6fr) } else { (auto, 1fr) },
  column-gutter: 1.2em,
  row-gutter: 0.55em,
  ..rows.map(((label, value)) => (text(font: label-font, size: 8pt, fill: quiet, par(label)), text(size: 9.5pt, par(value)))).flatten(),
))

#let picture(data, format, alternative, width, height) = layout(size => {
  let scale = calc.min(1, size.width / width)
  image(data, format: format, alt: alternative, width: width * scale, height: height * scale, fit: "contain")
})
#let picture-block(body, caption) = block(above: 1em, below: 1.2em, breakable: false, {
  body
  if caption != none { block(above: 0.5em, text(font: label-font, size: 7.5pt, fill: quiet, par(caption))) }
})

// What stands beside each other is parted by a dot; what begins a line, by the line.
#let told(rows) = text(font: label-font, size: 8pt, fill: quiet, layout(size => {
  let dot = [#h(0.6em)·#h(0.6em)]
  let lines = ((),)
  for (label, value) in rows {
    let pair = label + ": " + text(fill: ink, value)
    let told = if value.clusters().len() < 40 { box(pair) } else { pair }
    let longer = (..lines.last(), told)
    if longer.len() > 1 and measure(longer.join(dot)).width > size.width { lines.push((told,)) } else { lines.last() = longer }
  }
  par(lines.map(line => line.join(dot)).join(linebreak()))
}))

// At the head of the first page.
#let masthead(title, kind, rows, organisation, logo) = accented(colour => {
  if logo != none or organisation != "" {
    block(below: 1.6em, sticky: true, grid(
      columns: (1fr, auto), align: (left + horizon, right + horizon),
      text(font: label-font, size: 9pt, weight: "semibold", par(organisation)), logo,
    ))
  }
  block(below: 1.25em, sticky: true, text(font: label-font, size: 9pt, weight: "semibold", fill: colour, tracking: 0.04em, par(upper(kind))))
  if title != none {
    titled(title, it => block(above: 0pt, below: 1em, sticky: true, text(size: 20pt, weight: "semibold", it)))
  }
  block(below: 0pt, width: 100%, told(rows))
  block(above: 0.9em, below: 1.8em, line(length: 100%, stroke: 0.8pt + colour))
})

// A page of its own, with the contents below where there are any.
#let cover-page(title, kind, rows, organisation, logo) = accented(colour => {
  block(height: 18mm, width: 100%, grid(
    columns: (1fr, auto), align: (left + top, right + top),
    text(font: label-font, size: 10pt, weight: "semibold", par(organisation)), logo,
  ))
  v(20mm)
  block(below: 1.1em, sticky: true, text(font: label-font, size: 10pt, weight: "semibold", fill: colour, tracking: 0.06em, par(upper(kind))))
  titled(title, it => block(above: 0pt, below: 1.1em, sticky: true, {
    set par(leading: 0.42em)
    text(size: 27pt, weight: "semibold", it)
  }))
  line(length: 100%, stroke: 1.2pt + colour)
  v(1mm)
  grid(
    columns: (auto, 1fr), column-gutter: 1.4em, row-gutter: 0.7em,
    ..rows.map(((label, value)) => (text(font: label-font, size: 8.5pt, fill: quiet, par(label)), text(size: 10pt, par(value)))).flatten(),
  )
  v(12mm)
})

// One stroke from the page's number backwards, so that dots stand below each other; letters would be thousands, which a reader of the file draws one by one.
#let dots = box(width: 1fr, inset: (x: 4pt), line(
  start: (100%, 0pt), end: (0%, 0pt), stroke: (paint: rule-ink, thickness: 0.9pt, cap: "round", dash: (0pt, 4.6pt)),
))

// What comes later than the pages that are set stands in the contents all the same, without its page.
#let contents(label, depth, later: ()) = {
  block(below: 0.9em, sticky: true, text(font: label-font, size: 9pt, weight: "semibold", fill: quiet, par(label)))
  set text(size: 9.5pt)
  // Numbers stand below each other, and so do the words after them.
  show regex("^\d+(\.\d+)* "): it => box(width: calc.max(1.7em, it.text.len() * 0.56em), it)
  set outline.entry(fill: dots)
  outline(title: none, depth: depth, indent: 1.7em)
  for (level, words) in later { block(above: 0.62em, below: 0.62em, inset: (left: (level - 1) * 1.7em), words + dots + "…") }
  v(1em)
}

// A link within the paper; whoever holds the print is told the page.
#let to-place(target, words) = context {
  let found = query(target)
  if found.len() == 0 { words } else {
    link(target, box(words + text(size: 0.8em, fill: quiet, " (" + house.get().page-short + " " + str(counter(page).at(target).first()) + ")")))
  }
}

#let paper-heading(level, words, anchor, tab) = {
  show heading: it => block(above: if level == 1 { 2.2em } else { 1.7em }, below: 0.75em, sticky: true, {
    set text(size: if level == 1 { 14pt } else { 11.5pt }, weight: "semibold")
    set par(leading: 0.42em)
    thumb(tab)
    unbroken(it.body)
  })
  if anchor == none { heading(level: level, words) } else { [#heading(level: level, words)#anchor] }
}

#let prose(role, body) = if role == "lead" {
  block(sticky: true, par(body))
} else if role == "instruction" {
  block(sticky: true, above: 0.9em, below: 0.6em, text(style: "italic", par(unbroken(body))))
} else if role == "apart" {
  block(above: 1.9em, par(body))
} else if role == "note" {
  block(above: 1.6em, text(font: label-font, size: 7.5pt, fill: quiet, par(body)))
} else {
  block(par(body))
}

#let quotation(keeps: false, body) = block(
  sticky: keeps, width: 100%, inset: (left: 10pt, top: 5pt, bottom: 5pt, right: 4pt), stroke: (left: 1.6pt + rule-ink), above: 0.6em, below: 0.9em, body,
)

// Between the lines of the programme.
#let set-in(body) = block(width: 100%, above: 0.9em, below: 1.1em, inset: (left: 12pt, right: 6pt, y: 7pt), fill: luma(246), stroke: (left: 2pt + rule-ink), {
  set text(size: 9.2pt)
  set block(spacing: 0.7em)
  body
})

#let count-box = box(width: 100%, height: 15pt, stroke: 0.6pt + quiet, radius: 1.5pt)
#let answer-box(height) = box(width: 100%, height: height, stroke: 0.4pt + rule-ink, radius: 1.5pt)
#let cell-text(body) = block(above: 0pt, below: 0.5em, body)
#let cell-block(label, kind, body) = block(above: 0pt, below: 0.5em, {
  let weight = if kind == "heading" or kind == "title" { "semibold" } else { "regular" }
  set text(weight: weight)
  if label != "" { text(fill: quiet, label) + " " }
  body(no-indent)
})

// What a row is; from 2 on the level of a header.
#let whole-row = 0
#let divisible-row = 1
#let paper-table(shares, labels, rows) = accented(colour => {
  set text(size: 8.8pt)
  set par(leading: 0.5em)
  show: unbroken
  table(
    columns: shares,
    inset: (x: 5pt, y: 5pt),
    align: left + top,
    stroke: (x, y) => (bottom: 0.4pt + rule-ink),
    table.header(..labels.map(label => table.cell(stroke: (bottom: 0.9pt + colour), text(font: label-font, size: 7.8pt, weight: "semibold", label)))),
    ..rows.map(((kind, cells)) => if kind > divisible-row {
      // A row that heads others is never left alone at the foot of a page.
      table.header(level: kind, repeat: false, ..cells)
    } else {
      cells.map(body => table.cell(breakable: kind == divisible-row, body))
    }).flatten(),
  )
})
`.trimStart();
