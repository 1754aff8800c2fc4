/** One piece of a marked text: unchanged, struck or new. */
export type MarkToken = readonly ['=' | '-' | '+', string];

/** A text with its marks. Screen readers hear `ins` and `del`; colour, underline and strike say the same to the eye. */
export function MarkedText({ tokens }: { readonly tokens: readonly MarkToken[] }) {
  return tokens.map(([sign, text], index) => {
    if (sign === '=') return <span key={index}>{text}</span>;
    return sign === '+' ? (
      <ins key={index} className="mark">
        {text}
      </ins>
    ) : (
      <del key={index} className="mark">
        {text}
      </del>
    );
  });
}
