import WebSocket from 'ws';
import { blockId } from '#shared/core/ids';
import { countingIds, type Clock, type IdSource } from '#shared/core/sources';
import { AUTOMATIC, type Block } from '#shared/domain/block';
import { asImported, type ImportedDocument } from '#shared/import';
import { memoryPlatform, type MemoryPlatform } from '../../support/memoryPlatform';
import {
  openSession,
  type ProgrammeSession,
  type SessionSource,
  type SessionSurroundings,
} from '../../../renderer/session';
import { programFilesHere } from '../../../renderer/session/programFiles';

/** A browser's socket says nothing when it is closed before it was open; `ws` then throws where nobody listens any more. */
class BrowserLikeWebSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

export const surroundings: SessionSurroundings = {
  connection: { webSocket: BrowserLikeWebSocket, retryMs: { least: 20, most: 100 } },
  openLocalCopy: () => ({ destroy: () => Promise.resolve() }),
  atRest: () => Promise.resolve(),
  nextTurn: () => Promise.resolve(),
  files: programFilesHere,
};

let seconds = 0;
const clock: Clock = { now: () => new Date(Date.UTC(2027, 0, 1) + 1000 * seconds++).toISOString() };
let windows = 0;
const idsOfNextWindow = (): IdSource => countingIds(`w${String(windows++)}-`);

const block = (id: string, kind: Block['kind'], text: string): Block => ({
  id: blockId(id),
  kind,
  level: kind === 'heading' ? 1 : null,
  marker: kind === 'point' || kind === 'heading' ? AUTOMATIC : null,
  text,
  origins: [],
  footnoteRefs: [],
});

/** Title, one chapter, a lead-in and three points. */
export const smallDocument: ImportedDocument = asImported(
  {
    title: 'Plan for hagelaget',
    period: { from: '2025', to: '2027' },
    language: 'nb',
    blocks: [
      block('t', 'title', 'Plan for hagelaget'),
      block('k1', 'heading', 'Jord og vann'),
      block('i1', 'leadIn', 'Hagelaget vil arbeide for:'),
      block('p1', 'point', 'At alle får kompost.'),
      block('p2', 'point', 'At vannet samles opp.'),
      block('p3', 'point', 'At redskap deles.'),
    ],
  },
  [],
);

export async function open(
  source: SessionSource,
  platform: MemoryPlatform = memoryPlatform(),
  around: SessionSurroundings = surroundings,
): Promise<ProgrammeSession> {
  const opened = await openSession(source, platform, { clock, ids: idsOfNextWindow() }, around);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value;
}

export const textsOf = (session: ProgrammeSession): readonly string[] =>
  session.getSnapshot().blocks.map(({ text }) => text);
