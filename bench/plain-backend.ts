// What a new Backstage app's backend holds, as the baseline for a start: the
// same Backstage plugins as in packages/backend without any of ours.
import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

const allowAll = createBackendModule({
  pluginId: 'permission',
  moduleId: 'allow-all',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.ALLOW }),
        });
      },
    });
  },
});

const backend = createBackend();
for (const feature of [
  import('@backstage/plugin-app-backend'),
  import('@backstage/plugin-auth-backend'),
  import('@backstage/plugin-permission-backend'),
  import('@backstage/plugin-catalog-backend'),
  import('@backstage/plugin-catalog-backend-module-logs'),
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  import('@backstage/plugin-kubernetes-backend'),
  import('@backstage/plugin-search-backend'),
  import('@backstage/plugin-search-backend-module-catalog'),
  import('@backstage/plugin-scaffolder-backend'),
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
  import('@backstage/plugin-mcp-actions-backend'),
  import('@backstage/plugin-events-backend'),
  import('@backstage/plugin-notifications-backend'),
  import('@backstage/plugin-signals-backend'),
  import('@backstage/plugin-user-settings-backend'),
]) {
  backend.add(feature);
}
backend.add(allowAll);
backend.start();
