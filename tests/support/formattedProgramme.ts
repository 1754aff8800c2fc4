import { asHeadingsAreSet, formatsOfLetters, noHouseStyle } from '#shared/import/recognise/emphasis';
import { withFormats, type FormatRun } from '#shared/domain/formats';
import type { Block } from '#shared/domain/block';
import { revisionIdOf, type Revision } from '#shared/domain/revision';
import type { Dice } from './revisionGenerator';

const addresses = ['https://hage.example/les?a=1&b=2', 'http://jord.example/', 'mailto:post@hage.example'];

/** Words of a text set at random, as a block has formats. */
function someFormats(text: string, dice: Dice): readonly FormatRun[] {
  const runs: FormatRun[] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const draw = dice.below(8);
    if (draw > 3) continue;
    const link = draw === 3 ? (addresses[dice.below(addresses.length)] ?? null) : null;
    runs.push({
      start: index,
      end: index + word.length,
      bold: draw === 0 || draw === 2,
      italic: draw === 1 || draw === 2,
      link,
    });
  }
  // Never all of it: that is how a heading looks, and no emphasis.
  return formatsOfLetters(text, runs.slice(1), noHouseStyle);
}

/** The programme with some words of its texts bold, italic or links. */
export function formattedProgramme(programme: Revision, dice: Dice): Revision {
  const blocks: readonly Block[] = programme.blocks.map((block) => ({
    ...block,
    ...withFormats(dice.below(2) === 0 ? [] : asHeadingsAreSet(block.kind, block.text, someFormats(block.text, dice))),
  }));
  const { id: _, name, frozenAt, ...content } = { ...programme, blocks };
  return { ...content, id: revisionIdOf(content), name, frozenAt };
}

/** «**god** [jord](https://…)»: a text with its formats, to be read in a failed test. */
export const shownFormats = ({ text, formats = [] }: Pick<Block, 'text' | 'formats'>): string => {
  let shown = '';
  let at = 0;
  for (const { start, end, bold, italic, link } of formats) {
    const sign = `${bold ? '**' : ''}${italic ? '_' : ''}`;
    const words = `${sign}${text.slice(start, end)}${sign}`;
    shown += text.slice(at, start) + (link === null ? words : `[${words}](${link})`);
    at = end;
  }
  return shown + text.slice(at);
};
