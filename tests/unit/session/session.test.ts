import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { amendmentId, blockId, programmeId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { defaultLineSettings } from '#shared/domain/lines';
import type { JournalEntry } from '#shared/ipc/platform';
import { holdTyped, insertText, moveBlocks, readDraft } from '#shared/schema/draft';
import { readProgramFile } from '#shared/schema/programFile';
import { openSession, type ProgrammeSession, type SessionSurroundings } from '../../../renderer/session';
import { open, smallDocument, surroundings, textsOf } from '../../integration/session/support';
import { memoryPlatform } from '../../support/memoryPlatform';

const p1 = blockId('p1');
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a session alone', () => {
  it('an import gives the text as baseline and draft, each block from itself', async () => {
    const session = await open({ kind: 'import', document: smallDocument });
    const { title, period, baseline, blocks, me, connection } = session.getSnapshot();
    expect({ title, period, connection, role: me.role }).toEqual({
      title: 'Plan for hagelaget',
      period: { from: '2025', to: '2027' },
      connection: 'alone',
      role: 'secretariat',
    });
    expect(baseline?.name).toBe('2025–2027');
    expect(blocks.map(({ text }) => text)).toEqual(baseline?.blocks.map(({ text }) => text));
    expect(blocks.every(({ id, origins }) => origins.length === 1 && origins[0] === id)).toBe(true);
    await session.dispose();
  });

  it('SY19 a block that did not change is the same object in the next snapshot', async () => {
    const session = await open({ kind: 'import', document: smallDocument });
    await turn();
    const before = session.getSnapshot();
    let told = 0;
    session.subscribe(() => told++);
    insertText(session.draft, p1, 0, 'x');
    insertText(session.draft, p1, 0, 'y');
    expect(session.getSnapshot()).toBe(before);
    await turn();
    const after = session.getSnapshot();
    expect(told).toBeGreaterThan(0);
    expect(after).not.toBe(before);
    for (const [index, block] of after.blocks.entries()) {
      if (block.id === p1) expect(block.text).toBe('yxAt alle får kompost.');
      else expect(block).toBe(before.blocks[index]);
    }
    expect(after.revisions).toBe(before.revisions);
    expect(after.register).toBe(before.register);
    expect(after.period).toBe(before.period);
    await session.dispose();
  });

  it('SY16 says «lagret» only when the journal has acknowledged', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    await turn();
    let release: () => void = () => undefined;
    platform.hold = new Promise((resolve) => {
      release = resolve;
    });
    insertText(session.draft, p1, 0, 'Ny. ');
    await turn();
    expect(session.saving.get()).toBe('saving');
    platform.hold = null;
    release();
    await turn();
    expect(session.saving.get()).toBe('saved');
    await session.dispose();
  });

  it('SY16 Y24 what is typed and not in the draft yet is not saved; the file and the end of the session have it', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    await turn();
    const told: string[] = [];
    session.saving.subscribe(() => told.push(session.saving.get()));
    holdTyped(session.draft, () => insertText(session.draft, p1, 0, 'En. '));
    expect(session.saving.get()).toBe('saving');
    const copy = await open({ kind: 'file', bytes: await session.toProgramFile() }, memoryPlatform());
    expect(textsOf(copy)).toContain('En. At alle får kompost.');
    await copy.dispose();
    await turn();
    expect(session.saving.get()).toBe('saved');
    expect([told[0], told.at(-1)]).toEqual(['saving', 'saved']);
    holdTyped(session.draft, () => insertText(session.draft, p1, 0, 'To. '));
    await session.dispose();
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(textsOf(again)).toContain('To. En. At alle får kompost.');
    await again.dispose();
  });

  it('SY16 a disk that refuses is told, and what was written is kept for the next try', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    await turn();
    platform.broken = true;
    insertText(session.draft, p1, 0, 'En. ');
    await turn();
    expect(session.saving.get()).toBe('failed');
    platform.broken = false;
    insertText(session.draft, p1, 0, 'To. ');
    await turn();
    expect(session.saving.get()).toBe('saved');
    await session.dispose();
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(textsOf(again)).toContain('To. En. At alle får kompost.');
    await again.dispose();
  });

  it('SY17 a killed window has everything back: the text, its order, the register, the names', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    session.nameMyself('Kari Prøve');
    insertText(session.draft, p1, 0, 'Nå: ');
    moveBlocks(session.draft, [blockId('p3')], blockId('i1'));
    expect((await session.freezeDraft('Høringsutkast', defaultLineSettings)).ok).toBe(true);
    await turn();
    // Killed: neither saved nor disposed of.
    const kept = session.getSnapshot();
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(again.getSnapshot().blocks).toEqual(kept.blocks);
    expect(again.getSnapshot().entries).toEqual(kept.entries);
    expect(again.getSnapshot().people).toEqual(kept.people);
    expect(again.getSnapshot().me.name).toBe('Kari Prøve');
    expect(again.getSnapshot().baseline?.id).toBe(kept.baseline?.id);
    await session.dispose();
    await again.dispose();
  });

  it('SY17 a file and a journal merge, whichever is newer', async () => {
    const platform = memoryPlatform();
    const first = await open({ kind: 'import', document: smallDocument }, platform);
    const file = await first.toProgramFile();
    insertText(first.draft, p1, 0, 'Senere. ');
    await first.dispose();
    const elsewhere = await open({ kind: 'file', bytes: file });
    insertText(elsewhere.draft, blockId('p2'), 0, 'Annetsteds. ');
    const mailed = await elsewhere.toProgramFile();
    await elsewhere.dispose();
    const merged = await open({ kind: 'file', bytes: mailed }, platform);
    expect(textsOf(merged)).toContain('Senere. At alle får kompost.');
    expect(textsOf(merged)).toContain('Annetsteds. At vannet samles opp.');
    await merged.dispose();
  });

  it('SY16 what was opened is not «lagret» until it is written down, which a key does not wait for and nothing comes before', async () => {
    const platform = memoryPlatform();
    const never = { ...surroundings, atRest: () => new Promise(() => undefined) };
    const session = await open({ kind: 'import', document: smallDocument }, platform, never);
    await turn();
    expect(session.saving.get()).toBe('saving');
    expect(platform.journal.has(session.programme)).toBe(false);
    insertText(session.draft, p1, 0, 'Straks. ');
    await turn();
    expect(session.saving.get()).toBe('saved');
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(textsOf(again)).toContain('Straks. At alle får kompost.');
    await session.dispose();
    await again.dispose();
  });

  it('SY16 what was opened is written down by whoever closes it at once', async () => {
    const platform = memoryPlatform();
    const never = { ...surroundings, atRest: () => new Promise(() => undefined) };
    const session = await open({ kind: 'import', document: smallDocument }, platform, never);
    await session.dispose();
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(textsOf(again)).toContain('At alle får kompost.');
    await again.dispose();
  });

  it('SY16 what the journal has already is not written again, until it has grown long or the file brings more', async () => {
    const machine = memoryPlatform();
    const first = await open({ kind: 'import', document: smallDocument }, machine);
    const { programme } = first;
    await turn();
    insertText(first.draft, p1, 0, 'Med i fila. ');
    const file = await first.toProgramFile();
    await first.dispose();
    const openedAgain = async (bytes: Uint8Array): Promise<readonly JournalEntry[] | undefined> => {
      const session = await open({ kind: 'file', bytes }, machine);
      await session.dispose();
      return machine.journal.get(programme);
    };
    const kept = machine.journal.get(programme);
    expect(kept).toHaveLength(5); // the three documents, what was written, and its moment of the history
    expect(await openedAgain(file)).toBe(kept);

    const elsewhere = await open({ kind: 'file', bytes: file });
    insertText(elsewhere.draft, p1, 0, 'Fra en annen maskin. ');
    const longer = await elsewhere.toProgramFile();
    await elsewhere.dispose();
    expect(await openedAgain(longer)).toHaveLength(3);

    const [one] = machine.journal.get(programme) ?? [];
    machine.journal.set(
      programme,
      Array.from({ length: 101 }, () => one).filter((entry) => entry !== undefined),
    );
    expect(await openedAgain(longer)).toHaveLength(3);
    const again = await open({ kind: 'journal', programme }, machine);
    expect(textsOf(again)).toContain('Fra en annen maskin. Med i fila. At alle får kompost.');
    await again.dispose();
  });

  it("SY17 what only the browser's copy has comes in when the page stands, and into the journal", async () => {
    const platform = memoryPlatform();
    const first = await open({ kind: 'import', document: smallDocument }, platform);
    const file = await first.toProgramFile();
    insertText(first.draft, p1, 0, 'Bare i kopien. ');
    const kept = Y.encodeStateAsUpdate(first.draft);
    await first.dispose();
    const machine = memoryPlatform();
    let stands: (at: unknown) => void = () => undefined;
    const withCopy: SessionSurroundings = {
      ...surroundings,
      atRest: () =>
        new Promise((resolve) => {
          stands = resolve;
        }),
      openLocalCopy: (name, doc) => {
        if (name.startsWith('programme/')) Y.applyUpdate(doc, kept);
        return { destroy: () => Promise.resolve() };
      },
    };
    const session = await open({ kind: 'file', bytes: file }, machine, withCopy);
    expect(textsOf(session)).toContain('At alle får kompost.');
    stands(null);
    await turn();
    expect(textsOf(session)).toContain('Bare i kopien. At alle får kompost.');
    const again = await open({ kind: 'journal', programme: session.programme }, machine);
    expect(textsOf(again)).toContain('Bare i kopien. At alle får kompost.');
    await session.dispose();
    await again.dispose();
  });

  it('freezes, takes an amendment and decides, as its own authority', async () => {
    const session = await open({ kind: 'import', document: smallDocument });
    const frozen = await session.freezeDraft('Innstilling', defaultLineSettings);
    if (!frozen.ok) throw new Error(frozen.failure.code);
    const proposer = session.addPerson('Ola Test');
    expect(session.addPerson(' Ola Test ')).toBe(proposer);
    const submitted = await session.perform({
      type: 'submit',
      amendment: amendmentId('a1'),
      base: frozen.value.id,
      changes: [{ kind: 'replacement', block: p1, text: 'At alle får god kompost.' }],
      proposer,
      body: null,
      rationale: 'Bedre jord.',
    });
    expect(submitted.ok && submitted.value.entries.map(({ seq }) => seq)).toEqual([2]);
    expect(session.getSnapshot().register.amendments.get(amendmentId('a1'))?.number).toBe('1');
    expect(session.getSnapshot().people[proposer]).toEqual({ name: 'Ola Test' });
    const refused = await session.perform({ type: 'withdraw', amendment: amendmentId('a9') });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'amendment-unknown' } });
    const file = readProgramFile(await session.toProgramFile());
    expect(file.ok && file.value.entries.length).toBe(2);
    await session.dispose();
  });

  describe('PF9 after a decision', () => {
    const decideOnP1 = async (prepare: (session: ProgrammeSession) => void = () => undefined) => {
      const session = await open({ kind: 'import', document: smallDocument });
      const frozen = await session.freezeDraft('Innstilling', defaultLineSettings);
      if (!frozen.ok) throw new Error(frozen.failure.code);
      const amendment = amendmentId('a1');
      await session.perform({
        type: 'submit',
        amendment,
        base: frozen.value.id,
        changes: [
          { kind: 'replacement', block: p1, text: 'At alle får god kompost.' },
          { kind: 'deletion', block: blockId('p2') },
        ],
        proposer: session.addPerson('Ola Test'),
        body: null,
        rationale: '',
      });
      prepare(session);
      const decided = await session.perform({
        type: 'decide',
        decisions: [{ amendment, result: 'adopted', tally: null }],
      });
      if (!decided.ok) throw new Error(decided.failure.code);
      return session;
    };

    it('the draft follows when nobody has written in it, and undo takes none of it back', async () => {
      const session = await decideOnP1();
      const { revisions, register } = session.getSnapshot();
      const newest = register.newest && revisions.get(register.newest);
      expect(textsOf(session)).toEqual(newest?.blocks.map(({ text }) => text));
      expect(textsOf(session)).toContain('At alle får god kompost.');
      expect(session.undo.canUndo()).toBe(false);
      await session.dispose();
    });

    it('what is written while the draft is about to follow is left as it is, and what is asked for meanwhile comes after', async () => {
      const session = await open({ kind: 'import', document: smallDocument });
      const frozen = await session.freezeDraft('Innstilling', defaultLineSettings);
      if (!frozen.ok) throw new Error(frozen.failure.code);
      const [first, second] = [amendmentId('a1'), amendmentId('a2')];
      for (const [amendment, block] of [
        [first, p1],
        [second, blockId('p2')],
      ] as const)
        await session.perform({
          type: 'submit',
          amendment,
          base: frozen.value.id,
          changes: [{ kind: 'replacement', block, text: `At ${block} er annerledes.` }],
          proposer: session.addPerson('Ola Test'),
          body: null,
          rationale: '',
        });
      const adopt = (amendment: typeof first) =>
        session.perform({ type: 'decide', decisions: [{ amendment, result: 'adopted', tally: null }] });
      const both = [adopt(first), adopt(second)];
      insertText(session.draft, blockId('p3'), 0, 'Nytt. ');
      expect((await Promise.all(both)).map(({ ok: isDone }) => isDone)).toEqual([true, true]);
      const { revisions, register } = session.getSnapshot();
      const newest = register.newest && revisions.get(register.newest);
      expect(newest?.blocks.map(({ text }) => text)).toEqual(
        expect.arrayContaining([`At ${p1} er annerledes.`, 'At p2 er annerledes.']),
      );
      expect(textsOf(session).some((text) => text.startsWith('Nytt. '))).toBe(true);
      expect(textsOf(session)).not.toContain(`At ${p1} er annerledes.`);
      await session.dispose();
    });

    it('what somebody has written is left to them', async () => {
      const session = await decideOnP1(({ draft }) => {
        insertText(draft, blockId('p3'), 0, 'Nytt. ');
      });
      expect(textsOf(session)).toContain('At alle får kompost.');
      expect(textsOf(session)).toContain('Nytt. At redskap deles.');
      expect(session.getSnapshot().revisions.size).toBe(3);
      await session.dispose();
    });
  });

  it('a file that was opened gives the same file again', async () => {
    const session = await open({ kind: 'import', document: smallDocument });
    await session.freezeDraft('Utsendt', defaultLineSettings);
    const file = await session.toProgramFile();
    const again = await open({ kind: 'file', bytes: file });
    expect(await again.toProgramFile()).toEqual(file);
    await session.dispose();
    await again.dispose();
  });

  it.each([
    ['a file that is none', { kind: 'file', bytes: new Uint8Array(100) }, 'program-unrecognised'],
    ['a journal without anything', { kind: 'journal', programme: programmeId('none') }, 'journal-empty'],
    ['a room that does not answer', { kind: 'room', url: 'http://127.0.0.1:9', invite: 'x' }, 'server-unreachable'],
  ] as const)('%s is a failure with a sentence, and leaves nothing running', async (_what, source, code) => {
    const sources = { clock: { now: () => '' }, ids: { next: () => 'id' } };
    expect(await openSession(source, memoryPlatform(), sources, surroundings)).toMatchObject({
      ok: false,
      failure: { code },
    });
  });

  it('a command that breaks down does not take with it those that wait for it', async () => {
    let isBroken = false;
    const now = () => {
      if (isBroken) throw new Error('no clock');
      return '2027-01-01T00:00:00.000Z';
    };
    const sources = { clock: { now }, ids: countingIds('b') };
    const opened = await openSession(
      { kind: 'import', document: smallDocument },
      memoryPlatform(),
      sources,
      surroundings,
    );
    if (!opened.ok) throw new Error(opened.failure.code);
    const session = opened.value;
    isBroken = true;
    const broken = session.perform({ type: 'setPhase', phase: 'hearing' });
    const waiting = session.perform({ type: 'setPhase', phase: 'recommended' });
    isBroken = false;
    await expect(broken).rejects.toThrow('no clock');
    expect(await waiting).toMatchObject({ ok: true });
    expect(session.getSnapshot().register.phase).toBe('recommended');
    await session.dispose();
  });

  it('SY21 after dispose nothing is written and nobody is told', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    insertText(session.draft, p1, 0, 'Sist. ');
    await session.dispose();
    await session.dispose();
    const again = await open({ kind: 'journal', programme: session.programme }, platform);
    expect(textsOf(again)).toContain('Sist. At alle får kompost.');
    await again.dispose();
    const kept = JSON.stringify([...platform.journal]);
    let told = 0;
    session.subscribe(() => told++);
    session.draft.getMap('meta').set('title', 'etterpå');
    await turn();
    expect(told).toBe(0);
    expect(JSON.stringify([...platform.journal])).toBe(kept);
    expect(readDraft(session.draft).length).toBe(6);
  });
});

describe('sources of a session', () => {
  it('RU9 are in the snapshot and in the programme file, and undo takes one back', async () => {
    const session = await open({ kind: 'import', document: smallDocument });
    const answer = { ...smallDocument, blocks: smallDocument.blocks.map(({ block }) => block) };
    const source = session.addSource(answer, 'svar.docx', 'text');
    await turn();
    expect(session.getSnapshot().sources).toEqual([source]);
    const file = readProgramFile(await session.toProgramFile());
    const again = file.ok ? await open({ kind: 'file', bytes: await session.toProgramFile() }) : null;
    expect(again?.getSnapshot().sources).toEqual([source]);
    session.undo.undo();
    await turn();
    expect(session.getSnapshot().sources).toEqual([]);
    session.addSource(answer, 'svar.docx', 'text');
    session.removeSource(source);
    await turn();
    expect(session.getSnapshot().sources).toEqual([]);
    await session.dispose();
    await again?.dispose();
  });
});
