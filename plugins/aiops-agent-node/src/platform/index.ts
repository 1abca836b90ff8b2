export * from './types';
export { deployedPath, environmentPath } from './layout';
export { ManifestCache } from './ManifestCache';
export { PlatformReader } from './PlatformReader';
export { formatBytes, formatCpu, parseQuantity } from './quantity';
export { readPlatform } from './readPlatform';
export { platformReaderServiceRef } from './service';
