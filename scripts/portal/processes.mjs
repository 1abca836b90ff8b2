import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Sentence } from './sentence.mjs';
import { root, stateDir } from './paths.mjs';
import { lastLines } from './toolchain.mjs';

const logsDir = join(stateDir, 'logs');

/** How long a process may take to stop before it is killed. */
const STOP_MS = 8_000;

/**
 * A process that is part of the running portal. Its log goes to a file; it
 * leaves when the pipe on its standard input closes, so that nothing is left
 * behind even when this program is killed.
 */
export class Part {
  #child;
  #name;
  #exited;
  #gaveUp;
  #stopping = false;

  /**
   * @param folder - Where it runs, from the checkout's root.
   * @param givesUpWith - What it prints when it can't start but stays.
   */
  constructor({ name, node, args, env, folder = '.', givesUpWith }) {
    mkdirSync(logsDir, { recursive: true });
    this.#name = name;
    this.logFile = join(logsDir, `${name}.log`);
    const log = createWriteStream(this.logFile);
    this.#child = spawn(
      node,
      [
        '--require',
        join(root, 'scripts/portal/leave-with-parent.cjs'),
        ...args,
      ],
      { cwd: join(root, folder), env, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#child.stdout.pipe(log, { end: false });
    this.#child.stderr.pipe(log, { end: false });
    this.#gaveUp = new Promise(done => {
      this.#child.stdout.on('data', chunk => {
        if (givesUpWith && String(chunk).includes(givesUpWith)) {
          done({ code: 'it could not start' });
        }
      });
    });
    this.#exited = new Promise(done => {
      this.#child.once('error', error => done({ error }));
      this.#child.once('exit', (code, signal) => done({ code, signal }));
    });
  }

  /** Resolves when it ended without being asked to, with a sentence why. */
  async failed() {
    const { code, signal, error } = await Promise.race([
      this.#exited,
      this.#gaveUp,
    ]);
    if (this.#stopping) {
      return new Promise(() => {});
    }
    return new Sentence(
      `The ${this.#name} stopped by itself (${
        error?.message ?? signal ?? `exit code ${code}`
      }). ` +
        `The end of ${this.logFile}:\n\n${lastLines(
          readFileSync(this.logFile, 'utf8'),
          25,
        )}`,
    );
  }

  /**
   * Waits until `url` answers with success, and stops it when it doesn't.
   *
   * @throws Sentence
   */
  async ready(url, seconds) {
    try {
      await this.#answers(url, seconds);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #answers(url, seconds) {
    const failure = this.failed();
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      const answered = fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
        response => response.ok,
        () => false,
      );
      const result = await Promise.race([answered, failure]);
      if (result instanceof Sentence) {
        throw result;
      }
      if (result) {
        return;
      }
      await wait(100);
    }
    throw new Sentence(
      `The ${
        this.#name
      } did not answer at ${url} within ${seconds} s. The end of ${
        this.logFile
      }:\n\n` + lastLines(readFileSync(this.logFile, 'utf8'), 25),
    );
  }

  /** Ends it as a crash or a power cut would: without a word. For tests. */
  async crash() {
    this.#stopping = true;
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  async stop() {
    this.#stopping = true;
    this.#child.stdin.destroy();
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    await this.#exited;
    clearTimeout(timer);
  }
}
