import type { ExportBlock, ExportDocument, ProgrammeParagraph, Run } from './document';

/** Which notes of a paper a word processor can have as its own, at the foot of the page. */
export interface NotePlan {
  /** The note that a marker calls, or `null` where the marker is only raised text. */
  noteOf(run: Run): ProgrammeParagraph | null;
  /** True for a paragraph that stands at the foot of the page instead of in the text. */
  isNote(block: ExportBlock): boolean;
}

/**
 * A note is the word processor's own where it stands right after the paragraph that calls it, neither came nor went, and has the number that the
 * word processor would count. Any other stays a paragraph where it stands, so that the text comes back in the same order. A new or struck note does too:
 * LibreOffice leaves an empty paragraph behind where one that calls a note goes away as a whole. Where lines are numbered all notes stay,
 * for a note's lines are counted too, and word processors number no lines at the foot of a page (rule E4).
 */
export function planNotes({ blocks, lineNumbers }: Pick<ExportDocument, 'blocks' | 'lineNumbers'>): NotePlan {
  const called = new Map<Run, ProgrammeParagraph>();
  const notes = new Set<ExportBlock>();
  if (lineNumbers === null) {
    blocks.forEach((block, at) => {
      if (block.type !== 'programme' || block.shape.kind === 'footnote' || block.end !== 'kept') return;
      let next = at + 1;
      for (const run of block.runs) {
        const note = blocks[next];
        if (run.reference !== true || note?.type !== 'programme' || note.shape.kind !== 'footnote') continue;
        const wasKept = run.mark === 'kept' && note.end === 'kept' && note.previousShape === null;
        if (!wasKept || run.text !== note.shape.number || run.text !== String(notes.size + 1)) continue;
        called.set(run, note);
        notes.add(note);
        next += 1;
      }
    });
  }
  return { noteOf: (run) => called.get(run) ?? null, isNote: (block) => notes.has(block) };
}

/** The notes that stand in the text, by number. Numbers that stand on several are left out. */
export function noteAnchors({ blocks }: Pick<ExportDocument, 'blocks'>): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const repeated = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'programme' || block.shape.kind !== 'footnote') continue;
    const { number } = block.shape;
    if (number === null || block.anchor === null) continue;
    if (anchors.has(number)) repeated.add(number);
    anchors.set(number, block.anchor);
  }
  for (const number of repeated) anchors.delete(number);
  return anchors;
}
