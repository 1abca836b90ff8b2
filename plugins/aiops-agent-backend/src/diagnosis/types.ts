import type { Deployed } from '@aiops-portal/plugin-aiops-agent-node';
import type { DiagnosisSource } from '../cluster/diagnosisSource';

/** What is to be diagnosed. */
export interface DiagnosisRequest {
  thing: Deployed;
  /** What else there is, among it what the thing uses. */
  deployed: Deployed[];
  source: DiagnosisSource;
}
