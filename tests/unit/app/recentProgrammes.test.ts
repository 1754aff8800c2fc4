import { describe, expect, it } from 'vitest';
import { programmeId } from '#shared/core/ids';
import { foremost, recentProgrammes, rememberProgramme } from '../../../renderer/app/recentProgrammes';
import type { ProgrammeSession } from '../../../renderer/session';
import { open, smallDocument } from '../../integration/session/support';
import { memoryPlatform, type MemoryPlatform } from '../../support/memoryPlatform';

const work = async (platform: MemoryPlatform): Promise<ProgrammeSession> => {
  const session = await open({ kind: 'import', document: smallDocument }, platform);
  await rememberProgramme(platform, session);
  return session;
};

describe('the programmes that one goes on with', () => {
  it('SY33 stand with the newest first, each once, six of them at once and none left out', async () => {
    const platform = memoryPlatform();
    const sessions: ProgrammeSession[] = [];
    for (let count = 0; count < 8; count++) sessions.push(await work(platform));
    const [, second] = (await recentProgrammes(platform)).map(({ programme }) => programme);
    for (const session of sessions) if (session.programme === second) await rememberProgramme(platform, session);
    const listed = await recentProgrammes(platform);
    expect(listed.map(({ programme }) => programme)).toHaveLength(8);
    expect(foremost(listed)).toEqual(listed.slice(0, 6));
    expect(listed[0]).toMatchObject({ programme: second, title: 'Plan for hagelaget', setAside: false });
    expect(new Set(listed.map(({ programme }) => programme)).size).toBe(8);
    await Promise.all(sessions.map((session) => session.dispose()));
  });

  it('SY22 what is set aside while one works is among them, marked, and stays however many come after', async () => {
    const platform = memoryPlatform();
    const session = await open({ kind: 'import', document: smallDocument }, platform);
    let aside: ReturnType<ProgrammeSession['setAside']> = null;
    await rememberProgramme(platform, { ...session, setAside: () => aside });
    expect((await recentProgrammes(platform)).some(({ setAside }) => setAside)).toBe(false);
    aside = programmeId('satt-til-side');
    session.nameMyself('Kari Prøve');
    await new Promise((resolve) => setImmediate(resolve));
    await session.dispose();
    for (let count = 0; count < 7; count++) await (await work(platform)).dispose();
    const listed = await recentProgrammes(platform);
    expect(listed.filter(({ setAside }) => setAside)).toMatchObject([
      { programme: 'satt-til-side', title: 'Plan for hagelaget' },
    ]);
    expect(listed).toHaveLength(9);
    expect(foremost(listed)).toHaveLength(7);
  });

  it('a list that is damaged, or from before anything was set aside, is read for what it holds', async () => {
    const platform = memoryPlatform();
    platform.settings.set('recentProgrammes', '{');
    expect(await recentProgrammes(platform)).toEqual([]);
    platform.settings.set('recentProgrammes', JSON.stringify([1, { programme: 'p', title: 't', at: 'a' }]));
    expect(await recentProgrammes(platform)).toEqual([{ programme: 'p', title: 't', at: 'a', setAside: false }]);
  });
});
