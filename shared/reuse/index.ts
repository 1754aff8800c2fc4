export { findReuse, reuseReasons, type Reuse, type ReuseReason, type SentencePlace } from './findReuse';
