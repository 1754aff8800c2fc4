import * as v from 'valibot';
import type * as Y from 'yjs';
import { languages } from '../../core/failure';
import type { RevisionId } from '../../core/ids';
import { makeSource, sourceRoles, type Source } from '../../domain/source';
import { blockSchema, periodSchema } from '../programFileParts';
import { draftSourceMap, LOCAL } from './layout';
import { gesture } from './writing';

const sourceSchema = v.object({
  name: v.string(),
  role: v.picklist(sourceRoles),
  title: v.string(),
  period: v.nullable(periodSchema),
  language: v.picklist(languages),
  blocks: v.array(blockSchema),
});

/** What was read of a stored value, by the value: a peer's text is checked once, however often it is shown. */
const known = new WeakMap<object, Source | null>();

function sourceFrom(value: unknown): Source | null {
  if (typeof value !== 'object' || value === null) return null;
  const read = known.get(value);
  if (read !== undefined) return read;
  const parsed = v.safeParse(sourceSchema, value);
  const source = parsed.success ? makeSource(parsed.output, parsed.output.name, parsed.output.role) : null;
  known.set(value, source);
  return source;
}

const lists = new WeakMap<Y.Doc, readonly Source[]>();

/** The sources of a draft, by name; the same list until one is added, removed or renamed. What is no source, or not what its key says, is left out. */
export function readSources(doc: Y.Doc): readonly Source[] {
  const sources = [...draftSourceMap(doc).entries()]
    .flatMap(([id, value]) => {
      const source = sourceFrom(value);
      return source?.id === id ? [source] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'nb') || (a.id < b.id ? -1 : 1));
  const former = lists.get(doc);
  if (former?.length === sources.length && former.every((source, index) => source === sources[index])) return former;
  lists.set(doc, sources);
  return sources;
}

/** Adds a source, or renames the one that says the same. One step of undo. */
export function addSource(doc: Y.Doc, source: Source): void {
  const { id, name, role, title, period, language, blocks } = source;
  gesture(doc, () => {
    doc.transact(() => draftSourceMap(doc).set(id, { name, role, title, period, language, blocks }), LOCAL);
  });
}

/** Takes a source away; links to its blocks stay, and come to life again with it. One step of undo. */
export function removeSource(doc: Y.Doc, id: RevisionId): void {
  gesture(doc, () => {
    doc.transact(() => {
      draftSourceMap(doc).delete(id);
    }, LOCAL);
  });
}
