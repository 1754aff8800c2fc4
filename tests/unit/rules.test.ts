import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));

/** Rules as SPECs write them: «- **D12** …». */
const rulesIn = (spec: string): readonly string[] =>
  [...readFileSync(spec, 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gmu)].flatMap(([, rule]) => rule ?? []);

/** Titles of tests begin with their rules, or carry them in a table of cases: «it('D12 D13 …», «['D12 …». */
const named = new Set(
  filesIn('tests', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"`]((?:[A-Z]+\d+\s)+)/gu)].flatMap(([, rules]) =>
      (rules ?? '').trim().split(/\s+/),
    ),
  ),
);

describe('every rule of a SPEC has a test that is named after it', () => {
  it.each([
    'shared/diff/SPEC.md',
    'shared/reuse/SPEC.md',
    'shared/comparison/SPEC.md',
    'shared/domain/SPEC.md',
    'shared/schema/draft/SPEC.md',
    'shared/amendment/SPEC.md',
    'shared/register/SPEC.md',
    'shared/voting/SPEC.md',
    'shared/sync/SPEC.md',
    'shared/schema/SPEC.md',
    'shared/spelling/SPEC.md',
    'shared/export/SPEC.md',
    'shared/returned/SPEC.md',
    'shared/import/review/SPEC.md',
    'renderer/features/editor/SPEC.md',
    'electron/main/journal/SPEC.md',
  ])('%s', (spec) => {
    const rules = rulesIn(join(root, spec));
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
    expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
  });
});
