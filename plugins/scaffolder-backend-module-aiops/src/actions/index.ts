export { createFollowChangeAction } from './followChange';
