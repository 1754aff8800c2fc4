import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { defaultTemplates, type Template } from '#shared/export/template';
import { createUndo, draftPapers } from '#shared/schema/draft';
import {
  copyPaperTemplate,
  observePaperTemplate,
  paperTemplateFile,
  readPaperTemplate,
  writePaperTemplate,
} from '#shared/schema/paperTemplate';
import { documentBytes, openDocument } from '#shared/schema/programFileDraft';

const usual = defaultTemplates.nb;
const ours: Template = {
  ...usual,
  organisation: { ...usual.organisation, name: 'Havnefogdforbundet', colour: '#1c4a6e' },
  papers: { ...usual.papers, hearing: { ...usual.papers.hearing, title: 'Brev om høring' } },
};
const exchange = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('the template of the papers, in the programme', () => {
  it('PT1 is read as it was written, also from the bytes of the file', () => {
    const doc = new Y.Doc();
    expect(readPaperTemplate(doc, 'nb')).toBeNull();
    writePaperTemplate(doc, ours, 'nb');
    const opened = openDocument(documentBytes(doc), 'draft.yjs');
    expect(opened.ok && readPaperTemplate(opened.value, 'nb')).toEqual(ours);
    writePaperTemplate(doc, usual, 'nb');
    expect(readPaperTemplate(doc, 'nb')).toEqual(usual);
    expect(JSON.parse(paperTemplateFile(doc, 'nb'))).toEqual(usual);
  });

  it('PT1 of the former period goes along to the next', () => {
    const [former, next] = [new Y.Doc(), new Y.Doc()];
    writePaperTemplate(former, ours, 'nb');
    copyPaperTemplate(former, next);
    expect(readPaperTemplate(next, 'nb')).toEqual(ours);
  });

  it('PT2 of two who change different papers at once both changes are kept', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    writePaperTemplate(a, ours, 'nb');
    exchange(a, b);
    const titled = (title: string, view: 'minutes' | 'voting'): Template => ({
      ...ours,
      papers: { ...ours.papers, [view]: { ...ours.papers[view], title } },
    });
    let heard = 0;
    const stop = observePaperTemplate(b, () => (heard += 1));
    writePaperTemplate(a, titled('Møtebok', 'minutes'), 'nb');
    writePaperTemplate(b, titled('Stemmeliste', 'voting'), 'nb');
    exchange(a, b);
    stop();
    expect(readPaperTemplate(a, 'nb')).toEqual(readPaperTemplate(b, 'nb'));
    expect(readPaperTemplate(a, 'nb')?.papers.minutes.title).toBe('Møtebok');
    expect(readPaperTemplate(a, 'nb')?.papers.voting.title).toBe('Stemmeliste');
    expect(heard).toBe(2);
  });

  it('PT2 what is as the program has it follows the language of whoever prints', () => {
    const doc = new Y.Doc();
    writePaperTemplate(doc, ours, 'nb');
    const nynorsk = readPaperTemplate(doc, 'nn');
    expect(nynorsk?.organisation).toEqual(ours.organisation);
    expect(nynorsk?.papers.hearing.title).toBe('Brev om høring');
    expect(nynorsk?.papers.amendments).toEqual(defaultTemplates.nn.papers.amendments);
  });

  it('PT3 undo in the text does not take it back', () => {
    const doc = new Y.Doc();
    const undo = createUndo(doc);
    writePaperTemplate(doc, ours, 'nb');
    undo.undo();
    expect(readPaperTemplate(doc, 'nb')).toEqual(ours);
  });

  it('PT4 what another program put there in another shape is passed over, and the rest holds', () => {
    const part = fc.oneof(fc.json(), fc.string(), fc.integer(), fc.constant('{"name":"x","colour":"#ffffff"}'));
    fc.assert(
      fc.property(part, part, (values, minutes) => {
        const doc = new Y.Doc();
        writePaperTemplate(doc, ours, 'nb');
        draftPapers(doc).set('values', values);
        draftPapers(doc).set('paper:minutes', minutes);
        draftPapers(doc).set('paper:ukjent', '{}');
        const read = readPaperTemplate(doc, 'nb');
        expect(read?.organisation.name).toBe('Havnefogdforbundet');
        expect(read?.papers.hearing.title).toBe('Brev om høring');
      }),
      { numRuns: 100 },
    );
  });
});
