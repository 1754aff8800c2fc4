import { describe, expect, test } from 'vitest';
import { paperOf, supported, views } from '#shared/export';
import { letters, saidInOrder, wordsIn } from '../../support/paperWords';
import { worstMeeting } from '../../unit/export/edge';
import { meeting } from '../../unit/export/meeting';

/** PDFs are read in tests/interop; of JSON, Akoma Ntoso and sheets everyLetter and sheets tell. */
const read = ['docx', 'odt', 'html', 'md'] as const;
const pairs = views.flatMap((view) =>
  read.filter((format) => supported(view).includes(format)).map((format) => ({ view, format })),
);

describe('E15 papers at the edge, in every format', () => {
  test.each(pairs)('E15 E41 $view as $format says all that the paper says, in order', ({ view, format }) => {
    for (const isDecided of [false, true]) {
      const input = worstMeeting(isDecided);
      const paper = paperOf(view, input, format);
      if (!paper.ok) throw new Error(paper.failure.code);
      const written = letters(wordsIn(view, format, input));
      // Markdown of a text is the text alone: it is read back as it was (rule E8).
      const isTextAlone = format === 'md' && (view === 'text' || view === 'decided');
      const blocks = paper.value.blocks.filter(({ type }) => !isTextAlone || type === 'programme');
      let from = 0;
      for (const { text, isStruck } of saidInOrder(blocks)) {
        const words = letters(text);
        // An OpenDocument keeps what is struck in a part of its own, before the text.
        const isElsewhere = format === 'odt' && isStruck;
        const found = written.indexOf(words, isElsewhere ? 0 : from);
        expect(found, text).toBeGreaterThanOrEqual(isElsewhere ? 0 : from);
        if (!isElsewhere) from = found + words.length;
      }
    }
  });

  test.each(['amendments', 'proposal', 'voting', 'voting-delegates', 'minutes'] as const)(
    'E41 %s names everybody, whatever the script of the name',
    (view) => {
      const input = worstMeeting(view === 'minutes');
      for (const format of read) {
        const written = letters(wordsIn(view, format, input));
        for (const { proposer, body, decision } of input.amendments) {
          if (view === 'minutes' && decision === null) continue;
          expect(written, format).toContain(letters(input.people[proposer]?.name ?? ''));
          if (body !== null) expect(written, format).toContain(letters(body));
        }
      }
    },
  );

  test.each(['json', 'akn', 'csv'] as const)(
    'E41 %s has every block, and every change and who proposed it',
    (format) => {
      const input = worstMeeting(false);
      for (const view of views.filter((one) => one !== 'minutes' && supported(one).includes(format))) {
        const written = letters(wordsIn(view, format, input));
        const isText = view === 'text' || view === 'decided';
        for (const { text } of isText ? input.newest.blocks : []) expect(written).toContain(letters(text));
        for (const { body, changes } of isText ? [] : input.amendments) {
          expect(written).toContain(letters(body ?? ''));
          if (view === 'voting') continue;
          for (const change of changes) if ('text' in change) expect(written).toContain(letters(change.text));
        }
      }
    },
  );

  test.each(pairs)('E15 $view as $format without amendments, of a period that is not known', ({ view, format }) => {
    const { newest } = meeting();
    const input = { ...meeting(), newest: { ...newest, period: null }, amendments: [] };
    const written = wordsIn(view, format, input);
    expect(written.length).toBeGreaterThan(100);
    expect(written).not.toMatch(/\b(?:null|undefined|NaN)\b|\[periode\]/);
  });
});
