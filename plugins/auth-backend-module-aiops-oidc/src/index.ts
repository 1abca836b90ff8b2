export { authModuleAiopsOidc as default } from './module';
export { assertSandboxOnly, type SandboxClaim } from './sandboxGuard';
