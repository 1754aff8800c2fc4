import type { Block } from '#shared/domain/block';

/** A made programme as the file that one would open. */
export const asMarkdown = (blocks: readonly Block[]): string =>
  blocks
    .map(({ kind, text }) =>
      kind === 'title'
        ? `# ${text}\n`
        : kind === 'heading'
          ? `## ${text}\n`
          : kind === 'point'
            ? `- ${text}`
            : `${text}\n`,
    )
    .join('\n');
