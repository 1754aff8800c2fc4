import { readAlone, type Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import { ok } from '#shared/core/result';
import { changeWord } from '../amendmentsFile';
import { readArguments } from '../arguments';
import { prettyJson, type Command } from '../outcome';
import { openProgramme, type OpenProgramme } from '../programme';
import { standingOf } from '../standing';

const usage = 'amendments <fil.program> [--json]';

/** The target as it would read with this amendment alone; what the text has already reads as it does now. */
function textAlone({ newest }: OpenProgramme, amendment: Amendment, standing: Standing): string | null {
  const { state, carried, amends, revision } = standing;
  const text = amends === null ? newest : revision;
  if (!text || state === 'conflict') return null;
  const changes = state === 'covered' ? amendment.changes : carried.changes;
  return readAlone(text, { ...carried, base: text.id, changes });
}

function rowOf(programme: OpenProgramme, amendment: Amendment) {
  const standing = standingOf(programme, amendment);
  return {
    id: amendment.id,
    number: amendment.number,
    change: changeWord(amendment.changes),
    place: standing.place,
    state: amendment.decision?.result ?? 'submitted',
    rebase: standing.state,
    text: textAlone(programme, amendment, standing),
  };
}

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { json: 'flag' } });
    if (!given.ok) return given;
    const opened = await openProgramme(given.value.positionals[0] ?? '');
    if (!opened.ok) return opened;
    const rows = [...opened.value.state.amendments.values()].map((amendment) => rowOf(opened.value, amendment));
    if (given.value.flags.has('json')) return ok({ stdout: prettyJson(rows), files: [] });
    const lines = rows.map(({ number, id, change, place, state, rebase }) =>
      [number, id, change, place, state, rebase].join('\t'),
    );
    return ok({ stdout: lines.map((line) => `${line}\n`).join(''), files: [] });
  },
};
