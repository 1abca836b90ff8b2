import { parseManifests, type Manifest } from './manifests';

/** What a file holds, or why it can't be read. */
export type ParsedFile =
  | { manifests: Manifest[]; problem?: undefined }
  | { manifests?: undefined; problem: string };

/**
 * Remembers parsed files by their content, so that a new head costs as much
 * as the files that it changed. What two readings in a row did not use is
 * forgotten.
 */
export class ManifestCache {
  private current = new Map<string, ParsedFile>();
  private previous = new Map<string, ParsedFile>();

  /** Parses a file's text, or remembers having done so. */
  parse(text: string): ParsedFile {
    let parsed = this.current.get(text) ?? this.previous.get(text);
    if (!parsed) {
      try {
        parsed = { manifests: parseManifests(text) };
      } catch (error) {
        parsed = {
          problem: error instanceof Error ? error.message : `${error}`,
        };
      }
    }
    this.current.set(text, parsed);
    return parsed;
  }

  /** Ends a reading. */
  rotate(): void {
    this.previous = this.current;
    this.current = new Map();
  }
}
