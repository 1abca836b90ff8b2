export { agreedRequest } from './agreed';
export { dryRunLines } from './dryRun';
export { endingOf } from './ending';
export { followChange } from './follow';
export { outputsOf, type ChangeOutputs } from './outputs';
export { realPatience, type Patience } from './patience';
export { Progress } from './progress';
export { spoken } from './spoken';
