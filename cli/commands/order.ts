import { votingOrder, type VotingPlan } from '#shared/amendment/index';
import { ok } from '#shared/core/result';
import { carriedTo, openAmendments } from '#shared/register/index';
import { readArguments } from '../arguments';
import { prettyJson, type Command } from '../outcome';
import { openProgramme, type OpenProgramme } from '../programme';

const usage = 'order <fil.program> [--json]';

const emptyPlan: VotingPlan = { items: [], collisions: [] };

/** What is still to be put to the vote. One that cannot be carried to the newest text is handed on as it is, to be shown as unplaced. */
function planOf({ file, state, newest }: OpenProgramme): VotingPlan {
  if (!newest) return emptyPlan;
  const open = openAmendments(state).map((amendment) => carriedTo(newest, amendment, file) ?? amendment);
  return votingOrder(newest, open, state.votingOrder);
}

const toJson = ({ items, collisions }: VotingPlan) => ({
  items: items.map(({ amendments, place, against, fallsIf, sameAs, recommendation }) => ({
    amendments,
    place,
    against,
    fallsIf,
    sameAs,
    recommendation,
  })),
  collisions: collisions.map(({ a, b, reason }) => ({ a, b, reason })),
});

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { json: 'flag' } });
    if (!given.ok) return given;
    const opened = await openProgramme(given.value.positionals[0] ?? '');
    if (!opened.ok) return opened;
    const plan = planOf(opened.value);
    if (given.value.flags.has('json')) return ok({ stdout: prettyJson(toJson(plan)), files: [] });
    const lines = plan.items.map(({ amendments, place }) => `${amendments.join(', ')}\t${place}\n`);
    return ok({ stdout: lines.join(''), files: [] });
  },
};
