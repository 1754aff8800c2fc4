import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { exportPaper } from '#shared/export';
import { importDocument, toImportJson } from '#shared/import';
import { hostileMeeting } from '../../unit/export/hostile';
import { meeting, sampleFile } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const schema: object = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../docs/schema/programme-text.schema.json', import.meta.url)), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

const faultsOf = (json: unknown): unknown => (validate(json) ? [] : validate.errors);

describe('E44 JSON follows the published schema', () => {
  test.each(['text', 'decided'] as const)('E44 %s', (view) => {
    for (const input of [meeting(true), hostileMeeting(), { ...meeting(), newest: revisionOf([]), amendments: [] }]) {
      const output = exportPaper(view, 'json', input);
      if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
      expect(faultsOf(JSON.parse(strFromU8(output.value.bytes)))).toEqual([]);
    }
  });

  test('E44 `import --json`', () => {
    const imported = importDocument({ name: 'program.txt', bytes: sampleFile() }, countingIds('i'));
    if (!imported.ok) throw new Error(imported.failure.code);
    expect(faultsOf(toImportJson(imported.value, 'nb'))).toEqual([]);
  });

  test('E44 the schema refuses what is of another shape', () => {
    expect(faultsOf({ title: 'x', period: null, language: 'sv', blocks: [], report: [] })).not.toEqual([]);
  });
});
