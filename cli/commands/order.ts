import { standingsOf, votingPlanOf, type VotingPlan } from '#shared/amendment';
import { ok } from '#shared/core/result';
import { openAmendments } from '#shared/register';
import { readArguments } from '../arguments';
import { prettyJson, type Command } from '../outcome';
import { openProgramme, revisionNamed, type OpenProgramme } from '../programme';

const usage = 'order <fil.program> [--json]';

/** What is still to be put to the vote. What has no place in the newest text is told by the place it was filed for. */
function planOf(programme: OpenProgramme): VotingPlan {
  const { state, newest } = programme;
  if (!newest) return { items: [], collisions: [] };
  const standings = standingsOf(openAmendments(state), newest, (id) => revisionNamed(programme, id));
  return votingPlanOf(newest, standings, state.votingOrder);
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
