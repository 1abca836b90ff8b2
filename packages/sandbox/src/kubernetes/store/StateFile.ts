import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { KubeObject } from '../types';
import type { ObjectStore } from './ObjectStore';

const DEBOUNCE_MS = 1_000;
/** Objects that are turned into text in one go, so that requests get their turn in between. */
const BATCH = 200;

/**
 * Keeps a store in a file, one JSON object a line, written a second after a
 * change and whole, so that a crash leaves the old or the new one.
 */
export class StateFile {
  private timer?: NodeJS.Timeout;
  private unsubscribe?: () => void;
  private writing: Promise<void> = Promise.resolve();
  private dirty = false;

  constructor(
    private readonly path: string,
    private readonly store: ObjectStore,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Puts back what was saved; false when nothing was. @throws Error when the file can't be read */
  async load(): Promise<boolean> {
    if (!existsSync(this.path)) {
      return false;
    }
    let version: number | undefined;
    const objects: KubeObject[] = [];
    try {
      const lines = createInterface({ input: createReadStream(this.path) });
      for await (const line of lines) {
        if (version === undefined) {
          version = Number(JSON.parse(line).resourceVersion);
        } else if (line) {
          objects.push(JSON.parse(line));
        }
      }
    } catch (error) {
      throw new Error(
        `The sandbox's cluster in ${this.path} can't be read. Start afresh with "npm run reset".`,
        { cause: error },
      );
    }
    this.store.restore(version ?? 0, objects);
    return objects.length > 0;
  }

  /** Saves after changes from now on. */
  start(): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    this.unsubscribe = this.store.subscribe(() => {
      this.dirty = true;
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.save().catch(this.onError);
      }, DEBOUNCE_MS).unref();
    });
    this.dirty = true;
  }

  /** Saves what isn't yet and stops. */
  async stop(): Promise<void> {
    this.unsubscribe?.();
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.save();
  }

  private save(): Promise<void> {
    const saved = this.writing.then(() =>
      this.dirty ? this.write() : undefined,
    );
    // One that failed is told of, and doesn't keep the next one from trying.
    this.writing = saved.catch(() => {
      this.dirty = true;
    });
    return saved;
  }

  private async write(): Promise<void> {
    this.dirty = false;
    const temporary = `${this.path}.new`;
    const file = await open(temporary, 'w', 0o600);
    try {
      let text = `${JSON.stringify({ resourceVersion: this.store.version })}\n`;
      let count = 0;
      // Listed at once: what changes while it is written is saved next time.
      for (const object of [...this.store.all()]) {
        text += `${JSON.stringify(object)}\n`;
        if (++count % BATCH === 0) {
          await file.write(text);
          text = '';
        }
      }
      await file.write(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.path);
  }
}
