import { describe, expect, it } from 'vitest';
import {
  isProgrammeId,
  mayAddPeople,
  mayPerform,
  mayWriteDraft,
  parseCommand,
  parseRoom,
  roles,
  roomName,
} from '#shared/sync';
import { programmeId } from '#shared/core/ids';

const commands = [
  'freeze',
  'submit',
  'withdraw',
  'recommend',
  'publishRecommendations',
  'reorder',
  'setVoteRule',
  'askSeparateVote',
  'joinEnBloc',
  'openVote',
  'decide',
  'correctText',
  'acceptUnfinished',
  'takeBackDecisions',
  'revise',
  'setPhase',
] as const;

describe('rights', () => {
  it('SY2 and SY4 every role may do this and nothing else', () => {
    const table = Object.fromEntries(
      roles.map((role) => [
        role,
        {
          draft: mayWriteDraft(role),
          names: mayAddPeople(role),
          commands: commands.filter((one) => mayPerform(role, one)),
        },
      ]),
    );
    expect(table).toEqual({
      secretariat: { draft: true, names: true, commands },
      editor: { draft: true, names: true, commands: ['submit', 'withdraw', 'askSeparateVote'] },
      delegate: { draft: false, names: true, commands: ['submit', 'withdraw', 'askSeparateVote'] },
      reader: { draft: false, names: false, commands: [] },
    });
  });

  it('a room’s name says which document of which programme, and nothing else is one', () => {
    const programme = programmeId('a-b_1');
    expect(parseRoom(roomName('register', programme))).toEqual({ document: 'register', programme });
    for (const name of [
      '',
      'register',
      'register/',
      'register/a/b',
      'Register/a',
      'register/a b',
      'register/../x',
      '__proto__/a',
      `register/${'a'.repeat(65)}`,
    ])
      expect(parseRoom(name)).toBeNull();
    expect(isProgrammeId('00000000-0000-4000-8000-000000000000')).toBe(true);
  });
});

describe('commands from outside', () => {
  it('reads each that is exactly one', () => {
    const given = [
      { type: 'withdraw', amendment: 'a1' },
      { type: 'setPhase', phase: 'voting' },
      {
        type: 'decide',
        decisions: [{ amendment: 'a1', result: 'adopted', tally: { for: 3, against: 1, abstained: 0 } }],
      },
      { type: 'recommend', amendment: 'a1', recommendation: { kind: 'adopt', text: null, reason: '' } },
      { type: 'reorder', amendments: ['a2', 'a1'], reason: 'Etter tema.' },
      {
        type: 'publishRecommendations',
        recommendations: [
          {
            amendment: 'a1',
            recommendation: {
              kind: 'adoptWithChanges',
              text: 'x',
              reason: '',
              changes: [{ kind: 'replacement', block: 'b1', text: 'x' }],
            },
          },
          { amendment: 'a2', recommendation: { kind: 'coveredBy', text: null, reason: '', by: 'a1' } },
        ],
      },
      {
        type: 'setVoteRule',
        rule: {
          majority: { kind: 'fraction', numerator: 3, denominator: 4 },
          of: 'present',
          abstentions: 'counted',
          tie: 'chair',
          quorum: 79,
        },
      },
      { type: 'askSeparateVote', amendment: 'a1' },
      { type: 'joinEnBloc', amendment: 'a1' },
      { type: 'openVote', amendments: ['a1'], rule: null },
      {
        type: 'decide',
        decisions: [
          { amendment: 'a1', result: 'adopted', tally: null, wording: 'recommended', enBloc: true, despite: true },
        ],
        votes: [
          {
            amendments: ['a1'],
            rule: null,
            count: { for: 3, against: 1, abstained: 0, present: 5, chairVote: null },
          },
        ],
        keepOpen: ['a2'],
      },
      {
        type: 'correctText',
        corrections: [{ block: 'b1', text: 'x', kind: 'typing', note: '', place: 'here' }],
        settles: ['u1'],
      },
      { type: 'acceptUnfinished', item: 'u1', note: '' },
      { type: 'takeBackDecisions', reason: 'Feil tall.' },
      {
        type: 'submit',
        amendment: 'a1',
        base: 'f'.repeat(64),
        proposer: 'p1',
        body: null,
        rationale: '',
        changes: [
          { kind: 'replacement', block: 'b1', text: 'x' },
          { kind: 'insertion', after: null, blocks: [{ kind: 'point', level: null, marker: null, text: 'y' }] },
          { kind: 'deletion', block: 'b1' },
          { kind: 'move', block: 'b1', after: 'b2' },
          { kind: 'split', block: 'b1', texts: ['a', 'b'] },
          { kind: 'join', block: 'b1', with: 'b2' },
          { kind: 'editorial', block: null, instruction: 'Rett komma.' },
        ],
      },
    ];
    for (const command of given) expect(parseCommand(command)).toEqual(command);
  });

  it.each([
    null,
    'withdraw',
    [],
    {},
    { type: 'erase' },
    { type: 'withdraw' },
    { type: 'withdraw', amendment: 7 },
    { type: 'withdraw', amendment: '' },
    { type: 'withdraw', amendment: 'a'.repeat(129) },
    { type: 'withdraw', amendment: 'a1', actor: 'p9' },
    { type: 'setPhase', phase: 'done' },
    {
      type: 'decide',
      decisions: [{ amendment: 'a1', result: 'adopted', tally: { for: -1, against: 0, abstained: 0 } }],
    },
    {
      type: 'decide',
      decisions: [{ amendment: 'a1', result: 'adopted', tally: { for: 0.5, against: 0, abstained: 0 } }],
    },
  ])('SY14 refuses %j', (raw) => {
    expect(parseCommand(raw)).toBeNull();
  });
});
