import type { ExportDocument, ProgrammeParagraph } from '#shared/export/document';
import { paperOf } from '#shared/export';
import { meeting } from './meeting';

const paragraph: ProgrammeParagraph = {
  type: 'programme',
  shape: { kind: 'point', level: null, number: '1', counted: true },
  previousShape: null,
  runs: [],
  end: 'kept',
  lines: null,
  anchor: null,
  remark: null,
};

/** A paper of few words in which two people change a text and say why. */
export function commentedPaper({ anchor }: { readonly anchor: string }): ExportDocument {
  const input = meeting();
  const paper = paperOf('text', input, 'docx');
  if (!paper.ok) throw new Error(paper.failure.code);
  const kari = { author: 'Kari Nordmann', at: '2027-02-03T10:00:00.000Z' };
  const shushan = { author: 'Šuŋ שושן', at: '2027-02-04T11:30:00.000Z' };
  return {
    ...paper.value,
    tracked: 'text',
    lineNumbers: null,
    contents: true,
    blocks: [
      { type: 'heading', level: 1, text: 'Havna', anchor },
      {
        ...paragraph,
        runs: [
          { text: 'At havna skal være ', mark: 'kept' },
          { text: 'åpen', mark: 'deleted', by: kari },
          { text: 'stengt', mark: 'inserted', by: kari },
          { text: ' hele døgnet.', mark: 'kept' },
        ],
        comments: [{ ...kari, label: 'Begrunnelse', text: 'Det er for dyrt.\nDet er også farlig.' }],
      },
      {
        ...paragraph,
        runs: [{ text: 'At losen får en hund.', mark: 'inserted', by: shushan }],
        end: 'inserted',
        endBy: shushan,
        comments: [{ ...shushan, label: '', text: 'Hunder er fine.' }],
      },
      { type: 'prose', role: 'note', runs: [{ text: 'Slutt.', mark: 'kept' }] },
    ],
  };
}
