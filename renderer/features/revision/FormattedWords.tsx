import { Fragment } from 'react';
import type { Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import { stretchesOf, type FormattedText } from '#shared/domain/formats';

interface FormattedWordsProps {
  readonly block: Pick<Block, 'text' | 'formats' | 'footnoteRefs'>;
  /** In UTF-16 code units of the block's text. */
  readonly rangeInText: Range;
}

function Words({ text, bold, italic, link }: FormattedText) {
  const leaning = italic ? <em>{text}</em> : text;
  const weighted = bold ? <strong>{leaning}</strong> : leaning;
  // Told where it leads, not followed: who reads a frozen text is about to vote on its words.
  return link === null ? (
    weighted
  ) : (
    <span className="linked" title={link}>
      {weighted}
    </span>
  );
}

/** A part of a block's text as it is formatted, with the markers of its footnotes: they are generated, and so never a part of the text. */
export function FormattedWords({ block: { text, formats, footnoteRefs }, rangeInText }: FormattedWordsProps) {
  const { start, end } = rangeInText;
  const marks = footnoteRefs
    .filter(({ offset }) => (start < offset || (start === 0 && offset === 0)) && offset <= end)
    .sort((a, b) => a.offset - b.offset);
  return [...marks, null].map((mark, nth) => (
    <Fragment key={nth}>
      {stretchesOf(text, formats, { start: marks[nth - 1]?.offset ?? start, end: mark?.offset ?? end }).map(
        (stretch, index) => (
          <Words key={index} {...stretch} />
        ),
      )}
      {mark && <sup className="note-mark" data-number={mark.number} />}
    </Fragment>
  ));
}
