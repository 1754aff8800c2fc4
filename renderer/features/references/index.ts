// Never fetched later: one types on at once, and the first letter must not end up in the text.
export { ReferenceDialog } from './ReferenceDialog';
export { goneReferences } from './goneReferences';
export { useReferences, type Referencing } from './useReferences';
