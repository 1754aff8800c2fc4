import * as Y from 'yjs';
import { blockId, type BlockId } from '../core/ids';
import { spliceBetween } from '../core/textSplice';
import { draftRemarks, LOCAL } from './draft';

/**
 * What the secretariat remarks on a change, for the synopsis. Kept in the draft's document, so that remarks are shared, kept and undone as
 * the text is: `remarks`: key → Y.Text. A key names the block it is about and who began it, so that two who begin at once make two
 * remarks, and none is lost.
 */
export interface Remark {
  readonly key: string;
  /** A block of the draft; for what was struck, of the previous period. */
  readonly about: BlockId;
  readonly text: string;
}

/** Longer ones are cut: a peer must not be able to fill everyone's memory with one. */
const LONGEST_REMARK = 20_000;

/** All remarks that say something, in the order of their keys. Total: what a hostile peer put there in another shape is passed over. */
export function readRemarks(doc: Y.Doc): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const [key, held] of draftRemarks(doc)) {
    const about = key.slice(key.indexOf(':') + 1);
    if (!(held instanceof Y.Text) || about === '') continue;
    const text = held.toJSON().slice(0, LONGEST_REMARK);
    if (text.trim() !== '') remarks.push({ key, about: blockId(about), text });
  }
  return remarks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The key under which this window begins a remark about the block. */
export const remarkKey = (doc: Y.Doc, about: BlockId): string => `${doc.clientID.toString(36)}:${about}`;

/** Makes a remark read so, by the one change that takes away and puts in least: what others write in it meanwhile stays. */
export function writeRemark(doc: Y.Doc, key: string, text: string): void {
  const next = text.slice(0, LONGEST_REMARK);
  doc.transact(() => {
    const known = draftRemarks(doc).get(key);
    const held = known instanceof Y.Text ? known : new Y.Text();
    if (held !== known) draftRemarks(doc).set(key, held);
    const splice = spliceBetween(held.toJSON(), next, null);
    if (splice === null) return;
    held.delete(splice.start, splice.end - splice.start);
    held.insert(splice.start, splice.inserted);
  }, LOCAL);
}

/** Tells when any remark changed; returns the way to stop. */
export function observeRemarks(doc: Y.Doc, listener: () => void): () => void {
  const map = draftRemarks(doc);
  map.observeDeep(listener);
  return () => map.unobserveDeep(listener);
}

/** Remarks by the block they are about, one after another, as they are printed. */
export function remarksByBlock(doc: Y.Doc): Readonly<Record<string, string>> {
  const printed = new Map<string, string>();
  for (const { about, text } of readRemarks(doc)) {
    const before = printed.get(about);
    printed.set(about, before === undefined ? text.trim() : `${before}\n${text.trim()}`);
  }
  return Object.fromEntries(printed);
}
