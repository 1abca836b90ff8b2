export { Features, type Vector } from './features';
export { LinearSvm } from './svm';
