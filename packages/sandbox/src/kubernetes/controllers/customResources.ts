import { timestamp } from '../resources/time';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from './types';
import { withCondition } from './conditions';

/** Says of CustomResourceDefinitions that they are served. */
export function customResourceController({
  resources,
  store,
  clock,
}: ControllerContext): Controller {
  const kind = resources.kinds.find(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
  )!;
  return {
    name: 'custom-resources',
    concerns: ({ kind: changed, object }) =>
      changed === kind.storage ? [keyOf(object)] : [],
    reconcile(key) {
      const [, name] = fromKey(key);
      const definition = store.get(kind.storage, '', name);
      if (!definition) {
        return;
      }
      const now = timestamp(clock.now());
      let conditions = withCondition(
        definition.status?.conditions,
        {
          type: 'NamesAccepted',
          status: 'True',
          reason: 'NoConflicts',
          message: 'no conflicts found',
        },
        now,
      );
      conditions = withCondition(
        conditions,
        {
          type: 'Established',
          status: 'True',
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
        },
        now,
      );
      resources.setStatus(definition, {
        conditions,
        acceptedNames: definition.spec.names,
        storedVersions: definition.spec.versions
          .filter((version: any) => version.storage)
          .map((version: any) => version.name),
      });
    },
  };
}
