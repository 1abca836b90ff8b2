export { inEnglish } from './inEnglish';
