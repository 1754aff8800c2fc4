import { expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { amendmentId, blockId } from '#shared/core/ids';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { performCommand, withOutcome, type RegisterCommand, type RegisterData } from '#shared/register';
import { draftMetaOf, readDraft } from '#shared/schema/draft';
import { nameOfNext, nextPeriodOf } from '#shared/schema/nextPeriod';
import { openDocument } from '#shared/schema/programFileDraft';
import { madeUpContent, proposer, steadyClock } from '../register/madeUpRegister';

function decidedRegister(
  phase: 'voting' | 'adopted',
  said: Readonly<Record<string, Partial<Block>>> = {},
): RegisterData {
  const context = { clock: steadyClock(), ids: countingIds('n'), actor: null };
  let register: RegisterData = { entries: [], revisions: [], baseline: null };
  const tell = (command: RegisterCommand): void => {
    const outcome = performCommand(register, command, context);
    if (!outcome.ok) throw new Error(outcome.failure.code);
    register = withOutcome(register, outcome.value);
  };
  const title = 'Program 2027–2029';
  const blocks = madeUpContent().blocks.map((block) => ({
    ...block,
    ...(block.kind === 'title' && { text: title }),
    ...said[block.id],
  }));
  const content = madeUpContent({ title, blocks });
  tell({ type: 'freeze', name: 'Innstilling', content });
  const base = register.revisions[0];
  if (!base) throw new Error('nothing frozen');
  const amendment = amendmentId('F1');
  const changes = [{ kind: 'deletion' as const, block: blockId('p1') }];
  tell({ type: 'submit', amendment, base: base.id, changes, proposer, body: null, rationale: '' });
  tell({ type: 'decide', decisions: [{ amendment, result: 'adopted', tally: null }] });
  tell({ type: 'setPhase', phase });
  return register;
}

test('PF10 the adopted text is the baseline and the draft of the next period', () => {
  const made = nextPeriodOf(decidedRegister('adopted'), { clock: steadyClock(), ids: countingIds('next-') });
  if (!made.ok) throw new Error(made.failure.code);
  const { revisions, baseline, entries, draft } = made.value;
  const [text] = revisions;
  expect(text?.id).toBe(baseline);
  expect(text?.blocks.map(({ id }) => id)).toEqual(['t', 'h1', 'l1', 'p2', 'p3']);
  expect(entries).toEqual([]);
  const opened = openDocument(draft, 'draft.yjs');
  if (!opened.ok) throw new Error(opened.failure.code);
  const own = readDraft(opened.value);
  expect(own.map(({ text: words, origins }) => [words, origins])).toEqual(
    text?.blocks.map(({ id, kind, text: words }) => [kind === 'title' ? 'Program 2029–2031' : words, [id]]),
  );
  expect(own.filter(({ id }) => text?.blocks.some((block) => block.id === id))).toEqual([]);
  expect(draftMetaOf(opened.value)).toMatchObject({ title: 'Program 2029–2031', period: { from: '2029', to: '2031' } });
});

test('PF10 its file is called by its title, with the years where that does not say them', () => {
  const nameAfter = (register: RegisterData): string => {
    const made = nextPeriodOf(register, { clock: steadyClock(), ids: countingIds('next-') });
    if (!made.ok) throw new Error(made.failure.code);
    return nameOfNext(made.value);
  };
  expect(nameAfter(decidedRegister('adopted'))).toBe('Program 2029–2031');
  expect(nameAfter(decidedRegister('adopted', { t: { text: 'Havneprogram' } }))).toBe('Havneprogram 2029–2031');
});

test('PF10 D28 D29 what is said of origins counts through three periods, each for its own', () => {
  // The period that was decided had one before it: its blocks come from that, and a person had linked one of them.
  const register = decidedRegister('adopted', {
    l1: { origins: [blockId('l1')] },
    p2: { origins: [blockId('p2')], links: [{ origin: blockId('p3'), verdict: 'linked' }] },
    p3: { origins: [blockId('p3')] },
  });
  const made = nextPeriodOf(register, { clock: steadyClock(), ids: countingIds('next-') });
  if (!made.ok) throw new Error(made.failure.code);
  const opened = openDocument(made.value.draft, 'draft.yjs');
  const [baseline] = made.value.revisions;
  if (!opened.ok || !baseline) throw new Error('nothing made');
  const told = (base: readonly Block[], current: readonly Block[]): readonly string[] =>
    alignBlocks(base, current).changes.map((change) => `${change.kind} ${change.base.join()}>${change.current.join()}`);
  const untouched = readDraft(opened.value);
  expect(told(baseline.blocks, untouched)).toEqual(
    [0, 1, 2, 3, 4].map((at) => `${at === 0 ? 'reworded' : 'unchanged'} ${at}>${at}`),
  );
  const saying = untouched.map((block, at): Block =>
    at === 3
      ? { ...block, links: [{ origin: baseline.blocks[4]?.id ?? block.id, verdict: 'linked' }] }
      : at === 2
        ? { ...block, links: [{ origin: baseline.blocks[2]?.id ?? block.id, verdict: 'unlinked' }] }
        : block,
  );
  expect(told(baseline.blocks, saying)).toEqual([
    'reworded 0>0',
    'unchanged 1>1',
    'deleted 2>',
    'deleted 3>',
    'inserted >2',
    'reworded 4>3',
    'inserted >4',
  ]);
  // An earlier state of the same work is matched by id, whatever was said of the period before.
  expect(told(untouched, saying)).toEqual([0, 1, 2, 3, 4].map((at) => `unchanged ${at}>${at}`));
});

test('PF10 a programme that is not adopted has no next one', () => {
  const made = nextPeriodOf(decidedRegister('voting'), { clock: steadyClock(), ids: countingIds('next-') });
  expect(made).toEqual({ ok: false, failure: { code: 'not-adopted', params: {} } });
});
