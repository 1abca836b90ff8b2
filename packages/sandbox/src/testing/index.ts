export { TestBrowser } from './browser';
export { startProcess, type TestProcess } from './process';
export { MemoryCluster } from './memoryCluster';
