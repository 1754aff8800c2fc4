import type { EditorHandle } from '../editor';

/** What the spelling check asks of the page. */
export type SpelledPage = Pick<
  EditorHandle,
  'showMisspelled' | 'misspelledAt' | 'showFound' | 'replaceAt' | 'selectPlace'
>;
