import { amendmentId, personId, type PersonId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Language } from '#shared/core/failure';
import { describeReceipt, describeTimestamp, performCommand } from '#shared/register';
import { amendmentsSchema, changeFor, type ProposedAmendment } from '../amendmentsFile';
import { readArguments } from '../arguments';
import { readJson } from '../jsonInput';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, type Command, type Problem } from '../outcome';
import { after, draftOf, fileFor, openProgramme, type OpenProgramme } from '../programme';

const usage = 'amend <fil.program> --add <forslag.json> [-o <fil.program>]';

const context = { clock: systemClock, ids: randomIds, actor: null };

const frozenName: Readonly<Record<Language, string>> = { nb: 'Fryst utkast', nn: 'Frose utkast', en: 'Frozen draft' };

/** Amendments need a text that stands still: the draft is frozen where nothing is yet. */
function withFrozenText(programme: OpenProgramme): Result<OpenProgramme, Problem> {
  if (programme.newest) return ok(programme);
  const content = draftOf(programme);
  const frozen = performCommand(
    programme.file,
    { type: 'freeze', name: frozenName[content.language], content },
    context,
  );
  return frozen.ok ? ok(after(programme, frozen.value)) : refuse(`${programme.path}: ${sentence(frozen.failure)}`);
}

/** The id of the person of that name; a new one where nobody has it. Without a name, an id that no name belongs to. */
function withProposer(programme: OpenProgramme, name: string): { programme: OpenProgramme; person: PersonId } {
  const known = Object.entries(programme.file.people).find(([, person]) => person.name === name);
  if (name !== '' && known) return { programme, person: personId(known[0]) };
  const person = personId(randomIds.next());
  if (name === '') return { programme, person };
  const people = { ...programme.file.people, [person]: { name } };
  return { programme: { ...programme, file: { ...programme.file, people } }, person };
}

interface Filed {
  readonly programme: OpenProgramme;
  readonly receipt: string;
}

function file(proposed: ProposedAmendment, programme: OpenProgramme): Result<Filed, Problem> {
  const { newest } = programme;
  if (!newest) return refuse(`${programme.path}: ingen versjon å fremme forslag mot.`);
  const change = changeFor(proposed, newest);
  if (!change.ok) return refuse(`${programme.path}: forslag «${proposed.id}» kan ikke plasseres: ${change.failure}`);
  const named = withProposer(programme, proposed.proposer?.name?.trim() ?? '');
  const outcome = performCommand(
    named.programme.file,
    {
      type: 'submit',
      amendment: amendmentId(proposed.id),
      base: newest.id,
      changes: [change.value],
      proposer: named.person,
      body: proposed.proposer?.body?.trim() || null,
      rationale: proposed.rationale ?? '',
    },
    context,
  );
  if (!outcome.ok) return refuse(`${programme.path}: forslag «${proposed.id}»: ${sentence(outcome.failure)}`);
  const [receipt] = outcome.value.receipts;
  return ok({
    programme: after(named.programme, outcome.value),
    receipt: receipt ? describeReceipt(receipt, 'nb', describeTimestamp(receipt.at, 'nb')) : '',
  });
}

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { add: 'value', out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const add = given.value.values.get('add');
    if (add === undefined) return misused(usage, 'Mangler --add.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const proposals = await readJson(add, amendmentsSchema, 'forslag');
    if (!proposals.ok) return proposals;
    const frozen = withFrozenText(opened.value);
    if (!frozen.ok) return frozen;
    let programme = frozen.value;
    const receipts: string[] = [];
    for (const proposed of proposals.value) {
      const filed = file(proposed, programme);
      if (!filed.ok) return fail(filed.failure);
      programme = filed.value.programme;
      receipts.push(`${filed.value.receipt}\n`);
    }
    return ok({ stdout: receipts.join('\n'), files: [fileFor(programme, given.value.values.get('out'))] });
  },
};
