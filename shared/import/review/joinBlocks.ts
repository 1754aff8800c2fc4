import { findHyphenHabits, findSeam } from '../recognise/joinText';
import { formatsShifted, formatsWithin } from '../../domain/formats';
import { formatsOfLetters, noHouseStyle } from '../recognise/emphasis';
import type { ReviewBlock } from './review';

/**
 * The first block with the words of the second after its own, put together as two lines of one sentence are. A hyphen may go; a letter never does,
 * not even the third of three equal ones. Linear in the text, because it asks how the rest writes the word.
 */
export function joinTexts(first: ReviewBlock, second: ReviewBlock, all: readonly ReviewBlock[]): ReviewBlock {
  const habits = findHyphenHabits(
    first.text.endsWith('-') ? [[first.text, second.text]] : [],
    all.map(({ text }) => text),
  );
  const { cut, glue } = findSeam(first.text, second.text, habits);
  const head = first.text.slice(0, first.text.length - Math.min(cut, 1)) + glue;
  const text = head + second.text;
  const formats = [
    ...formatsWithin(first.formats, { start: 0, end: head.length - glue.length }),
    ...formatsShifted(second.formats, head.length),
  ];
  return {
    ...first,
    text,
    formats: formatsOfLetters(text, formats, noHouseStyle),
    judgement: second.judgement.confidence < first.judgement.confidence ? second.judgement : first.judgement,
    footnoteRefs: [
      ...first.footnoteRefs.map((ref) => ({ ...ref, offset: Math.min(ref.offset, head.length) })),
      ...second.footnoteRefs.map((ref) => ({ ...ref, offset: ref.offset + head.length })),
    ],
  };
}
