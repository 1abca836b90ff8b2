export * from './types';
export { deployedPath, environmentPath } from './layout';
export { mainWorkload } from './mainWorkload';
export { ManifestCache } from './ManifestCache';
export { parseManifests, type Manifest } from './manifests';
export { PlatformReader } from './PlatformReader';
export { formatBytes, formatCpu, parseQuantity } from './quantity';
export { readPlatform } from './readPlatform';
export { platformReaderServiceRef } from './service';
