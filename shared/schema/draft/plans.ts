import type * as Y from 'yjs';
import { blockId, type BlockId } from '../../core/ids';
import { noPlan, planFrom, type ChapterPlan } from '../../domain/chapterPlan';
import { draftPlans, LOCAL } from './layout';
import { gesture } from './writing';

const fields = Object.keys(noPlan) as (keyof ChapterPlan)[];

/** One key a field: two people who plan different things about one chapter at the same time both have their way. */
const keyOf = (heading: BlockId, field: keyof ChapterPlan): string => `${heading}/${field}`;

type Plans = ReadonlyMap<BlockId, ChapterPlan>;

const shown = new WeakMap<Y.Doc, Plans>();

const samePlan = (a: ChapterPlan | undefined, b: ChapterPlan): boolean =>
  a !== undefined && fields.every((field) => a[field] === b[field]);

/** The plans of the chapters, by their headings; the same map until one changes. Total: a peer may have written anything. */
export function readPlans(doc: Y.Doc): Plans {
  const written = new Map<BlockId, Partial<Record<keyof ChapterPlan, unknown>>>();
  for (const [key, value] of draftPlans(doc)) {
    const slash = key.lastIndexOf('/');
    const field = fields.find((one) => one === key.slice(slash + 1));
    if (slash < 1 || field === undefined) continue;
    const heading = blockId(key.slice(0, slash));
    written.set(heading, { ...written.get(heading), [field]: value });
  }
  const plans = new Map([...written].map(([heading, plan]) => [heading, planFrom(plan)]));
  const former = shown.get(doc);
  if (former?.size === plans.size && [...plans].every(([heading, plan]) => samePlan(former.get(heading), plan)))
    return former;
  shown.set(doc, plans);
  return plans;
}

/** Writes what is given of the plan of a chapter. One step of undo. */
export function setPlan(doc: Y.Doc, heading: BlockId, changes: Partial<ChapterPlan>): void {
  const former = readPlans(doc).get(heading) ?? noPlan;
  const next = planFrom({ ...former, ...changes });
  gesture(doc, () => {
    doc.transact(() => {
      for (const field of fields)
        if (former[field] !== next[field]) draftPlans(doc).set(keyOf(heading, field), next[field]);
    }, LOCAL);
  });
}
