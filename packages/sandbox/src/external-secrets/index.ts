export { startExternalSecrets } from './controller';
export type { SecretProvider } from './types';
