export { Reconciler } from './argocd';
export { openRepository, startGitRemote, type PlatformRepository } from './git';
export type { RunningServer } from './http';
export {
  createKubernetesSandbox,
  realClock,
  type KubernetesSandbox,
} from './kubernetes';
export type { SandboxLogger } from './logger';
export { jsonFile } from './state';
export { startProcess, TestBrowser, type TestProcess } from './testing';
export { PORTAL_RULES, SecretsStore, startVault } from './vault';
export { credentials, ORG_FILE, readPeople, type Person } from './world';
export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
