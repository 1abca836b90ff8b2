/**
 * Keeps the secret values of the assistant in HashiCorp Vault or OpenBao.
 *
 * @packageDocumentation
 */
export { aiopsAgentModuleVault as default } from './module';
