import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextChange } from '#shared/amendment/amendment';
import { amendmentId, personId, type RevisionId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import type { Block } from '#shared/domain/block';
import { asImported, importDocument } from '#shared/import';
import { performCommand, withOutcome, type RegisterCommand } from '#shared/register';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import type { ProgrammeFile } from '#shared/schema/programFile';

/** The sample programme, frozen and sent out, which can be asked for more. */
export interface FrozenSample {
  readonly base: RevisionId;
  /** As they were frozen. */
  readonly blocks: readonly Block[];
  readonly points: readonly Block[];
  readonly file: () => ProgrammeFile;
  readonly tell: (command: RegisterCommand) => void;
  /** Files one with the id «F17». */
  readonly submit: (number: number, changes: readonly TextChange[], more?: Partial<Submission>) => void;
}

type Submission = Extract<RegisterCommand, { type: 'submit' }>;

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', 'arbeidsprogram.txt');

/** `blocks` stand in the place of the sample's own where they are given. Throws for what the authority refuses. */
export async function frozenSample(blocks: readonly Block[] | null = null): Promise<FrozenSample> {
  const clock = { now: () => '2027-02-10T08:15:00.000Z' };
  const ids = countingIds('t');
  const document = importDocument({ name: 'arbeidsprogram.txt', bytes: new Uint8Array(await readFile(sample)) }, ids);
  if (!document.ok) throw new Error(document.failure.code);
  let file = newProgrammeFrom(blocks ? asImported({ ...document.value, blocks }, []) : document.value, { clock, ids });
  const [content] = file.revisions;
  if (!content) throw new Error('no text');
  const tell = (command: RegisterCommand): void => {
    const outcome = performCommand(file, command, { clock, ids, actor: null });
    if (!outcome.ok) throw new Error(`${outcome.failure.code} ${JSON.stringify(outcome.failure.params)}`);
    file = { ...file, ...withOutcome(file, outcome.value) };
  };
  tell({ type: 'freeze', name: 'Innstilling', content });
  const base = file.revisions.at(-1)?.id ?? content.id;
  return {
    base,
    blocks: content.blocks,
    points: content.blocks.filter(({ kind }) => kind === 'point'),
    file: () => file,
    tell,
    submit: (number, changes, more = {}) => {
      const command: Submission = {
        type: 'submit',
        amendment: amendmentId(`F${number}`),
        base,
        changes,
        proposer: personId(`p${number % 7}`),
        body: null,
        rationale: '',
        ...more,
      };
      tell(command);
    },
  };
}
