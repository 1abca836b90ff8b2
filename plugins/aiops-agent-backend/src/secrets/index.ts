export type { CredentialService } from './CredentialService';
export { DefaultCredentialService } from './DefaultCredentialService';
export { redact } from './redact';
export { RevealStore } from './RevealStore';
