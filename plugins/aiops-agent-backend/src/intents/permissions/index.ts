export { accessDetails } from './details';
export { accessSentence } from './sentence';
export { personItem, siteItem } from './words';
