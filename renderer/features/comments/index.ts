export { CommentsPanel } from './CommentsPanel';
export { useCommenting, type Commenting } from './useCommenting';
