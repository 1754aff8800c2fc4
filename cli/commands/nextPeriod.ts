import { ok } from '#shared/core/result';
import { nextPeriodOf } from '#shared/schema/nextPeriod';
import { writeProgramFile } from '#shared/schema/programFile';
import { readArguments } from '../arguments';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, type Command } from '../outcome';
import { openProgramme } from '../programme';

const usage = 'next-period <fil.program> -o <fil.program>';

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const out = given.value.values.get('out');
    if (out === undefined) return misused(usage, 'Mangler -o: det nye programmet er en fil for seg.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const next = nextPeriodOf(opened.value.file, {
      clock: systemClock,
      ids: randomIds,
      papers: opened.value.draft,
    });
    if (!next.ok) return refuse(`${path}: ${sentence(next.failure)}`);
    return ok({ stdout: '', files: [{ path: out, bytes: writeProgramFile(next.value) }] });
  },
};
