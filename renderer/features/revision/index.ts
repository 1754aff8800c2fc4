export { RevisionPage } from './RevisionPage';
