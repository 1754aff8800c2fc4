import { ok } from '#shared/core/result';
import { strayRevision, verifyChain } from '#shared/register';
import { inspectProgramFile } from '#shared/schema/programFile';
import { readArguments } from '../arguments';
import { readInput } from '../files';
import { refuse, sentence, unreadable, type Command } from '../outcome';

const usage = 'verify <fil.program>';

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: {} });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const bytes = await readInput(path);
    if (!bytes.ok) return bytes;
    const inspected = inspectProgramFile(bytes.value);
    if (!inspected.ok) {
      const line = sentence(inspected.failure);
      return inspected.failure.code === 'program-part-damaged' ? refuse(`${path}: ${line}`) : unreadable(path, line);
    }
    const { file, altered } = inspected.value;
    // The chain is asked first: it can name the entry, where the manifest only names the part.
    const chain = verifyChain(file.entries, file.revisions);
    if (!chain.ok) return refuse(`${path}: ${sentence(chain.failure)}`);
    const stray = strayRevision(file);
    if (stray) return refuse(`${path}: ${sentence({ code: 'revision-stray', params: { name: stray.name } })}`);
    const [part] = altered;
    if (part !== undefined) return refuse(`${path}: ${sentence({ code: 'program-part-damaged', params: { part } })}`);
    const counts = `${file.entries.length} hendelser, ${file.revisions.length} versjoner`;
    return ok({ stdout: `${path}: hel. ${counts}, alle kontrollsummer stemmer.\n`, files: [] });
  },
};
