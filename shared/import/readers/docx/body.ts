import { skipping, walkXml, type Attributes } from '../package/xml';
import { addText, newParagraph, prepend, type Body, type BodyItem, type Paragraph } from '../package/paragraph';
import { isOwnLineEnd } from '../package/ownPaper';
import type { Style } from '../package/style';
import { linkOfField } from '../package/linkOfField';
import { OpenLinks } from './openLinks';
import { isOn, wholeNumber, type Styles } from './styles';

/** Which side of the changes that a file records is read; a set of names: theirs are accepted, those of all others rejected. */
export type ChangeSide = 'accepted' | 'rejected' | ReadonlySet<string>;

/** Whether a change of this author counts as made. */
const isMade = (side: ChangeSide, author: string | null): boolean =>
  typeof side === 'string' ? side === 'accepted' : side.has(author ?? '');

/** What a part needs to be read. */
export interface BodyContext {
  readonly styles: Styles;
  readonly side: ChangeSide;
  /** Address behind the id of a link; `null` for places inside the document. */
  readonly linkTarget: (id: string) => string | null;
}

interface RunState {
  bold: boolean | null;
  italic: boolean | null;
  hidden: boolean | null;
  raised: boolean | null;
  style: Style | null;
}

const formerProperties =
  /^(?:rPrChange|sectPrChange|tblPrChange|trPrChange|tcPrChange|tblGridChange|tblPrExChange|numberingChange)$/;

/**
 * Reads the paragraphs and rows of `document.xml` (or of the notes, see `readNotes`). `null` where the part is damaged.
 * What a text box holds comes after the paragraph it hangs on.
 */
export function readBody(bytes: Uint8Array, context: BodyContext): Body | null {
  const reader = new BodyReader(context);
  return walkXml(bytes, reader.visitor()) ? reader.body() : null;
}

/** Reads the bodies of `footnotes.xml` or `endnotes.xml`, by id. */
export function readNotes(bytes: Uint8Array, context: BodyContext): ReadonlyMap<string, Body> {
  const notes = new Map<string, Body>();
  let reader: BodyReader | null = null;
  let visitor = null as ReturnType<BodyReader['visitor']> | null;
  let id = '';
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'footnote' || name === 'endnote') {
        // Word keeps the lines above the notes as notes of a type.
        reader = attribute('type') === null || attribute('type') === 'normal' ? new BodyReader(context) : null;
        visitor = reader?.visitor() ?? null;
        id = attribute('id') ?? '';
      } else visitor?.open(name, attribute);
    },
    text(text) {
      visitor?.text?.(text);
    },
    close(name) {
      if (name === 'footnote' || name === 'endnote') {
        if (reader !== null) notes.set(id, reader.body());
        reader = null;
        visitor = null;
      } else visitor?.close?.(name);
    },
  });
  return notes;
}

/** Holds what is open while the elements go by: paragraphs (text boxes put them into one another), tables, a run. */
class BodyReader {
  private readonly sinks: BodyItem[][] = [[]];
  private readonly paragraphs: { readonly paragraph: Paragraph; readonly boxes: BodyItem[] }[] = [];
  private readonly tables: { readonly rows: BodyItem[]; cells: BodyItem[][]; struck: boolean }[] = [];
  /** Begun by a paragraph without an end, to go on in the next one. */
  private readonly carried = new Map<BodyItem[], Paragraph>();
  private run: RunState | null = null;
  /** Runs that go on after the text boxes in them. */
  private readonly runsAround: (RunState | null)[] = [];
  private inProperties = 0;
  private inMarkProperties = false;
  private inRunProperties = false;
  private inText = false;
  private inInstruction = false;
  private readonly links = new OpenLinks();
  private changes = 0;

  constructor(private readonly context: BodyContext) {}

  body(): Body {
    const [items = []] = this.sinks;
    this.flushCarried(items);
    return { items, changes: this.changes };
  }

  visitor() {
    const visitor = skipping((name, attribute) => this.skips(name, attribute), {
      open: (name, attribute) => {
        this.open(name, attribute);
      },
      text: (text) => {
        if (this.inText) this.add(text);
        else if (this.inInstruction) this.links.instruct(text);
      },
      close: (name) => {
        this.close(name);
      },
    });
    return {
      ...visitor,
      open: (name: string, attribute: Attributes): void => {
        if (name === 'bookmarkStart' || name === 'bookmarkEnd') this.bookmark(name, attribute);
        visitor.open(name, attribute);
      },
    };
  }

  /** LibreOffice lets a place begin inside words that are struck, though it goes on in the words that took their place. */
  private bookmark(name: string, attribute: Attributes): void {
    const paragraph = this.paragraphs.at(-1)?.paragraph;
    if (paragraph === undefined) return;
    const id = attribute('id') ?? '';
    const at = paragraph.text.length;
    if (name === 'bookmarkStart') paragraph.bookmarks.push({ id, name: attribute('name') ?? '', from: at });
    if (name === 'bookmarkEnd')
      paragraph.bookmarks = paragraph.bookmarks.filter((mark) => mark.id !== id || mark.from !== at);
  }

  private skips(name: string, attribute: Attributes): boolean {
    if (
      (name.endsWith('Change') && formerProperties.test(name)) ||
      name === 'Fallback' ||
      name === 'sectPr' ||
      name === 'tblGrid'
    )
      return true;
    const made = (): boolean => isMade(this.context.side, attribute('author'));
    if (name === 'pPrChange') {
      this.changes++;
      return made();
    }
    if (this.inMarkProperties || this.inProperties > 0) return false;
    if (name === 'del' || name === 'moveFrom') {
      if (this.markRow(made())) return true;
      this.changes++;
      return made();
    }
    if (name === 'ins' || name === 'moveTo') {
      if (this.markRow(!made())) return true;
      this.changes++;
      return !made();
    }
    return false;
  }

  /** `w:del` and `w:ins` in the properties of a row mean the whole row. */
  private inRowProperties = false;
  private markRow(struck: boolean): boolean {
    const table = this.tables.at(-1);
    if (!this.inRowProperties || table === undefined) return false;
    this.changes++;
    if (struck) table.struck = true;
    return true;
  }

  private open(name: string, attribute: Attributes): void {
    switch (name) {
      case 'p':
        this.openParagraph();
        return;
      case 'tbl':
        this.tables.push({ rows: [], cells: [], struck: false });
        return;
      case 'trPr':
        this.inRowProperties = true;
        return;
      case 'tc': {
        const cell: BodyItem[] = [];
        this.tables.at(-1)?.cells.push(cell);
        this.sinks.push(cell);
        return;
      }
      case 'txbxContent':
        this.sinks.push(this.paragraphs.at(-1)?.boxes ?? []);
        this.runsAround.push(this.run);
        this.run = null;
        return;
    }
    const paragraph = this.paragraphs.at(-1)?.paragraph;
    if (paragraph === undefined) return;
    if (name === 'pPr') this.inProperties++;
    else if (name === 'pPrChange') resetProperties(paragraph, this.context.styles);
    else if (this.inProperties > 0) this.paragraphProperty(paragraph, name, attribute);
    else if (name === 'r') {
      this.run = { bold: null, italic: null, hidden: null, raised: null, style: null };
    } else if (name === 'rPr') this.inRunProperties = true;
    else if (name === 'hyperlink') {
      const target = this.context.linkTarget(attribute('id') ?? '');
      const place = attribute('anchor');
      this.openLink(
        paragraph,
        target === null || place === null || target.includes('#') ? target : `${target}#${place}`,
      );
    } else if (name === 'fldSimple') this.openLink(paragraph, linkOfField(attribute('instr') ?? ''));
    else if (name === 'fldChar') this.fieldSign(paragraph, attribute('fldCharType'));
    else if (name === 'instrText') this.inInstruction = true;
    else if (this.run !== null && this.inRunProperties) this.runProperty(this.run, name, attribute);
    else if (this.run !== null || name === 't') this.inRun(paragraph, name, attribute);
  }

  private openLink(paragraph: Paragraph, target: string | null): void {
    this.links.open(target);
    if (target !== null) paragraph.links.push(target);
  }

  private fieldSign(paragraph: Paragraph, type: string | null): void {
    if (type === 'begin') this.links.beginField();
    else if (type === 'end') this.links.endField();
    else if (type === 'separate') {
      const target = this.links.showField();
      if (target !== null) paragraph.links.push(target);
    }
  }

  private openParagraph(): void {
    const paragraph = newParagraph(this.context.styles.usual);
    this.paragraphs.push({ paragraph, boxes: [] });
    this.run = null;
  }

  private paragraphProperty(paragraph: Paragraph, name: string, attribute: Attributes): void {
    const value = attribute('val');
    if (this.inMarkProperties) {
      const added = name === 'ins' || name === 'moveTo';
      const struck = name === 'del' || name === 'moveFrom';
      if (added || struck) this.changes++;
      if (isMade(this.context.side, attribute('author')) ? struck : added) paragraph.endless = true;
      return;
    }
    switch (name) {
      case 'rPr':
        this.inMarkProperties = true;
        return;
      case 'pStyle':
        paragraph.styleId = value;
        paragraph.style = this.context.styles.byId.get(value ?? '') ?? paragraph.style;
        return;
      case 'numId':
        paragraph.list = value;
        return;
      case 'ilvl':
        paragraph.listLevel = wholeNumber(value);
        return;
      case 'outlineLvl':
        paragraph.outline = wholeNumber(value);
        return;
      case 'ind':
        paragraph.indent = wholeNumber(attribute('left') ?? attribute('start'));
        return;
      case 'pageBreakBefore':
        if (isOn(value)) paragraph.startsPage = true;
        return;
    }
  }

  private runProperty(run: RunState, name: string, attribute: Attributes): void {
    const value = attribute('val');
    if (name === 'b') run.bold = isOn(value);
    else if (name === 'i') run.italic = isOn(value);
    else if (name === 'vanish') run.hidden = isOn(value);
    else if (name === 'vertAlign') run.raised = value === 'superscript';
    else if (name === 'rStyle') run.style = this.context.styles.byId.get(value ?? '') ?? null;
  }

  private inRun(paragraph: Paragraph, name: string, attribute: Attributes): void {
    switch (name) {
      case 't':
      case 'delText':
        this.inText = true;
        return;
      case 'tab':
      case 'ptab':
        this.add('\t');
        return;
      case 'cr':
        this.add('\n');
        return;
      case 'br':
        if (attribute('type') === 'page') paragraph.startsPage ||= paragraph.text.trim() === '';
        if (!isOwnLineEnd(this.run?.style ?? null)) this.add('\n');
        return;
      case 'noBreakHyphen':
        this.add('-');
        return;
      case 'sym':
        this.add(symbol(attribute('char')));
        return;
      case 'commentReference':
        paragraph.comments.push(attribute('id') ?? '');
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        paragraph.notes.push({
          offset: paragraph.text.length,
          kind: name === 'footnoteReference' ? 'footnote' : 'endnote',
          id: attribute('id') ?? '',
          printed: null,
        });
        return;
    }
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1)?.paragraph;
    if (paragraph === undefined) return;
    const { run } = this;
    const { style } = paragraph;
    if (run?.hidden ?? run?.style?.hidden ?? style.hidden) {
      paragraph.hiddenText.push(text);
      return;
    }
    if (
      (run?.raised ?? run?.style?.raised ?? style.raised) &&
      /^\d{1,3}$/.test(text.trim()) &&
      /\S$/.test(paragraph.text)
    ) {
      paragraph.notes.push({ offset: paragraph.text.length, kind: 'typed', id: text.trim(), printed: null });
      return;
    }
    addText(paragraph, text, {
      bold: run?.bold ?? run?.style?.bold ?? style.bold ?? false,
      italic: run?.italic ?? run?.style?.italic ?? style.italic ?? false,
      link: this.links.current(),
    });
  }

  private close(name: string): void {
    switch (name) {
      case 't':
      case 'delText':
        this.inText = false;
        return;
      case 'instrText':
        this.inInstruction = false;
        return;
      case 'hyperlink':
      case 'fldSimple':
        this.links.close();
        return;
      case 'r':
        this.run = null;
        return;
      case 'rPr':
        if (this.inProperties > 0) this.inMarkProperties = false;
        else this.inRunProperties = false;
        return;
      case 'pPr':
        this.inProperties = Math.max(0, this.inProperties - 1);
        return;
      case 'p':
        this.closeParagraph();
        return;
      case 'txbxContent':
        this.closeSink();
        this.run = this.runsAround.pop() ?? null;
        return;
      case 'tc':
        this.closeSink();
        return;
      case 'trPr':
        this.inRowProperties = false;
        return;
      case 'tr': {
        const table = this.tables.at(-1);
        if (table === undefined) return;
        if (!table.struck) table.rows.push({ type: 'row', cells: table.cells });
        table.cells = [];
        table.struck = false;
        return;
      }
      case 'tbl': {
        const table = this.tables.pop();
        const sink = this.sinks.at(-1);
        if (table === undefined || sink === undefined) return;
        this.flushCarried(sink);
        for (const row of table.rows) sink.push(row);
        return;
      }
    }
  }

  private closeSink(): void {
    const sink = this.sinks.length > 1 ? this.sinks.pop() : undefined;
    if (sink !== undefined) this.flushCarried(sink);
  }

  private closeParagraph(): void {
    const closed = this.paragraphs.pop();
    const sink = this.sinks.at(-1);
    if (closed === undefined || sink === undefined) return;
    this.links.endParagraph();
    const { paragraph, boxes } = closed;
    const begun = this.carried.get(sink);
    if (begun !== undefined) {
      this.carried.delete(sink);
      prepend(begun, paragraph);
    }
    if (paragraph.endless) this.carried.set(sink, paragraph);
    else sink.push({ type: 'paragraph', paragraph });
    for (const box of boxes) sink.push(box);
    this.run = null;
  }

  private flushCarried(sink: BodyItem[]): void {
    const paragraph = this.carried.get(sink);
    this.carried.delete(sink);
    if (paragraph !== undefined && paragraph.text.trim() !== '') sink.push({ type: 'paragraph', paragraph });
  }
}

function resetProperties(paragraph: Paragraph, styles: Styles): void {
  paragraph.style = styles.usual;
  paragraph.styleId = null;
  paragraph.list = null;
  paragraph.listLevel = null;
  paragraph.outline = null;
  paragraph.indent = null;
}

/** The sign of a symbol font; the recogniser knows what it shows. */
function symbol(char: string | null): string {
  const code = Number.parseInt(char ?? '', 16);
  return code > 0 && code < 0x10000 ? String.fromCharCode(code) : '';
}
