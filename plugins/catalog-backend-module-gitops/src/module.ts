import {
  gitRepositoryServiceRef,
  platformReaderServiceRef,
} from '@aiops-portal/plugin-aiops-agent-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { GitOpsEntityProvider } from './provider';

/** Environments, applications, databases and caches of the GitOps repository. */
export const catalogModuleGitops = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitops',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        git: gitRepositoryServiceRef,
        logger: coreServices.logger,
        platform: platformReaderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, git, logger, platform, scheduler }) {
        const provider = new GitOpsEntityProvider({
          git,
          platform,
          logger,
          ingressUrl:
            config.getOptionalString('aiopsAgent.ingressUrl') ??
            'https://{host}',
        });
        catalog.addEntityProvider(provider);
        // Changes come at once; this is for when one could not be applied.
        await scheduler.scheduleTask({
          id: 'gitops-entities',
          scope: 'local',
          frequency: { minutes: 1 },
          initialDelay: { minutes: 1 },
          timeout: { minutes: 1 },
          fn: () => provider.update(),
        });
      },
    });
  },
});
