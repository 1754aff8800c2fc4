import { mentionParts } from '#shared/domain/mentions';
import type { People } from '#shared/schema/registerDoc';
import { useStrings } from '../../i18n/language';

/** A comment's text, with the names that the directory has now for those it mentions. */
export function CommentText({ text, people }: { readonly text: string; readonly people: People }) {
  const words = useStrings().threads;
  return (
    <span className="card__text">
      {mentionParts(text, (person) => people[person]?.name ?? null).map((part, index) =>
        part.type === 'text' ? (
          <span key={index}>{part.text}</span>
        ) : (
          <span key={index} className="mention__name">
            @{part.name ?? words.erasedName}
          </span>
        ),
      )}
    </span>
  );
}
