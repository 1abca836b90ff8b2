import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import { CHECKS } from './causes';
import type { Found } from './found';
import { rank } from './ranking';
import { gather } from './subject';
import type { DiagnosisRequest } from './types';
import { notThere, unexplained, well } from './well';
import { sayAgain } from '../words';

/**
 * What is wrong with a thing and why, most likely first; `healthy` where
 * nothing is. It reads objects, events, usage and the ends of logs, always
 * concludes the same from the same, and names nothing that doesn't hold now.
 */
export async function diagnose(request: DiagnosisRequest): Promise<Finding[]> {
  const subject = gather(request);
  const found = (await Promise.all(CHECKS.map(check => check(subject)))).flat();
  const ranked = rank([
    ...found,
    ...notThere(subject),
    ...unexplained(subject),
  ]);
  return (ranked.length > 0 ? ranked : [well(subject)]).map(one =>
    toFinding(one, request.thing.name),
  );
}

function toFinding({ role, ask, ...found }: Found, affects: string): Finding {
  return { ...found, affects, ...(ask && { ask: sayAgain(ask) }) };
}
