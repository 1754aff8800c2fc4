export { RevisionPage } from './RevisionPage';
export { FormattedWords } from './FormattedWords';
