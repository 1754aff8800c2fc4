import * as v from 'valibot';
import type * as Y from 'yjs';
import { recommendations, type Recommendation } from '../amendment/amendment';
import { amendmentId, type AmendmentId } from '../core/ids';
import { spliceBetween } from '../core/textSplice';

/**
 * Recommendations before they are published, for those who may publish them and nobody else (the room `advice/<id>`). Each field by itself, and the texts letter by letter:
 * what two write about the same amendment at the same time is there afterwards, of both.
 *
 * `kinds`: amendment → {kind, by} · `reason <amendment>` and `text <amendment>`: Y.Text
 */
export type DraftedAdvice = ReadonlyMap<AmendmentId, Recommendation>;

/** A recommendation as it is recorded: without what its kind has no use for. */
export function tidied({ kind, text, reason, by }: Recommendation): Recommendation {
  return {
    kind,
    text: kind === 'adoptWithChanges' ? (text ?? '').trim() : null,
    reason: reason.trim(),
    ...(kind === 'coveredBy' && by !== undefined && { by }),
  };
}

const kindsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('kinds');
const reasonOf = (doc: Y.Doc, id: string): Y.Text => doc.getText(`reason ${id}`);
const wordsOf = (doc: Y.Doc, id: string): Y.Text => doc.getText(`text ${id}`);

const storedKind = v.object({ kind: v.picklist(recommendations), by: v.fallback(v.nullable(v.string()), null) });

/** What another window wrote that is no recommendation is left out. Law AD1: what was written is read, whoever wrote first. */
export function readAdvice(doc: Y.Doc): DraftedAdvice {
  const drafted = new Map<AmendmentId, Recommendation>();
  for (const [id, raw] of kindsOf(doc)) {
    const stored = v.safeParse(storedKind, raw);
    if (!stored.success) continue;
    const { kind, by } = stored.output;
    const text = wordsOf(doc, id).toJSON();
    drafted.set(amendmentId(id), {
      kind,
      text: text === '' ? null : text,
      reason: reasonOf(doc, id).toJSON(),
      ...(by !== null && by !== '' && { by: amendmentId(by) }),
    });
  }
  return drafted;
}

function rewrite(text: Y.Text, after: string): void {
  const splice = spliceBetween(text.toJSON(), after, null);
  if (!splice) return;
  text.delete(splice.start, splice.end - splice.start);
  text.insert(splice.start, splice.inserted);
}

/** Makes what is drafted read as `after`; what is not in it is taken out. One transaction, and only what is another is written. */
export function writeAdvice(doc: Y.Doc, after: DraftedAdvice): void {
  const before = readAdvice(doc);
  doc.transact(() => {
    for (const id of before.keys()) {
      if (after.has(id)) continue;
      kindsOf(doc).delete(id);
      rewrite(reasonOf(doc, id), '');
      rewrite(wordsOf(doc, id), '');
    }
    for (const [id, { kind, text, reason, by = null }] of after) {
      const former = before.get(id);
      if (former?.kind !== kind || (former.by ?? null) !== by) kindsOf(doc).set(id, { kind, by });
      rewrite(reasonOf(doc, id), reason);
      rewrite(wordsOf(doc, id), text ?? '');
    }
  });
}
