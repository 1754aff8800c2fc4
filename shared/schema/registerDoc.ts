import type * as Y from 'yjs';
import { revisionId, type PersonId, type RevisionId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { ReportEntry } from '../import/index';
import type { RegisterData, RegisterEntry } from '../register/index';

/**
 * The register room. Everything in it is keyed by its identity (an entry by its sequence, a revision by its hash), so
 * that writing the same twice, from two places, is one thing and never two.
 *
 * `entries`: seq → RegisterEntry · `revisions`: id → Revision · `people`: id → {name} · `erased`: id → true ·
 * `meta`: baseline, importReport
 */
export type People = Readonly<Record<string, { readonly name: string }>>;

export interface RegisterContent extends RegisterData {
  readonly people: People;
  /** What the import of the baseline guessed or found odd. */
  readonly importReport: readonly ReportEntry[];
}

export interface RegisterAddition {
  readonly entries?: readonly RegisterEntry[];
  readonly revisions?: readonly Revision[];
  readonly people?: People;
  readonly baseline?: RevisionId | null;
  readonly importReport?: readonly ReportEntry[];
}

const BASELINE = 'baseline';
const IMPORT_REPORT = 'importReport';
const entriesOf = (doc: Y.Doc) => doc.getMap<RegisterEntry>('entries');
const revisionsOf = (doc: Y.Doc) => doc.getMap<Revision>('revisions');
const peopleOf = (doc: Y.Doc) => doc.getMap<{ readonly name: string }>('people');
const erasedOf = (doc: Y.Doc) => doc.getMap<true>('erased');
const metaOf = (doc: Y.Doc) => doc.getMap<unknown>('meta');

/**
 * What the room holds now. Entries stop at the first gap: a document that has only partly arrived reads as a shorter
 * register, never as a broken one.
 */
export function readRegisterDoc(doc: Y.Doc): RegisterContent {
  const stored = entriesOf(doc);
  const entries: RegisterEntry[] = [];
  for (let seq = 1; ; seq++) {
    const entry = stored.get(String(seq));
    if (!entry) break;
    entries.push(entry);
  }
  const baseline = metaOf(doc).get(BASELINE);
  return {
    entries,
    revisions: [...revisionsOf(doc).values()],
    baseline: typeof baseline === 'string' ? revisionId(baseline) : null,
    people: Object.fromEntries(peopleOf(doc).entries()),
    // Only the authority writes here, and it took the report from our own import or from a file that was checked.
    importReport: (metaOf(doc).get(IMPORT_REPORT) as readonly ReportEntry[] | undefined) ?? [],
  };
}

/** Appends, in one transaction. What is there already under the same key is left as it stands; only names may change, and
 * those of erased people stay away, from wherever they come. */
export function writeRegisterDoc(doc: Y.Doc, addition: RegisterAddition, origin: unknown = null): void {
  doc.transact(() => {
    for (const revision of addition.revisions ?? [])
      if (!revisionsOf(doc).has(revision.id)) revisionsOf(doc).set(revision.id, revision);
    for (const entry of addition.entries ?? [])
      if (!entriesOf(doc).has(String(entry.seq))) entriesOf(doc).set(String(entry.seq), entry);
    for (const [id, { name }] of Object.entries(addition.people ?? {}))
      if (!erasedOf(doc).has(id) && peopleOf(doc).get(id)?.name !== name) peopleOf(doc).set(id, { name });
    if (addition.baseline && !metaOf(doc).has(BASELINE)) metaOf(doc).set(BASELINE, addition.baseline);
    if (addition.importReport?.length && !metaOf(doc).has(IMPORT_REPORT))
      metaOf(doc).set(IMPORT_REPORT, addition.importReport);
  }, origin);
}

export const personIn = (doc: Y.Doc, person: PersonId): { readonly name: string } | null =>
  peopleOf(doc).get(person) ?? null;

/** Takes a name out of the directory for good. What the entries say of the id stands: they never held the name (H5). */
export function erasePerson(doc: Y.Doc, person: PersonId, origin: unknown = null): void {
  doc.transact(() => {
    peopleOf(doc).delete(person);
    erasedOf(doc).set(person, true);
  }, origin);
}

export const isErased = (doc: Y.Doc, person: string): boolean => erasedOf(doc).has(person);

/** Grows with each erasure: whoever keeps the document's history has to drop it then. */
export const erasureCount = (doc: Y.Doc): number => erasedOf(doc).size;
