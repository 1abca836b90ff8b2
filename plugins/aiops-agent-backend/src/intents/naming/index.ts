export { freeName, isFree, type Names } from './names';
export { nearest } from './nearest';
