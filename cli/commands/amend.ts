import { basename } from 'node:path';
import { amendedText } from '#shared/amendment';
import type { Signatory } from '#shared/amendment/amendment';
import { amendmentId, personId, type AmendmentId, type PersonId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Language } from '#shared/core/failure';
import type { Revision } from '#shared/domain/revision';
import { describeReceipt, describeTimestamp, performCommand, type RegisterCommand } from '#shared/register';
import { readReturned } from '#shared/returned';
import { findReceived, readAmendmentFile, submissionOf } from '#shared/schema/amendmentFile';
import { amendmentsSchema, changesFor, type ProposedAmendment } from '../amendmentsFile';
import { readArguments } from '../arguments';
import { readInput } from '../files';
import { readJson } from '../jsonInput';
import { randomIds, systemClock } from '../machine';
import { misused, refuse, sentence, unreadable, type Command, type Problem } from '../outcome';
import { after, draftOf, fileFor, openProgramme, revisionNamed, type OpenProgramme } from '../programme';

const usage =
  'amend <fil.program> (--add <forslag.json | forslag.amendment> | --from <dokument.docx>) [-o <fil.program>]';

const details = [
  'Forslagene er en JSON-liste. Hvert ledd har «id» og «change», og «target»: {"block": 14}, {"chapter": 3, "point": 2},',
  '{"chapter": 3, "paragraph": 1} eller {"chapter": 3}.',
  'change: replacement, insertion («text»), deletion, move («destination»), split («texts»), join («with»), editorial («text»),',
  '  chapter («text»: ny tekst for hele kapitlet, overskriften først), programme («outcome»: reject, postpone, referBack).',
  'I «text» skiller en tom linje avsnitt; «# » gjør en overskrift, «- » et punkt. En deletion av {"chapter": 3} stryker hele kapitlet.',
  'Valgfritt: «proposer» {"name", "body", "member"}, «coProposers» og «supporters» [{"name", "member"}], «rationale»,',
  '  «to» (endring i et annet forslag, stedet som det lyder der) og «alternativeTo», begge med et forslags id.',
  '--from leser sporede endringer i et Word-dokument som kom tilbake: hvert sted blir et forslag fra den som endret det,',
  '  og det samme navnets kommentarer på stedet blir begrunnelsen.',
  'En .amendment-fil er ett forslag som er skrevet uten nett. Samme fil to ganger er ett forslag.',
];

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
function withPerson(programme: OpenProgramme, name: string): { programme: OpenProgramme; person: PersonId } {
  const known = Object.entries(programme.file.people).find(([, person]) => person.name === name);
  if (name !== '' && known) return { programme, person: personId(known[0]) };
  const person = personId(randomIds.next());
  if (name === '') return { programme, person };
  const people = { ...programme.file.people, [person]: { name } };
  return { programme: { ...programme, file: { ...programme.file, people } }, person };
}

interface Named {
  readonly name: string;
  readonly member?: boolean | undefined;
}

/** People with their ids, and the programme whose directory has them. */
function withPeople(
  programme: OpenProgramme,
  people: readonly Named[],
): { programme: OpenProgramme; signatories: readonly Signatory[] } {
  let current = programme;
  const signatories = people.map(({ name, member = true }) => {
    const named = withPerson(current, name.trim());
    current = named.programme;
    return { person: named.person, member };
  });
  return { programme: current, signatories };
}

interface Filed {
  readonly programme: OpenProgramme;
  readonly receipt: string;
}

/** The text that a proposal is about, and the revision it is filed against: the newest, or what it amends as that was filed. */
function groundFor(proposed: ProposedAmendment, programme: OpenProgramme): Result<Ground, string> {
  const { newest, state } = programme;
  if (!newest) return fail('ingen versjon å fremme forslag mot.');
  if (proposed.to === undefined) return ok({ base: newest, text: newest });
  const parent = state.amendments.get(amendmentId(proposed.to));
  const base = parent ? revisionNamed(programme, parent.base) : null;
  if (!parent || !base) return fail(`finner ikke forslaget «${proposed.to}» som det endrer. Rett «to».`);
  return ok({ base, text: amendedText(base, parent.changes), parent: parent.id });
}

interface Ground {
  readonly base: Revision;
  readonly text: Revision;
  readonly parent?: AmendmentId;
}

type Submission = Extract<RegisterCommand, { type: 'submit' }>;

function perform(programme: OpenProgramme, command: RegisterCommand, id: string): Result<Filed, Problem> {
  const outcome = performCommand(programme.file, command, context);
  if (!outcome.ok) return refuse(`${programme.path}: forslag «${id}»: ${sentence(outcome.failure)}`);
  const [receipt] = outcome.value.receipts;
  return ok({
    programme: after(programme, outcome.value),
    receipt: receipt ? describeReceipt(receipt, 'nb', describeTimestamp(receipt.at, 'nb')) : '',
  });
}

function file(proposed: ProposedAmendment, programme: OpenProgramme): Result<Filed, Problem> {
  const ground = groundFor(proposed, programme);
  if (!ground.ok) return refuse(`${programme.path}: forslag «${proposed.id}»: ${ground.failure}`);
  const { base, text, parent } = ground.value;
  const changes = changesFor(proposed, text, randomIds);
  if (!changes.ok) return refuse(`${programme.path}: forslag «${proposed.id}» kan ikke plasseres: ${changes.failure}`);
  const named = withPerson(programme, proposed.proposer?.name?.trim() ?? '');
  const { programme: known, signatories: coProposers } = withPeople(named.programme, proposed.coProposers ?? []);
  const { programme: ready, signatories: supporters } = withPeople(known, proposed.supporters ?? []);
  const amendment = amendmentId(proposed.id);
  const submission: Submission = {
    type: 'submit',
    amendment,
    base: base.id,
    changes: changes.value,
    proposer: named.person,
    proposerIsMember: proposed.proposer?.member ?? true,
    coProposers,
    body: proposed.proposer?.body?.trim() || null,
    rationale: proposed.rationale ?? '',
    ...(parent === undefined ? {} : { parent }),
    ...(proposed.alternativeTo === undefined ? {} : { alternativeTo: amendmentId(proposed.alternativeTo) }),
  };
  const filed = perform(ready, submission, proposed.id);
  return supporters.reduce<Result<Filed, Problem>>((so, supporter) => {
    if (!so.ok) return so;
    const supported = perform(so.value.programme, { type: 'support', amendment, supporter }, proposed.id);
    return supported.ok ? ok({ ...so.value, programme: supported.value.programme }) : supported;
  }, filed);
}

/** Files the amendment of an `.amendment` file, once, however often the file comes. */
function receive(bytes: Uint8Array, path: string, programme: OpenProgramme): Result<Filed, Problem> {
  const name = basename(path);
  const read = readAmendmentFile(bytes, name);
  if (!read.ok) return unreadable(path, sentence(read.failure));
  const received = findReceived(read.value, name, programme.file.programme, programme.file.entries);
  if (!received.ok) return refuse(sentence(received.failure));
  if (received.value !== null)
    return ok({ programme, receipt: `Forslaget er alt mottatt, som forslag ${received.value}.` });
  let current = programme;
  const submission = submissionOf(read.value, (wanted) => {
    const named = withPerson(current, wanted);
    current = named.programme;
    return named.person;
  });
  return perform(current, submission, read.value.amendment);
}

interface FiledAll {
  readonly programme: OpenProgramme;
  readonly receipts: readonly string[];
  /** What the reader should know of the document. */
  readonly remarks: readonly string[];
}

/** Files the recorded changes of a Word document that came back, each place an amendment of whoever made it. */
function fileReturned(bytes: Uint8Array, path: string, programme: OpenProgramme): Result<FiledAll, Problem> {
  const { newest } = programme;
  if (!newest) return refuse(`${programme.path}: ingen versjon å fremme forslag mot.`);
  const returned = readReturned({ name: basename(path), bytes }, newest, randomIds);
  if (!returned.ok) return refuse(sentence(returned.failure));
  const { proposals, unrecorded } = returned.value;
  let current = programme;
  const receipts: string[] = [];
  for (const { author, changes, rationale } of proposals) {
    const named = withPerson(current, author);
    const amendment = amendmentId(randomIds.next());
    const submission: Submission = {
      ...{ type: 'submit', amendment, base: newest.id, changes, proposer: named.person },
      ...{ proposerIsMember: true, coProposers: [], body: null, rationale },
    };
    const filed = perform(named.programme, submission, author);
    if (!filed.ok) return filed;
    current = filed.value.programme;
    receipts.push(`${filed.value.receipt}\n`);
  }
  const remark = `${path}: ${unrecorded} steder er endret uten sporing og er ikke blitt forslag. Se over dem.`;
  return ok({ programme: current, receipts, remarks: unrecorded === 0 ? [] : [remark] });
}

export const command: Command = {
  usage,
  details,
  async run(args) {
    const given = readArguments(args, {
      usage,
      positionals: 1,
      options: { add: 'value', from: 'value', out: 'value' },
    });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const add = given.value.values.get('add');
    const from = given.value.values.get('from');
    if (add === undefined && from === undefined) return misused(usage, 'Mangler --add eller --from.');
    if (add !== undefined && from !== undefined) return misused(usage, 'Velg --add eller --from, ikke begge.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const out = given.value.values.get('out');
    if (add === undefined) {
      const bytes = await readInput(from ?? '');
      if (!bytes.ok) return bytes;
      const frozen = withFrozenText(opened.value);
      if (!frozen.ok) return frozen;
      const filed = fileReturned(bytes.value, from ?? '', frozen.value);
      if (!filed.ok) return filed;
      const { programme, receipts, remarks } = filed.value;
      return ok({ stdout: receipts.join('\n'), files: [fileFor(programme, out)], remarks });
    }
    if (add.toLowerCase().endsWith('.amendment')) {
      const bytes = await readInput(add);
      if (!bytes.ok) return bytes;
      const filed = receive(bytes.value, add, opened.value);
      if (!filed.ok) return filed;
      return ok({ stdout: `${filed.value.receipt}\n`, files: [fileFor(filed.value.programme, out)] });
    }
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
    return ok({ stdout: receipts.join('\n'), files: [fileFor(programme, out)] });
  },
};
