import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { invariant } from '#shared/core/invariant';
import { ok } from '#shared/core/result';
import type { SpellingHost } from '#shared/ipc/platform';
import { draftReader, insertBlock, replaceText } from '#shared/schema/draft';
import { loadSpeller } from '#server/spelling';
import { SpellingChecker } from '../../../renderer/features/spelling/checker';

const dictionary = loadSpeller('nb');

/** A draft of these points, and a checker over it that asks the real dictionary. `asked` grows with every word that is asked about. */
async function checkedDraft(texts: readonly string[]) {
  const loaded = await dictionary;
  invariant(loaded.ok, 'the dictionary is installed');
  const asked: string[] = [];
  const host: SpellingHost = {
    unknown: (_language, words) => {
      asked.push(...words);
      return Promise.resolve(ok(loaded.value.unknown(words)));
    },
    suggest: (_language, word) => Promise.resolve(ok(loaded.value.suggestions(word))),
  };
  const doc = new Y.Doc();
  let number = 0;
  const ids = { next: () => `b${number++}` };
  const points = texts.reduce<ReturnType<typeof insertBlock>[]>(
    (made, text) => [...made, insertBlock(doc, made.at(-1) ?? null, { kind: 'point', text }, ids)],
    [],
  );
  const checker = new SpellingChecker({ reader: draftReader(doc), host, language: 'nb', own: new Set() });
  onTestFinished(() => checker.dispose());
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        if (!checker.isSettled) return false;
        resolve();
        return true;
      };
      if (look()) return;
      const stop = checker.subscribe(() => {
        if (look()) stop();
      });
    });
  await settled();
  const wrong = () => checker.misspelled().map(({ word }) => word.word);
  return { doc, points, checker, asked, settled, wrong };
}

describe('the spelling check of a draft', () => {
  it('finds what no dictionary knows, and asks about a word once', async () => {
    const { doc, points, asked, settled, wrong } = await checkedDraft([
      'Alle skal få helsetjeneser.',
      'Alle skal få arbed.',
    ]);
    expect(wrong()).toEqual(['helsetjeneser', 'arbed']);
    expect(asked).toHaveLength(new Set(asked).size);
    const before = asked.length;
    invariant(points[1], 'there are two');
    replaceText(doc, points[1], { start: 0, end: 4 }, 'Alle');
    replaceText(doc, points[1], { start: 13, end: 18 }, 'arbeid');
    expect(wrong()).toEqual(['helsetjeneser']); // at once: the word that was wrong is not there any more
    await settled();
    expect(wrong()).toEqual(['helsetjeneser']);
    expect(asked.slice(before)).toEqual(['arbeid']);
  });

  it('SP6 a marked word stays marked where it stands while one writes before it', async () => {
    const { doc, points, checker } = await checkedDraft(['Vi vil ha helsetjeneser.']);
    const [point] = points;
    invariant(point, 'there is one');
    replaceText(doc, point, { start: 2, end: 2 }, ' alle');
    const [word] = checker.misspelledIn(point);
    expect(word?.rangeInText).toEqual({ start: 15, end: 28 });
  });

  it('SP5 a word that is learnt is right everywhere from then on; one that is passed over too', async () => {
    const { doc, points, checker, settled, wrong } = await checkedDraft([
      'Havnefogdforum og losforumet.',
      'Losforumet og havnefogdforum.',
    ]);
    expect(new Set(wrong().map((word) => word.toLowerCase()))).toEqual(new Set(['havnefogdforum', 'losforumet']));
    expect([...checker.learn('losforumet')]).toEqual(['losforumet']);
    expect(wrong().map((word) => word.toLowerCase())).toEqual(['havnefogdforum', 'havnefogdforum']);
    checker.passOver('havnefogdforum');
    checker.passOver('Havnefogdforum');
    expect(wrong()).toEqual([]);
    invariant(points[1], 'there are two');
    replaceText(doc, points[1], { start: 0, end: 0 }, 'losforumet ');
    await settled();
    expect(wrong()).toEqual([]);
  });

  it('keeps up with a long draft, in helpings', async () => {
    const { wrong } = await checkedDraft(Array.from({ length: 400 }, (_, index) => `Punkt ${index} om arbed og hage.`));
    expect(wrong()).toHaveLength(400);
  });
});
