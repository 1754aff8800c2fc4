import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { exportPaper } from '#shared/export';
import { readReturned, type ReturnedText } from '#shared/returned';
import { meeting } from '../export/meeting';
import { revisionOf } from '../export/programmes';

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

const by = (author: string): string => `w:id="9000" w:author="${author}" w:date="2027-03-01T10:00:00Z"`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const struck = (author: string, text: string): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const added = (author: string, text: string): string => `<w:ins ${by(author)}>${run(text)}</w:ins>`;

/** The file that was sent, with `edit` done to its body, as a word processor would. */
function returned(edit: (body: string) => string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = unzipSync(sent());
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const edited = edit(body);
  expect(edited).not.toBe(body);
  const others = Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...parts, ...others, 'word/document.xml': strToU8(edited) });
}

const read = (bytes: Uint8Array): ReturnedText => {
  const result = readReturned({ name: 'svar.docx', bytes }, revision, countingIds('r'));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

/** Replaces words inside one run: the run is divided as Word does it. */
const within =
  (words: string, put: string) =>
  (body: string): string =>
    body.replace(
      new RegExp(`<w:r><w:t xml:space="preserve">([^<]*)${words}([^<]*)</w:t></w:r>`),
      (_, before: string, after: string) => run(before) + put + run(after),
    );

const paragraphWith = (words: string): RegExp => new RegExp(`<w:p>(?:(?!<w:p>).)*${words}.*?</w:p>`);

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
    const file = returned((body) => {
      const newPoint = `<w:p><w:pPr><w:pStyle w:val="Point"/><w:rPr><w:ins ${by('Kari')}/></w:rPr></w:pPr>${added('Kari', 'At måkene får mat.')}</w:p>`;
      const withNew = body.replace(paragraphWith('ventetiden'), (paragraph) => paragraph + newPoint);
      const withoutBoats = withNew.replace(paragraphWith('pusses'), (paragraph) =>
        paragraph
          .replace('</w:pPr>', `<w:rPr><w:del ${by('Kari')}/></w:rPr></w:pPr>`)
          .replace(/<w:r><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/, (_, text: string) => struck('Kari', text)),
      );
      return withoutBoats;
    });
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
        'word/comments.xml': `<w:comments ${word}><w:comment w:id="5" w:author="Kari" w:date="2027-03-01T10:00:00Z"><w:p>${run('Det er for dyrt.')}</w:p><w:p>${run('Og farlig.')}</w:p></w:comment></w:comments>`,
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
