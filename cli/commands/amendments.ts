import { amendmentPlace, readAlone, rebaseAmendment } from '#shared/amendment/index';
import type { Amendment } from '#shared/amendment/amendment';
import { ok } from '#shared/core/result';
import { changeWord } from '../amendmentsFile';
import { readArguments } from '../arguments';
import { prettyJson, type Command } from '../outcome';
import { openProgramme, revisionNamed, type OpenProgramme } from '../programme';

const usage = 'amendments <fil.program> [--json]';

/** An amendment as it stands against the newest revision. */
function standing(programme: OpenProgramme, amendment: Amendment) {
  const { id, number, changes, decision } = amendment;
  const told = { id, number, change: changeWord(changes) };
  const state = decision?.result ?? 'submitted';
  const from = revisionNamed(programme, amendment.base);
  const { newest } = programme;
  if (!from || !newest) return { ...told, place: '', state, rebase: 'conflict', text: null };
  const rebased = rebaseAmendment(amendment, from, newest);
  const inConflict = rebased.state === 'conflict';
  const carried: Amendment = inConflict ? amendment : { ...amendment, base: newest.id, changes: rebased.changes };
  const place = amendmentPlace(inConflict ? from : newest, carried, newest.language);
  return { ...told, place, state, rebase: rebased.state, text: inConflict ? null : readAlone(newest, carried) };
}

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { json: 'flag' } });
    if (!given.ok) return given;
    const opened = await openProgramme(given.value.positionals[0] ?? '');
    if (!opened.ok) return opened;
    const rows = [...opened.value.state.amendments.values()].map((amendment) => standing(opened.value, amendment));
    if (given.value.flags.has('json')) return ok({ stdout: prettyJson(rows), files: [] });
    const lines = rows.map(({ number, id, change, place, state, rebase }) =>
      [number, id, change, place, state, rebase].join('\t'),
    );
    return ok({ stdout: lines.map((line) => `${line}\n`).join(''), files: [] });
  },
};
