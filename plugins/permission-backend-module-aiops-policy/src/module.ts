import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PortalPermissionPolicy } from './policy';

/** Sets the portal's permission policy. */
export const permissionModuleAiopsPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'aiops-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint, config: coreServices.rootConfig },
      async init({ policy, config }) {
        policy.setPolicy(
          new PortalPermissionPolicy(
            config.getOptionalStringArray('aiopsAgent.levels.admin') ?? [
              'platform-admins',
            ],
          ),
        );
      },
    });
  },
});
