import { beforeAll, describe, expect, it } from 'vitest';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { importBytes, likeness, revisionOfImport } from '../../support/importedPapers';
import { processInLibreOffice, type OfficeTask } from '../../support/libreOffice';
import { plainOdt } from '../../support/plainOdt';
import { sharedMaterial } from '../../support/sharedMaterial';
import { meeting, sampleFile } from '../../unit/export/meeting';

interface Text {
  readonly name: string;
  readonly source: Uint8Array;
  readonly revision: Revision;
}

const textOf = (name: string, source: Uint8Array): Text => ({
  name,
  source,
  revision: revisionOfImport(importBytes(name, source)),
});

const seedName = '000_d3fc95b251bbff35.txt';
const seed = sharedMaterial(`seeds/${seedName}`);
const sample = textOf('arbeidsprogram.txt', sampleFile());
const texts: readonly Text[] = seed === null ? [sample] : [sample, textOf(seedName, seed)];

const ways = ['plain', 'typed', 'ours', 'ours as odt', 'tracked', 'accepted'] as const;
type Way = (typeof ways)[number];

const outputs = ['docx', 'fodt'] as const;
type Written = (typeof outputs)[number];

function taskOf(way: Way, as: Written, { source, revision }: Text): OfficeTask {
  const paper = (view: 'text' | 'tracked', format: 'docx' | 'odt'): Uint8Array => {
    const baseline = meeting().newest;
    const output = exportPaper(view, format, { ...meeting(), amendments: [], newest: revision, baseline });
    if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
    return output.value.bytes;
  };
  switch (way) {
    case 'plain':
      return { bytes: plainOdt(revision), extension: 'fodt', action: 'none', as };
    case 'typed':
      return { bytes: source, extension: 'txt', action: 'none', as };
    case 'ours':
      return { bytes: paper('text', 'docx'), extension: 'docx', action: 'none', as };
    case 'ours as odt':
      return { bytes: paper('text', 'odt'), extension: 'odt', action: 'none', as };
    case 'tracked':
      return { bytes: paper('tracked', 'docx'), extension: 'docx', action: 'none', as };
    case 'accepted':
      return { bytes: paper('tracked', 'docx'), extension: 'docx', action: 'accept', as };
  }
}

const readable: readonly { readonly way: Way; readonly as: Written }[] = ways.flatMap((way) =>
  outputs.map((as) => ({ way, as })),
);

describe('Documents that LibreOffice has written', () => {
  let files: readonly Uint8Array[] = [];

  beforeAll(async () => {
    files = await processInLibreOffice(texts.flatMap((text) => readable.map(({ way, as }) => taskOf(way, as, text))));
  }, 300_000);

  for (const [at, { way, as }] of readable.entries()) {
    it(`IO2 «${way}» as ${as} comes back: words and kinds of at least 99 in 100 (a seed too where ../shared/seeds is)`, () => {
      for (const [i, text] of texts.entries()) {
        const found = importBytes(`p.${as}`, files[i * readable.length + at] ?? new Uint8Array());
        const { textF1, kinds } = likeness(text.revision, found);
        expect(textF1, text.name).toBeGreaterThanOrEqual(0.99);
        expect(kinds, text.name).toBeGreaterThanOrEqual(0.99);
        if (way !== 'tracked') continue;
        // ID6: what LibreOffice kept of the text before the changes.
        const before = likeness(meeting().newest, found.previous ?? { blocks: [] });
        expect(before.textF1, text.name).toBeGreaterThanOrEqual(0.99);
        expect(before.kinds, text.name).toBeGreaterThanOrEqual(0.99);
      }
    });
  }
});
