import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { defaultLineSettings, type LineSettings } from '#shared/domain/lines';
import { revisionIdOf, type Revision } from '#shared/domain/revision';

/** A block in the tests' shorthand: `# ` chapter, `## ` section, `1. ` counted point, `• ` bullet, `: ` lead-in, `= ` title; else a paragraph. */
export function blockOf(line: string, id: string): Block {
  const make = (kind: BlockKind, text: string, marker: string | null = null, level: number | null = null): Block => ({
    id: blockId(id),
    kind,
    level,
    marker,
    text,
    origins: [],
    footnoteRefs: [],
  });
  const heading = /^(#+) (.*)$/.exec(line);
  if (heading) return make('heading', heading[2] ?? '', AUTOMATIC, heading[1]?.length ?? 1);
  const point = /^1\. (.*)$/.exec(line);
  if (point) return make('point', point[1] ?? '', AUTOMATIC);
  const literal = /^(•|–|\d*[a-z]\)) (.*)$/.exec(line);
  if (literal) return make('point', literal[2] ?? '', literal[1] ?? null);
  if (line.startsWith('= ')) return make('title', line.slice(2));
  if (line.startsWith(': ')) return make('leadIn', line.slice(2));
  return make('paragraph', line);
}

export function revisionOf(
  lines: readonly string[],
  {
    name = 'Høringsutkast',
    prefix = 'b',
    lineSettings = defaultLineSettings,
  }: { readonly name?: string; readonly prefix?: string; readonly lineSettings?: LineSettings } = {},
): Revision {
  return revisionWith(
    lines.map((line, index) => blockOf(line, `${prefix}${index}`)),
    name,
    lineSettings,
  );
}

export function revisionWith(
  blocks: readonly Block[],
  name = 'Høringsutkast',
  lineSettings: LineSettings = defaultLineSettings,
): Revision {
  const content = {
    title: blocks.find(({ kind }) => kind === 'title')?.text ?? 'Program',
    period: { from: '2025', to: '2027' },
    language: 'nb' as const,
    lineSettings,
    blocks,
  };
  return { ...content, id: revisionIdOf(content), name, frozenAt: '2027-01-15T09:30:00.000Z' };
}

/** The lines of our sample programme in the shorthand of `blockOf`. Reads only what `resources/sample` really uses. */
export function shorthandOfSample(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      if (index === 0) return `= ${line.trim()}`;
      const point = /^\s+\d+\. (.*)$/.exec(line);
      if (point) return `1. ${point[1] ?? ''}`;
      const heading = /^\d+\. (.*)$/.exec(line);
      if (heading) return `# ${heading[1] ?? ''}`;
      return line.endsWith(':') ? `: ${line}` : line;
    });
}
