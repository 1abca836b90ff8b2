export { diagnose } from './diagnose';
export { redact } from './redact';
export type { ContainerUsage, DiagnosisSource, PodLogRequest } from './types';
