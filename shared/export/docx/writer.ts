import { startAuthorship, type AuthorshipSource } from '../authorship';
import type { Authorship, Comment, ExportDocument, Mark, Picture, ProgrammeParagraph } from '../document';
import { isAdded, isStruck } from '../document';
import { markInRange, moveRanges, type MoveRange } from '../moves';
import { noteAnchors, planNotes, type NotePlan } from '../notes';
import type { Numbering } from '../numbering';
import { escapeXml } from '../xml/escape';

/** How marks are written: as changes that a word processor can accept and reject, or as colours on paper. */
export type MarkMode = 'tracked' | 'painted';

/** What stands in a part of its own and is called from the body by its id. */
export interface Aside<Content> {
  readonly id: number;
  readonly content: Content;
}

/** What the parts of one Word document share while they are written. Must be used in document order. */
export interface Writer extends AuthorshipSource {
  readonly document: ExportDocument;
  readonly numbering: Numbering;
  /** Of the programme's own text. */
  readonly mode: MarkMode;
  /** Of what is quoted from it. */
  readonly quotationMode: MarkMode;
  readonly notePlan: NotePlan;
  readonly comments: readonly Aside<Comment>[];
  readonly notes: readonly Aside<ProgrammeParagraph>[];
  /** Side of a move that the block with this index is; `null` for none. */
  moveOf(blockIndex: number): MoveRange | null;
  /** Where the note with this number stands in the text; `undefined` where that is not plain. */
  anchorOfNote(number: string): string | undefined;
  /** Pictures of the paper, each in a part of its own. */
  readonly pictures: readonly Aside<Picture>[];
  /** An id that nothing else in the document has. */
  nextId(): number;
  /** The id of a range that begins in one place and ends in another: the same for the same key. */
  rangeId(key: string): number;
  addComment(comment: Comment): number;
  addNote(note: ProgrammeParagraph): number;
  /** The id by which a part calls an address outside of the document: the same for the same address. */
  addAddress(address: string): string;
  /** Those that were added, by id. */
  readonly addresses: ReadonlyMap<string, string>;
  addPicture(picture: Picture): number;
}

/** Word keeps the ids up to 1 for the lines above the notes. */
const firstNote = 2;

export function startWriter(document: ExportDocument, numbering: Numbering): Writer {
  let ids = 0;
  const rangeIds = new Map<string, number>();
  const comments: Aside<Comment>[] = [];
  const notes: Aside<ProgrammeParagraph>[] = [];
  const addresses = new Map<string, string>();
  const anchors = noteAnchors(document);
  const pictures: Aside<Picture>[] = [];
  const ranges = document.tracked === 'text' ? moveRanges(document.blocks) : [];
  return {
    ...startAuthorship(document.changesBy),
    document,
    numbering,
    mode: document.tracked === 'text' ? 'tracked' : 'painted',
    quotationMode: document.tracked === null ? 'painted' : 'tracked',
    notePlan: planNotes(document),
    comments,
    notes,
    addresses,
    pictures,
    moveOf: (blockIndex) => ranges[blockIndex] ?? null,
    anchorOfNote: (number) => anchors.get(number),
    nextId: () => (ids += 1),
    rangeId(key) {
      const known = rangeIds.get(key);
      if (known !== undefined) return known;
      rangeIds.set(key, (ids += 1));
      return ids;
    },
    addComment(content) {
      const id = (ids += 1);
      comments.push({ id, content });
      return id;
    },
    addPicture(content) {
      const id = pictures.length + 1;
      pictures.push({ id, content });
      return id;
    },
    addNote(content) {
      const id = firstNote + notes.length;
      notes.push({ id, content });
      return id;
    },
    addAddress(address) {
      const known = [...addresses].find(([, other]) => other === address)?.[0];
      const id = known ?? `address${addresses.size + 1}`;
      addresses.set(id, address);
      return id;
    },
  };
}

/** Who and when, as every change names them (ECMA-376 part 1, 17.13.5). */
export function changeAttributes(writer: Writer, by?: Authorship, id: number = writer.nextId()): string {
  const { author, at } = writer.authorship(by);
  return `w:id="${id}" w:author="${escapeXml(author)}" w:date="${escapeXml(at)}"`;
}

/** The element that says what happened to a run or an end of paragraph; `null` for what was kept. */
export function changeElement(mark: Mark, range: MoveRange | null): 'ins' | 'del' | 'moveFrom' | 'moveTo' | null {
  const told = markInRange(mark, range);
  if (told === 'movedFrom') return 'moveFrom';
  if (told === 'movedTo') return 'moveTo';
  if (isStruck(told)) return 'del';
  return isAdded(told) ? 'ins' : null;
}
