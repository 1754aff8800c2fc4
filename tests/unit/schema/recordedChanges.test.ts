import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { draftContent } from '#shared/schema/draft';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import { openDocument } from '#shared/schema/programFileDraft';
import { defaultLineSettings } from '#shared/domain/lines';
import { importBytes } from '../../support/importedPapers';
import { wordFile } from '../../support/wordFile';

const by = 'w:id="1" w:author="K" w:date="2031-01-01T00:00:00Z"';
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('A Word document with recorded changes', () => {
  it('ID6 becomes a programme whose previous text is the one before them, and whose draft comes from it block by block', () => {
    const body =
      `<w:p>${run('Laget møtes hver måned i den felles hagen.')}</w:p>` +
      `<w:p>${run('Laget vil ')}<w:del ${by}><w:r><w:delText>grave</w:delText></w:r></w:del><w:ins ${by}>${run('så')}</w:ins>${run(' langs hele elva i år.')}</w:p>`;
    const file = newProgrammeFrom(importBytes('plan.docx', wordFile({ body })), {
      clock: { now: () => '2031-01-01T00:00:00.000Z' },
      ids: countingIds('p'),
    });
    const previous = file.revisions[0]?.blocks ?? [];
    expect(previous.map(({ text }) => text).at(-1)).toBe('Laget vil grave langs hele elva i år.');
    const draft = openDocument(file.draft, 'draft.yjs');
    if (!draft.ok) throw new Error(draft.failure.code);
    const { blocks } = draftContent(draft.value, defaultLineSettings);
    expect(blocks.map(({ text }) => text).at(-1)).toBe('Laget vil så langs hele elva i år.');
    expect(blocks.map(({ origins }) => origins)).toEqual(previous.map(({ id }) => [id]));
  });
});
