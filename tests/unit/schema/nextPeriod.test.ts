import { expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { amendmentId, blockId } from '#shared/core/ids';
import { performCommand, withOutcome, type RegisterCommand, type RegisterData } from '#shared/register';
import { draftMetaOf, readDraft } from '#shared/schema/draft';
import { nextPeriodOf } from '#shared/schema/nextPeriod';
import { openDocument } from '#shared/schema/programFileDraft';
import { madeUpContent, proposer, steadyClock } from '../register/madeUpRegister';

function decidedRegister(phase: 'voting' | 'adopted'): RegisterData {
  const context = { clock: steadyClock(), ids: countingIds('n'), actor: null };
  let register: RegisterData = { entries: [], revisions: [], baseline: null };
  const tell = (command: RegisterCommand): void => {
    const outcome = performCommand(register, command, context);
    if (!outcome.ok) throw new Error(outcome.failure.code);
    register = withOutcome(register, outcome.value);
  };
  const title = 'Program 2027–2029';
  const blocks = madeUpContent().blocks.map((block) => (block.kind === 'title' ? { ...block, text: title } : block));
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
  const made = nextPeriodOf(decidedRegister('adopted'), { clock: steadyClock(), ids: countingIds('p') });
  if (!made.ok) throw new Error(made.failure.code);
  const { revisions, baseline, entries, draft } = made.value;
  const [text] = revisions;
  expect(text?.id).toBe(baseline);
  expect(text?.blocks.map(({ id }) => id)).toEqual(['t', 'h1', 'l1', 'p2', 'p3']);
  expect(entries).toEqual([]);
  const opened = openDocument(draft, 'draft.yjs');
  if (!opened.ok) throw new Error(opened.failure.code);
  expect(readDraft(opened.value).map(({ text: words, origins }) => [words, origins])).toEqual(
    text?.blocks.map(({ id, kind, text: words }) => [kind === 'title' ? 'Program 2029–2031' : words, [id]]),
  );
  expect(draftMetaOf(opened.value)).toMatchObject({ title: 'Program 2029–2031', period: { from: '2029', to: '2031' } });
});

test('PF10 a programme that is not adopted has no next one', () => {
  const made = nextPeriodOf(decidedRegister('voting'), { clock: steadyClock(), ids: countingIds('p') });
  expect(made).toEqual({ ok: false, failure: { code: 'not-adopted', params: {} } });
});
