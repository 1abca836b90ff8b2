export type { CredentialService } from './CredentialService';
export { DefaultCredentialService } from './DefaultCredentialService';
export { RevealStore } from './RevealStore';
