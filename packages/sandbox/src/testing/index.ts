export { TestBrowser } from './browser';
export { startProcess, type TestProcess } from './process';
