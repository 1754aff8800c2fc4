import type { Revision } from '../../domain/revision';
import { asImported, toImportJson } from '../../import';

/** The text as `import --json` would print it: the same shape, so that what reads the one reads the other. */
export const writeProgrammeJson = (revision: Revision): string =>
  `${JSON.stringify(toImportJson(asImported(revision, []), revision.language), null, 2)}\n`;
