import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { exportPaper } from '#shared/export';
import { readReturned, type ReturnedText } from '#shared/returned';
import {
  added,
  addPointAfter,
  inTurn,
  joinWithNext,
  moveAfter,
  rewriteParagraph,
  splitBefore,
  strikeParagraph,
  struck,
  within,
  withEditedBody,
  type BodyEdit,
} from '../../support/recordedChanges';
import { meeting } from '../export/meeting';
import { revisionOf, revisionWith } from '../export/programmes';

const revision = revisionOf([
  '= Program for havna',
  '# Havna',
  'Havna er viktig for alle som bor ved kysten og for dem som seiler forbi.',
  ': Forbundet vil arbeide for:',
  '1. At havna skal være åpen hele døgnet.',
  '1. At losen får betalt for ventetiden.',
  '1. At båtene pusses hvert år før sesongen.',
  '1. At kaia får lys som alle kan se.',
]);

const sent = (): Uint8Array => {
  const output = exportPaper('text', 'docx', { ...meeting(), newest: revision });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
};

/** The file that was sent, with `edit` done to its body, as a word processor would. */
const returned = (edit: BodyEdit, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  withEditedBody(sent(), edit, more);

const read = (bytes: Uint8Array): ReturnedText => {
  const result = readReturned({ name: 'svar.docx', bytes }, revision, countingIds('r'));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

const pointAt = (index: number) => revision.blocks[index]?.id;

describe('R1–R4 the proposals of a returned file', () => {
  test('R1 R3 a changed word is a replacement of its author', () => {
    const file = returned(within('åpen', struck('Kari', 'åpen') + added('Kari', 'stengt')));
    expect(read(file)).toEqual({
      proposals: [
        {
          author: 'Kari',
          changes: [{ kind: 'replacement', block: pointAt(4), text: 'At havna skal være stengt hele døgnet.' }],
          rationale: '',
        },
      ],
      unrecorded: 0,
    });
  });

  test('R1 two authors in one point are two proposals, each with only their own words', () => {
    const file = returned((body) =>
      within(
        'døgnet',
        struck('Ola', 'døgnet') + added('Ola', 'natta'),
      )(within('åpen', struck('Kari', 'åpen') + added('Kari', 'stengt'))(body)),
    );
    expect(read(file).proposals.map(({ author, changes }) => [author, changes[0]])).toEqual([
      ['Kari', { kind: 'replacement', block: pointAt(4), text: 'At havna skal være stengt hele døgnet.' }],
      ['Ola', { kind: 'replacement', block: pointAt(4), text: 'At havna skal være åpen hele natta.' }],
    ]);
  });

  test('R3 a new point and a struck one', () => {
    const file = returned(
      inTurn(addPointAfter('Kari', 'ventetiden', 'At måkene får mat.'), strikeParagraph('Kari', 'pusses')),
    );
    expect(read(file).proposals.map(({ changes }) => changes)).toEqual([
      [{ kind: 'deletion', block: pointAt(6) }],
      [
        {
          kind: 'insertion',
          after: pointAt(5),
          blocks: [{ kind: 'point', level: null, marker: 'auto', text: 'At måkene får mat.' }],
        },
      ],
    ]);
  });

  test('R4 a comment on the place is the reason', () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const rels = strFromU8(unzipSync(sent())['word/_rels/document.xml.rels'] ?? new Uint8Array());
    const file = returned(
      within('åpen', `${struck('Kari', 'åpen')}${added('Kari', 'stengt')}<w:r><w:commentReference w:id="5"/></w:r>`),
      {
        'word/comments.xml': `<w:comments ${word}><w:comment w:id="5" w:author="Kari" w:date="2027-03-01T10:00:00Z"><w:p><w:r><w:t>Det er for dyrt.</w:t></w:r></w:p><w:p><w:r><w:t>Og farlig.</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/_rels/document.xml.rels': rels.replace(
          '</Relationships>',
          '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
      },
    );
    expect(read(file).proposals[0]?.rationale).toBe('Det er for dyrt.\nOg farlig.');
  });

  test('R6 what was changed without being recorded is counted and is no proposal', () => {
    const file = returned((body) =>
      within('åpen', struck('Kari', 'åpen') + added('Kari', 'stengt'))(body).replace('lys som', 'lamper som'),
    );
    const { proposals, unrecorded } = read(file);
    expect(proposals).toHaveLength(1);
    expect(unrecorded).toBe(1);
  });

  test('R7 a file without recorded changes, and another text, are failures of their own', () => {
    const plain = readReturned({ name: 'svar.docx', bytes: sent() }, revision, countingIds('r'));
    expect(!plain.ok && plain.failure.code).toBe('returned-no-changes');
    const other = revisionOf(['= Noe annet', 'Helt andre ord står her, og de er mange nok.'], { prefix: 'o' });
    const wrong = readReturned({ name: 'svar.docx', bytes: sent() }, other, countingIds('r'));
    expect(!wrong.ok && wrong.failure.code).toBe('returned-other-text');
    const text = readReturned({ name: 'svar.txt', bytes: strToU8('Hei') }, revision, countingIds('r'));
    expect(!text.ok && text.failure.code).toBe('import-without-authors');
  });
});

describe('R2 our own blocks are known by their bookmarks', () => {
  test('R2 a point of which every word was changed is a new wording of that point', () => {
    const file = returned(rewriteParagraph('Kari', 'pusses', 'Et helt annet krav om rene master og hele seil.'));
    expect(read(file)).toEqual({
      proposals: [
        {
          author: 'Kari',
          changes: [
            { kind: 'replacement', block: pointAt(6), text: 'Et helt annet krav om rene master og hele seil.' },
          ],
          rationale: '',
        },
      ],
      unrecorded: 0,
    });
  });

  test('R2 R6 a point that was written anew without recording is still that point for whoever records a change in it', () => {
    const file = returned(
      inTurn(
        (body) =>
          body.replace('At båtene pusses hvert år før sesongen.', 'Master og seil skal være hele og rene, alltid.'),
        within('alltid', struck('Kari', 'alltid') + added('Kari', 'om sommeren')),
      ),
    );
    const { proposals, unrecorded } = read(file);
    expect(proposals.map(({ changes }) => changes)).toEqual([
      [{ kind: 'replacement', block: pointAt(6), text: 'Master og seil skal være hele og rene, om sommeren.' }],
    ]);
    expect(unrecorded).toBe(1);
  });

  test('R3 a division, a join and a move', () => {
    const divided = returned(splitBefore('Kari', 'og for dem'));
    expect(read(divided).proposals[0]?.changes).toEqual([
      {
        kind: 'split',
        block: pointAt(2),
        texts: ['Havna er viktig for alle som bor ved kysten', 'og for dem som seiler forbi.'],
      },
    ]);
    const joined = returned(joinWithNext('Kari', 'ventetiden'));
    expect(read(joined).proposals[0]?.changes).toEqual([{ kind: 'join', block: pointAt(5), with: pointAt(6) }]);
    const moved = returned(moveAfter('Kari', 'døgnet', 'pusses'));
    expect(read(moved).proposals.flatMap(({ changes }) => changes)).toEqual([
      { kind: 'move', block: pointAt(4), after: pointAt(6) },
    ]);
  });

  test('R2 the bookmarks of another revision say nothing', () => {
    const earlier = { ...revision, id: revisionOf(['= Et annet program'], { prefix: 'e' }).id };
    const result = readReturned(
      { name: 'svar.docx', bytes: returned(rewriteParagraph('Kari', 'pusses', 'Rene master.')) },
      earlier,
      countingIds('r'),
    );
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.proposals.flatMap(({ changes }) => changes).map(({ kind }) => kind)).not.toContain(
      'replacement',
    );
  });
});

describe('R8 notes at the foot of the page', () => {
  const withNote = (() => {
    const plainText = revisionOf(['= Program', '# Havna', 'Havna har tre kaier.', 'Kaiene er gamle og slitte.']);
    const [title, heading, first, last] = plainText.blocks;
    if (!title || !heading || !first || !last) throw new Error('four blocks expected');
    const note = { ...last, id: blockId('note1'), kind: 'footnote' as const, marker: '1', text: 'Talt i fjor.' };
    const blocks = [title, heading, { ...first, footnoteRefs: [{ number: '1', offset: 9 }] }, note, last];
    return revisionWith(blocks);
  })();
  const sentWithNote = (): Uint8Array => {
    const output = exportPaper('text', 'docx', { ...meeting(), newest: withNote, withLineNumbers: false });
    if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
    return output.value.bytes;
  };
  const proposalsOf = (bytes: Uint8Array) => {
    const result = readReturned({ name: 'svar.docx', bytes }, withNote, countingIds('r'));
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };

  test('R8 a word changed beside a note leaves the note as it was', () => {
    const file = withEditedBody(sentWithNote(), within('slitte', struck('Kari', 'slitte') + added('Kari', 'morkne')));
    expect(proposalsOf(file)).toEqual({
      proposals: [
        {
          author: 'Kari',
          changes: [{ kind: 'replacement', block: withNote.blocks[4]?.id, text: 'Kaiene er gamle og morkne.' }],
          rationale: '',
        },
      ],
      unrecorded: 0,
    });
  });

  test('R8 a word changed inside a note is a proposal about the note', () => {
    const docx = sentWithNote();
    const notes = strFromU8(unzipSync(docx)['word/footnotes.xml'] ?? new Uint8Array());
    const edited = within('fjor', struck('Kari', 'fjor') + added('Kari', 'år'))(notes);
    expect(edited).not.toBe(notes);
    const file = withEditedBody(docx, (body) => `${body}<!-- -->`, { 'word/footnotes.xml': edited });
    expect(proposalsOf(file).proposals.map(({ author, changes }) => [author, changes])).toEqual([
      ['Kari', [{ kind: 'replacement', block: 'note1', text: 'Talt i år.' }]],
    ]);
  });
});
