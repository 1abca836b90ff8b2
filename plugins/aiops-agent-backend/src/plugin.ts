import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { aiopsAgentPermissions } from '@aiops-portal/plugin-aiops-agent-common';
import {
  aiopsAgentDirectoryExtensionPoint,
  aiopsAgentIntentsExtensionPoint,
  aiopsAgentLanguageModelExtensionPoint,
  aiopsAgentSecretStoreExtensionPoint,
  gitRepositoryServiceRef,
  platformReaderServiceRef,
  type Directory,
  type Intent,
  type LanguageModel,
  type SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import { systemClock } from './cluster';
import { createRouter, registerActions } from './doors';
import { createServices } from './services';
import { openDatabase } from './database';
import { readSettings } from './settings';

/** Where removals that are due are looked for. */
const REMOVALS_EVERY = { minutes: 10 };

/**
 * The assistant: from a sentence to a live change through Git.
 *
 * @public
 */
export const aiopsAgentPlugin = createBackendPlugin({
  pluginId: 'aiops-agent',
  register(env) {
    const intents: Intent[] = [];
    let directory: Directory | undefined;
    let secretStore: SecretStore | undefined;
    let languageModel: LanguageModel | undefined;
    env.registerExtensionPoint(aiopsAgentIntentsExtensionPoint, {
      addIntent: intent => intents.push(intent),
    });
    env.registerExtensionPoint(aiopsAgentDirectoryExtensionPoint, {
      setDirectory: own => {
        directory = own;
      },
    });
    env.registerExtensionPoint(aiopsAgentSecretStoreExtensionPoint, {
      setSecretStore: own => {
        secretStore = own;
      },
    });
    env.registerExtensionPoint(aiopsAgentLanguageModelExtensionPoint, {
      setLanguageModel: own => {
        languageModel = own;
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: platformReaderServiceRef,
        repository: gitRepositoryServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { config, lifecycle, logger, permissions } = deps;
        const settings = readSettings(config);
        const clock = systemClock;
        const { services, people, cluster, changes, randomId } =
          await createServices({
            ...deps,
            settings,
            clock,
            database: await openDatabase(deps.database),
            intents,
            directory,
            secretStore,
            languageModel: () => languageModel,
          });

        deps.permissionsRegistry.addPermissions(aiopsAgentPermissions);
        registerActions(deps.actionsRegistry, {
          auth: deps.auth,
          permissions,
          people,
          services,
          portalUrl: settings.portalUrl,
        });
        deps.httpRouter.use(
          await createRouter({
            httpAuth: deps.httpAuth,
            permissions,
            people,
            services,
            logger,
            clock: () => clock.now(),
            randomId,
          }),
        );

        cluster.start();
        changes.start();
        await changes.removals.schedule(
          deps.scheduler.createScheduledTaskRunner({
            frequency: REMOVALS_EVERY,
            timeout: { minutes: 5 },
          }),
        );
        lifecycle.addShutdownHook(async () => {
          await changes.stop();
          await cluster.stop();
        });
      },
    });
  },
});
