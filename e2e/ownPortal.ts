import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Person } from './requests';

/** A process of the portal's, as scripts/portal keeps it. */
interface Part {
  stop(): Promise<void>;
  crash(): Promise<void>;
}

const PORT = '47007';
const SANDBOX_PORT = 47100;

/** What scripts/portal can do, on ports and state of its own. */
async function scriptsFor(stateDir: string) {
  const own: Record<string, string> = {
    AIOPS_STATE_DIR: stateDir,
    AIOPS_PORT: PORT,
    AIOPS_SANDBOX_PORT: String(SANDBOX_PORT),
  };
  const before = { ...process.env };
  Object.assign(process.env, own);
  try {
    // These read the environment when they are loaded.
    const { startBackend, startSandbox } = await import(
      '../scripts/portal/run-portal.mjs'
    );
    const { tokenOf } = await import('../scripts/portal/commands/token.mjs');
    const { peopleAreKnown } = await import('../scripts/portal/people.mjs');
    const { toolchain } = await import('../scripts/portal/toolchain.mjs');
    const { assertFree, neededPorts } = await import(
      '../scripts/portal/ports.mjs'
    );
    await assertFree(neededPorts({ sandbox: true }));
    const tools = toolchain();
    return {
      startSandbox: (): Promise<Part> => startSandbox(tools),
      startBackend: async (): Promise<Part> => {
        const backend = await startBackend({ ...tools, sandbox: true });
        await peopleAreKnown();
        return backend;
      },
      tokenOf: (person: string): Promise<string> => tokenOf(person),
    };
  } finally {
    for (const name of Object.keys(own)) {
      if (before[name] === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = before[name];
      }
    }
  }
}

/**
 * A portal that a test may hurt: its parts stop, crash and come back, and
 * other people push to its repository.
 */
export class OwnPortal {
  readonly #stateDir = mkdtempSync(join(tmpdir(), 'aiops-portal-failures-'));
  #scripts!: Awaited<ReturnType<typeof scriptsFor>>;
  #sandbox?: Part;
  #backend?: Part;

  static async start(): Promise<OwnPortal> {
    const portal = new OwnPortal();
    portal.#scripts = await scriptsFor(portal.#stateDir);
    try {
      await portal.startSandbox();
      await portal.startBackend();
      return portal;
    } catch (error) {
      await portal.stop();
      throw error;
    }
  }

  async startSandbox(): Promise<void> {
    this.#sandbox = await this.#scripts.startSandbox();
  }

  async stopSandbox(): Promise<void> {
    await this.#sandbox?.stop();
    this.#sandbox = undefined;
  }

  async startBackend(): Promise<void> {
    this.#backend = await this.#scripts.startBackend();
  }

  /** Ends the backend as a power cut would. */
  async crashBackend(): Promise<void> {
    await this.#backend?.crash();
    this.#backend = undefined;
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.stopSandbox();
    rmSync(this.#stateDir, { recursive: true, force: true });
  }

  /** Somebody who has signed in. */
  async signIn(name: string): Promise<Person> {
    const token = await this.#scripts.tokenOf(name);
    return new Person(`http://localhost:${PORT}`, token);
  }

  /** What real kubectl says about the cluster. */
  kubectl(...args: string[]): string {
    return execFileSync(
      'kubectl',
      ['--kubeconfig', join(this.#stateDir, 'sandbox/kubeconfig'), ...args],
      { encoding: 'utf8' },
    );
  }

  /** What real git says about the platform repository on its server. */
  git(...args: string[]): string {
    return execFileSync(
      'git',
      ['-C', join(this.#stateDir, 'sandbox/git/platform.git'), ...args],
      { encoding: 'utf8' },
    );
  }

  head(): string {
    return this.git('rev-parse', 'main').trim();
  }

  /** The commits that carry a request's id, newest first. */
  commitsOf(id: string): string[] {
    return this.git('log', '--format=%H', `--grep=^Request-Id: ${id}$`, 'main')
      .split('\n')
      .filter(Boolean);
  }

  /** Somebody else clones, edits and pushes; answers with their commit. */
  pushByHand(edit: (checkout: string) => void): string {
    const checkout = mkdtempSync(join(this.#stateDir, 'checkout-'));
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        [
          '-C',
          checkout,
          '-c',
          'user.name=Somebody',
          '-c',
          'user.email=somebody@corp.example.com',
          ...args,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      );
    const remote = `http://portal:sandbox-git@127.0.0.1:${
      SANDBOX_PORT + 2
    }/platform.git`;
    git('clone', '-q', remote, '.');
    edit(checkout);
    git('add', '-A');
    git('commit', '-q', '-m', 'By hand');
    git('push', '-q', 'origin', 'HEAD:main');
    return git('rev-parse', 'HEAD').trim();
  }
}

/** Adds or replaces a file of a checkout. */
export function writeIn(checkout: string, path: string, content: string) {
  const file = join(checkout, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
