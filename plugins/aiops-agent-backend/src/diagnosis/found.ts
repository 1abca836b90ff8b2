import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import type { EventObject } from '../cluster/objects';
import { redact } from '../secrets';
import type { Subject } from './subject';

/** A piece of evidence that can be checked by hand. */
export type Evidence = Finding['evidence'][number];

/** What a check found, before all that was found is ranked. */
export interface Found extends Omit<Finding, 'affects'> {
  /**
   * `cause`: it needs no other explanation. `effect`: something else may be
   * behind it. `symptom`: what people notice, of any cause.
   */
  role: 'cause' | 'effect' | 'symptom';
}

/** Looks for the causes of one group. */
export type Check = (subject: Subject) => Found[] | Promise<Found[]>;

/** Pods of which each is shown as evidence; the others are like them. */
export const SHOWN = 3;

/** Evidence in a cluster's or a person's words: redacted and not too long. */
export function evidence(source: string, text: string): Evidence {
  return { source, text: redact(text) };
}

/** An event as evidence, by its uid. */
export function eventEvidence(event: EventObject): Evidence {
  const { reason, message, count } = event;
  const times = count && count > 1 ? ` (${count} times)` : '';
  return evidence(
    `event ${event.metadata.uid ?? event.metadata.name}`,
    `${reason}: ${message}${times}`,
  );
}
