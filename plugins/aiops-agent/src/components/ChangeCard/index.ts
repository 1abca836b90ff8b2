export { ChangeCard } from './ChangeCard';
export { STATE_TONES, useStateTag } from './useStateTag';
