import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HeadPoller } from './HeadPoller';
import {
  MirroredGitRepository,
  type MirroredGitRepositoryOptions,
} from './MirroredGitRepository';
import { parseRemote } from './remote';
import type { GitRepositoryService } from './types';

const DEFAULT_POLL_SECONDS = 15;

/**
 * The GitOps repository, as the one mirror that all plugins and modules of
 * the backend share. Configured under `aiopsAgent.git`.
 */
export const gitRepositoryServiceRef = createServiceRef<GitRepositoryService>({
  id: 'aiops-agent.git-repository',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory({ config, logger: rootLogger, lifecycle }) {
        const logger = rootLogger.child({ service: 'gitops-repository' });
        const repository = new MirroredGitRepository({
          ...readGitConfig(config),
          logger,
        });
        const poller = new HeadPoller(repository, pollSeconds(config), logger);
        lifecycle.addStartupHook(() => poller.start());
        lifecycle.addShutdownHook(() => poller.stop());
        return repository;
      },
    }),
});

/**
 * Reads `aiopsAgent.git`.
 *
 * @throws InputError when a value can't be used.
 */
export function readGitConfig(
  config: RootConfigService,
): Omit<MirroredGitRepositoryOptions, 'logger'> {
  const git = config.getConfig('aiopsAgent.git');
  const branch = git.getOptionalString('branch') ?? 'main';
  if (!/^[A-Za-z0-9][\w./-]*$/.test(branch) || /\.\.|\/\/|[./]$/.test(branch)) {
    throw new InputError('aiopsAgent.git.branch is not a name of a branch.');
  }
  const remote = parseRemote({
    url: git.getString('url'),
    username: git.getOptionalString('username'),
    password: git.getOptionalString('password'),
  });
  return {
    remote,
    branch,
    directory: join(
      resolve(git.getOptionalString('mirrorDir') ?? defaultDirectory()),
      createHash('sha256').update(remote.url).digest('hex').slice(0, 16),
    ),
    committer: {
      name: git.getOptionalString('committer.name') ?? 'AIOps portal',
      email:
        git.getOptionalString('committer.email') ?? 'aiops-portal@localhost',
    },
    commitUrl: git.getOptionalString('commitUrl'),
    fileUrl: git.getOptionalString('fileUrl'),
  };
}

function pollSeconds(config: RootConfigService): number {
  const seconds =
    config.getOptionalNumber('aiopsAgent.git.pollSeconds') ??
    DEFAULT_POLL_SECONDS;
  if (!(seconds >= 1)) {
    throw new InputError('aiopsAgent.git.pollSeconds must be 1 or more.');
  }
  return seconds;
}

/** Apart from other users', who share the machine's temporary folder. */
function defaultDirectory(): string {
  return join(tmpdir(), `aiops-agent-git-${process.getuid?.() ?? 'portal'}`);
}
