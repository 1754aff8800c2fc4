/** The reading of plain lines alone: what a window needs of the import when such lines are pasted. */
export { readPlainText } from './readers/readPlainText';
export { recogniseStructure } from './recogniseStructure';
