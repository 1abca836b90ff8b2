export { ChangeCard } from './ChangeCard';
export { useStateTag } from './useStateTag';
