import type { Kind } from '../kinds/types';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';

/** A write that is about to happen. */
export interface AdmissionRequest {
  operation: 'create' | 'update';
  kind: Kind;
  /** Complete and valid; plugins that mutate change it in place. */
  object: KubeObject;
  previous?: KubeObject;
  store: ObjectStore;
}

/** Looks at a write before it happens. @throws StatusError to refuse it. */
export type AdmissionPlugin = (request: AdmissionRequest) => void;
