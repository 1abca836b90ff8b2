export { readChoice } from './readChoice';
export { choicePrompt } from './prompt';
export { choiceSchema } from './schema';
