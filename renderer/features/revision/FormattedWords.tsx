import type { Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import { stretchesOf, type FormattedText } from '#shared/domain/formats';

interface FormattedWordsProps {
  readonly block: Pick<Block, 'text' | 'formats'>;
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

/** A part of a block's text as it is formatted. */
export function FormattedWords({ block: { text, formats }, rangeInText }: FormattedWordsProps) {
  return stretchesOf(text, formats, rangeInText).map((stretch, index) => <Words key={index} {...stretch} />);
}
