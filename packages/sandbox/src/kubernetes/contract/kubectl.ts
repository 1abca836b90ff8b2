import { execFileSync, spawn } from 'node:child_process';

/** What a command came to. */
export interface Outcome {
  status: number;
  text: string;
  stderr: string;
}

/** kubectl as somebody, in a namespace. Commands are split at spaces unless they are lists. */
export interface Kubectl {
  /** Begins something that takes its time: what it has printed so far, and how it ends. */
  start(
    command: string | string[],
    input?: string,
  ): { text(): string; ended: Promise<Outcome> };
  run(command: string | string[], input?: string): Promise<Outcome>;
  /** What it prints. @throws Error with what it says when it fails */
  ok(command: string | string[], input?: string): Promise<string>;
  /** What it prints, as JSON. */
  json(command: string): Promise<any>;
  /** What it says when it is refused. @throws Error when it isn't */
  refused(command: string | string[], input?: string): Promise<string>;
}

/** The kubectl on the PATH. */
export function kubectl(kubeconfig: string, namespace?: string): Kubectl {
  // Not synchronously: a sandbox in this process has to answer meanwhile.
  const start: Kubectl['start'] = (command, input = '') => {
    const words = typeof command === 'string' ? command.split(' ') : command;
    const child = spawn(
      'kubectl',
      namespace ? ['--namespace', namespace, ...words] : words,
      { env: { ...process.env, KUBECONFIG: kubeconfig }, timeout: 120_000 },
    );
    let text = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', more => (text += more));
    child.stderr.setEncoding('utf8').on('data', more => (stderr += more));
    // It may have ended before it reads what it is given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    return {
      text: () => text,
      ended: new Promise(resolve =>
        child.on('close', code =>
          resolve({ status: code ?? -1, stderr, text: text.trim() }),
        ),
      ),
    };
  };
  const run: Kubectl['run'] = (command, input) => start(command, input).ended;
  const ok: Kubectl['ok'] = async (command, input) => {
    const { status, stderr, text } = await run(command, input);
    if (status !== 0) {
      throw new Error(
        `kubectl ${[command].flat().join(' ')}: ${stderr}${text}`,
      );
    }
    return text;
  };
  return {
    start,
    run,
    ok,
    json: async command => JSON.parse(await ok(`${command} -o json`)),
    async refused(command, input) {
      const { status, stderr, text } = await run(command, input);
      if (status === 0) {
        throw new Error(
          `kubectl ${[command].flat().join(' ')} was not refused: ${text}`,
        );
      }
      return stderr;
    },
  };
}

/** Why kubectl can't be used here, or undefined when it can: it must be 1.27 or newer. */
export function kubectlProblem(): string | undefined {
  try {
    const { clientVersion } = JSON.parse(
      execFileSync('kubectl', ['version', '--client', '-o', 'json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    return Number.parseInt(clientVersion.minor, 10) >= 27
      ? undefined
      : `kubectl is ${clientVersion.gitVersion}, and 1.27 or newer is needed`;
  } catch {
    return 'kubectl is not on the PATH';
  }
}
