export { PORTAL_RULES, type VaultToken } from './policy';
export { startVault } from './server';
export { SecretsStore, type StoredSecrets } from './store';
