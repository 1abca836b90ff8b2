export { wordingPrompt } from './prompt';
export { readWording } from './readWording';
