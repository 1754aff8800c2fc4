import { useCallback, useState, type RefObject } from 'react';
import type { EditorHandle, ReferenceAsked } from '../editor';

/** A reference that is being put in. */
export interface Referencing {
  /** Where it shall stand; `null` while nobody asks for one. */
  readonly asked: ReferenceAsked | null;
  readonly ask: () => void;
  readonly forget: () => void;
}

/** Asks where a reference shall lead, for the place the caret is in; `onNowhere` is told where the text has no caret. */
export function useReferences(editor: RefObject<EditorHandle | null>, onNowhere: () => void): Referencing {
  const [asked, setAsked] = useState<ReferenceAsked | null>(null);
  const ask = useCallback(() => {
    const place = editor.current?.askReference() ?? null;
    if (place === null) onNowhere();
    setAsked(place);
  }, [editor, onNowhere]);
  const forget = useCallback(() => setAsked(null), []);
  return { asked, ask, forget };
}
