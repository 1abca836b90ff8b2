import { forbidden, notFound } from '../resources/status';
import type { AdmissionPlugin } from './types';

/** Nothing is created in a namespace that doesn't exist or is going away. */
export const namespaceLifecycle: AdmissionPlugin = request => {
  const { kind, object, operation, store } = request;
  if (operation !== 'create' || !kind.namespaced) {
    return;
  }
  const name = object.metadata.namespace ?? '';
  const namespace = store.get('v1/Namespace', '', name);
  if (!namespace) {
    throw notFound({ group: '', plural: 'namespaces' }, name);
  }
  if (namespace.metadata.deletionTimestamp && kind.kind !== 'Event') {
    const refused = forbidden(
      kind,
      object.metadata.name,
      `unable to create new content in namespace ${name} because it is being terminated`,
    );
    refused.status.details!.causes = [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${name} is being terminated`,
        field: 'metadata.namespace',
      },
    ];
    throw refused;
  }
};
