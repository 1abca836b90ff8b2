import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Reconciler } from './argocd';
import {
  startControl,
  type ControlState,
  type SandboxAddresses,
} from './control';
import { startExternalSecrets } from './external-secrets';
import { BACKUP_STORAGE_AWAY, faultRoutes, Faults } from './faults';
import { openRepository, startGitRemote } from './git';
import {
  createKubernetesSandbox,
  realClock,
  writeKubeconfig,
  type ClusterApi,
  type SandboxClock,
} from './kubernetes';
import type { SandboxLogger } from './logger';
import { startOpenId } from './openid';
import { jsonFile } from './state';
import { keptIn, startVelero } from './velero';
import {
  PORTAL_RULES,
  SecretsStore,
  startVault,
  type StoredSecrets,
} from './vault';
import { publishIngresses, startWeb } from './web';
import {
  credentials,
  readPeople,
  readPrograms,
  seedSecrets,
  syncAsPlatformTeam,
} from './world';

/** What a sandbox is made of. */
export interface SandboxOptions {
  /** Everything that is kept lies in here. */
  stateDir: string;
  /** What the platform repository begins with. */
  gitopsDir: string;
  /** The portal, as browsers see it: people are sent back there after signing in. */
  portalUrl: string;
  /** Default: 127.0.0.1. */
  host?: string;
  /** The first of six ports in a row: control, Kubernetes, Git, Vault, sign-in, web. Default: 7100. */
  basePort?: number;
  /** Default: the machine's. */
  clock?: SandboxClock;
  logger: SandboxLogger;
}

/** A sandbox that runs. */
export interface Sandbox {
  addresses: SandboxAddresses;
  /** Path of a kubeconfig with all rights. */
  kubeconfig: string;
  /** The cluster, for whoever runs in this process. */
  cluster: ClusterApi;
  stop(): Promise<void>;
}

/** Where the portal's sign-in takes people back. */
const CALLBACK = '/api/auth/corp/handler/frame';

/**
 * Starts the whole company. When one part can't start, the others are stopped
 * again.
 *
 * @throws Error with a sentence for the person who started it.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const {
    stateDir,
    host = '127.0.0.1',
    basePort = 7100,
    clock = realClock(),
    logger,
  } = options;
  const stops: Array<() => void | Promise<void>> = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) {
      await end();
    }
  };
  const at = (index: number) => ({
    host,
    port: basePort && basePort + index,
    logger,
  });
  const own = (server: { url: string; close(): Promise<void> }) => {
    stops.push(() => server.close());
    return server.url;
  };

  try {
    await mkdir(stateDir, { recursive: true, mode: 0o700 });
    const kubeconfig = join(stateDir, 'kubeconfig');
    const people = readPeople();
    const state: ControlState = { ready: false, kubeconfig, people };
    const control = own(await startControl(state, at(0)));

    const kubernetes = await createKubernetesSandbox({
      ...at(1),
      stateFile: join(stateDir, 'kubernetes.json'),
      clock,
      programs: readPrograms(),
      users: [
        {
          token: credentials.cluster.admin,
          name: 'admin',
          groups: ['system:masters'],
          role: 'admin',
        },
        {
          token: credentials.cluster.portal,
          name: 'portal',
          groups: ['portal'],
          role: 'reader',
        },
      ],
    });
    await kubernetes.start();
    stops.push(() => kubernetes.stop());
    const cluster = kubernetes.api;
    await writeKubeconfig(
      kubernetes.url,
      credentials.cluster.admin,
      kubeconfig,
    );

    const repository = await openRepository({
      directory: join(stateDir, 'git', 'platform.git'),
      seedDirectory: options.gitopsDir,
      branch: 'main',
      now: clock.now(),
    });
    const git = own(
      await startGitRemote({ repository, ...credentials.git, ...at(2) }),
    );

    const secrets = jsonFile<StoredSecrets>(
      join(stateDir, 'vault', 'secrets.json'),
    );
    const store = new SecretsStore(secrets, () => clock.now());
    const fresh = await repository.isFresh();
    if (fresh) {
      seedSecrets(
        store,
        await repository.files(await repository.head(), ['k8s-manifests']),
      );
    }
    const vault = own(
      await startVault({
        store,
        tokens: [
          { token: credentials.vault.root, displayName: 'root' },
          {
            token: credentials.vault.portal,
            displayName: 'portal',
            rules: PORTAL_RULES,
          },
        ],
        now: () => clock.now(),
        ...at(3),
      }),
    );
    stops.push(
      startExternalSecrets({
        cluster,
        clock,
        logger,
        provider: {
          read: path => store.read(path)?.data,
          onChange: listener => store.onChange(listener),
        },
      }),
    );
    const faults = new Faults({
      cluster,
      programs: kubernetes.programs,
      repository,
      people,
      clock,
      kept: jsonFile(join(stateDir, 'faults.json')),
    });
    const velero = startVelero({
      cluster,
      clock,
      logger,
      contents: keptIn(join(stateDir, 'velero')),
      bytes: claim => kubernetes.programs.disks.use(claim).used,
      storageAnswers: () => !faults.isOn(BACKUP_STORAGE_AWAY),
    });
    faults.onChange(() => velero.validate());
    stops.push(() => velero.stop());
    stops.push(publishIngresses(cluster));
    const reconciler = await Reconciler.start({
      cluster,
      clock,
      repository,
      logger,
    });
    stops.push(() => reconciler.stop());
    if (fresh) {
      const leave = syncAsPlatformTeam(cluster);
      stops.push(leave, repository.onHeadChange(leave));
    }

    const portal = options.portalUrl.replace(/\/$/, '');
    const openid = own(
      await startOpenId({
        people,
        client: {
          ...credentials.openid,
          redirectUris: [portal + CALLBACK],
          postLogoutRedirectUris: [portal, `${portal}/`],
        },
        places: { kubernetes: kubernetes.url, git, vault },
        directory: join(stateDir, 'openid'),
        ...at(4),
      }),
    );
    const web = own(await startWeb({ cluster, ...at(5) }));

    const addresses: SandboxAddresses = {
      control,
      kubernetes: kubernetes.url,
      git: `${git}/platform.git`,
      vault,
      openid,
      web,
    };
    Object.assign(state, {
      ready: true,
      addresses,
      cluster,
      faults: faultRoutes(faults),
    });
    return { addresses, kubeconfig, cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
