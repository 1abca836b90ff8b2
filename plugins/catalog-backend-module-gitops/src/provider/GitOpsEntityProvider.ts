import type {
  GitRepositoryService,
  PlatformReader,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { platformEntities } from '../entities';

const NAME = 'gitops';

/** What a {@link GitOpsEntityProvider} is made of. */
export interface GitOpsEntityProviderOptions {
  git: Pick<GitRepositoryService, 'onHeadChange' | 'fileUrl'>;
  platform: Pick<PlatformReader, 'snapshot'>;
  logger: LoggerService;
  /** How a host opens for people, with `{host}` in it. */
  ingressUrl: string;
}

/**
 * Keeps the catalog as the platform repository is: at once when its head
 * moves, and with {@link GitOpsEntityProvider.update} whenever that failed.
 */
export class GitOpsEntityProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private applied?: string;
  private running?: Promise<void>;
  private again = false;
  private said = new Set<string>();

  constructor(private readonly options: GitOpsEntityProviderOptions) {}

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    this.options.git.onHeadChange(() => this.updateLater());
    // The catalog starts also while the repository can't be reached.
    this.updateLater();
  }

  /**
   * Brings the catalog to the newest head; does nothing when it is there.
   * Heads that come while one is being applied are taken together.
   *
   * @throws what the repository or the catalog threw.
   */
  async update(): Promise<void> {
    if (this.running) {
      this.again = true;
    }
    this.running ??= this.run();
    await this.running;
  }

  private updateLater(): void {
    this.update().catch(error =>
      this.options.logger.warn(
        `The catalog could not be brought to the newest state of the GitOps repository: ${error}`,
      ),
    );
  }

  private async run(): Promise<void> {
    try {
      do {
        this.again = false;
        try {
          await this.apply();
        } catch (error) {
          // What came in the meantime may have mended it, and must not be lost.
          if (!this.again) {
            throw error;
          }
          this.options.logger.debug(`Trying again at once: ${error}`);
        }
      } while (this.again);
    } finally {
      this.running = undefined;
    }
  }

  private async apply(): Promise<void> {
    const { connection } = this;
    if (!connection) {
      return;
    }
    const platform = await this.options.platform.snapshot();
    if (platform.head === this.applied) {
      return;
    }
    this.say(platform);
    await connection.applyMutation({
      type: 'full',
      entities: platformEntities(platform, {
        ingressUrl: this.options.ingressUrl,
        fileUrl: path => this.options.git.fileUrl?.(path),
      }).map(entity => ({ entity, locationKey: NAME })),
    });
    this.applied = platform.head;
  }

  /** Says each problem once, not with every commit. */
  private say({ problems }: PlatformSnapshot): void {
    const lines = problems.map(({ path, message }) => `${path}: ${message}`);
    for (const line of lines.filter(other => !this.said.has(other))) {
      this.options.logger.warn(line);
    }
    this.said = new Set(lines);
  }
}
