import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A value kept in one file that only its owner may read. */
export interface JsonFile<T> {
  /** What was written last, or undefined where nothing was. @throws Error when it cannot be read. */
  read(): T | undefined;
  /** Replaces the file whole, so that a crash leaves the old or the new one. */
  write(value: T): void;
}

/** Keeps a value in `path`, mode 0600; the folder is made when needed. */
export function jsonFile<T>(path: string): JsonFile<T> {
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          return undefined;
        }
        throw error;
      }
      try {
        return JSON.parse(text) as T;
      } catch (error) {
        throw new Error(
          `The sandbox's state in ${path} can't be read. Start afresh with "npm run reset".`,
          { cause: error },
        );
      }
    },
    write(value) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const temporary = `${path}.new`;
      const file = openSync(temporary, 'w', 0o600);
      try {
        writeSync(file, JSON.stringify(value));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    },
  };
}
