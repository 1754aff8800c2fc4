import { failure, type Failure } from '../core/failure';
import type { BlockId } from '../core/ids';
import { unreachable } from '../core/invariant';
import { fail, ok, type Result } from '../core/result';
import { subtreeEnd } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import type { TextChange } from './amendment';
import { LONGEST_TEXT, type AmendmentFailureCode } from './failures';

export type Checked = Result<null, Failure<AmendmentFailureCode>>;

const refuse = (code: AmendmentFailureCode, params: Failure['params'] = {}): Checked => fail(failure(code, params));
const accept: Checked = ok(null);

function checkText(text: string): Checked {
  if (text.trim() === '') return refuse('change-text-empty');
  if (text.length > LONGEST_TEXT) return refuse('change-text-long', { length: text.length, most: LONGEST_TEXT });
  return /[\n\r\u2028\u2029]/.test(text.trim()) ? refuse('change-text-lines') : accept;
}

const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

const firstRefusal = (checks: readonly Checked[]): Checked => checks.find((checked) => !checked.ok) ?? accept;

/** Whether `change` may be submitted against `revision`: it names blocks that are there, and it changes something. Total. Rule K1. */
export function checkChange(revision: Revision, change: TextChange): Checked {
  const indexOf = (id: BlockId): number => revision.blocks.findIndex((block) => block.id === id);
  const named: readonly (BlockId | null)[] =
    change.kind === 'programme'
      ? []
      : change.kind === 'insertion'
        ? [change.after]
        : change.kind === 'move'
          ? [change.block, change.after]
          : change.kind === 'join'
            ? [change.block, change.with]
            : [change.block];
  if (named.some((id) => id !== null && indexOf(id) === -1)) {
    return refuse('change-block-unknown', { revision: revision.name });
  }
  switch (change.kind) {
    case 'replacement': {
      const checked = checkText(change.text);
      if (!checked.ok) return checked;
      return revision.blocks[indexOf(change.block)]?.text === change.text ? refuse('change-text-same') : accept;
    }
    case 'insertion':
      return change.blocks.length === 0
        ? refuse('change-insertion-empty')
        : firstRefusal(change.blocks.map(({ text }) => checkText(text)));
    case 'deletion':
      return revision.blocks[indexOf(change.block)]?.kind === 'title' ? refuse('change-title-struck') : accept;
    case 'move': {
      const from = indexOf(change.block);
      const slot = change.after === null ? -1 : indexOf(change.after);
      const end = subtreeEnd(revision.blocks, from);
      if (slot === from - 1 || slot === end - 1) return refuse('change-move-nowhere');
      return slot >= from && slot < end ? refuse('change-move-into-itself') : accept;
    }
    case 'split': {
      if (change.texts.length < 2 || change.texts.some((text) => text.trim() === ''))
        return refuse('change-split-single');
      const checked = firstRefusal(change.texts.map(checkText));
      if (!checked.ok) return checked;
      const whole = revision.blocks[indexOf(change.block)]?.text ?? '';
      return singleSpaced(change.texts.join(' ')) === singleSpaced(whole) ? accept : refuse('change-split-rewords');
    }
    case 'join':
      return change.block === change.with ? refuse('change-join-itself') : accept;
    case 'programme':
      return change.instruction.trim() === '' ? accept : checkText(singleSpaced(change.instruction));
    case 'editorial':
      return checkText(singleSpaced(change.instruction));
    default:
      return unreachable(change);
  }
}
