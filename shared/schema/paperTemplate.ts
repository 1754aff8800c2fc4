import type * as Y from 'yjs';
import type { Language } from '../core/failure';
import { views } from '../export/views';
import { defaultTemplates, readTemplate, writeTemplate, type Template } from '../export/template';
import { draftPapers } from './draft';

/**
 * How the programme's papers look and what they say: a setting of the programme, in the draft's document, so that it is shared, kept and mailed
 * with the text. `papers`: `organisation`, `values` and a key for each paper → JSON of that part, so that two who change different parts keep
 * both changes. A part that is as the program's own has no key, and follows the language of whoever prints. Rules PT1–PT4.
 */
const PAPER = 'paper:';

/** Origin of what is set on the papers: no edit of the text, so that undo in the text does not take it back. */
export const PAPERS_SET = Symbol('setting of the papers');

type PartsOfTemplate = ReadonlyMap<string, unknown>;

const partsOf = ({ organisation, values, papers }: Template): PartsOfTemplate =>
  new Map<string, unknown>([
    ['organisation', organisation],
    ['values', values],
    ...views.map((view) => [`${PAPER}${view}`, papers[view]] as const),
  ]);

/** Longer ones are no template of ours: a peer must not be able to fill everyone's memory. */
const LONGEST_PART = 200_000;

function parsedPart(held: unknown): unknown {
  if (typeof held !== 'string' || held.length > LONGEST_PART) return undefined;
  try {
    return JSON.parse(held);
  } catch {
    return undefined;
  }
}

/** Puts parts together and checks them as a file is checked; `null` where they make no template. */
function assembled(parts: PartsOfTemplate, language: Language): Template | null {
  const papers = views.flatMap((view) => {
    const part = parts.get(`${PAPER}${view}`);
    return part === undefined ? [] : [[view, part] as const];
  });
  const [organisation, values] = [parts.get('organisation'), parts.get('values')];
  const read = readTemplate(
    JSON.stringify({
      ...(organisation === undefined ? {} : { organisation }),
      ...(values === undefined ? {} : { values }),
      papers: Object.fromEntries(papers),
    }),
    language,
  );
  return read.ok ? read.value : null;
}

/**
 * The programme's own template, what it does not say being as in the default of `language`; `null` where nothing was set. Total: a part that a
 * hostile or later peer put there in another shape is passed over, and the others hold.
 */
export function readPaperTemplate(doc: Y.Doc, language: Language): Template | null {
  let sound: PartsOfTemplate = new Map();
  let template: Template | null = null;
  for (const key of partsOf(defaultTemplates[language]).keys()) {
    const part = parsedPart(draftPapers(doc).get(key));
    if (part === undefined) continue;
    const tried: PartsOfTemplate = new Map([...sound, [key, part]]);
    const read = assembled(tried, language);
    if (read === null) continue;
    [sound, template] = [tried, read];
  }
  return template;
}

/** Makes the programme's template this one; only the parts that are others now are written. */
export function writePaperTemplate(doc: Y.Doc, template: Template, language: Language): void {
  const usual = partsOf(defaultTemplates[language]);
  const held = draftPapers(doc);
  doc.transact(() => {
    for (const [key, part] of partsOf(template)) {
      const written = JSON.stringify(part);
      // The look is always said, so that a programme in which something was set is known by it.
      if (key !== 'organisation' && written === JSON.stringify(usual.get(key))) held.delete(key);
      else if (held.get(key) !== written) held.set(key, written);
    }
  }, PAPERS_SET);
}

/** Takes a template over, part by part as it is written: to the programme of the next period. */
export function copyPaperTemplate(from: Y.Doc, to: Y.Doc): void {
  to.transact(() => {
    for (const [key, part] of draftPapers(from)) if (typeof part === 'string') draftPapers(to).set(key, part);
  }, PAPERS_SET);
}

/** Tells when the template changed; returns the way to stop. */
export function observePaperTemplate(doc: Y.Doc, listener: () => void): () => void {
  const held = draftPapers(doc);
  held.observe(listener);
  return () => held.unobserve(listener);
}

/** The file of the programme's template, or of the default where it has none: what a secretariat edits outside of the program. */
export const paperTemplateFile = (doc: Y.Doc, language: Language): string =>
  writeTemplate(readPaperTemplate(doc, language) ?? defaultTemplates[language]);
