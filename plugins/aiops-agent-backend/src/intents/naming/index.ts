export { freeName, isFree } from './names';
export { nearest } from './nearest';
