/**
 * Remembers answers for a short time, and asks once where several want the
 * same at a time. Failures are not remembered.
 */
export class ShortMemory<T> {
  readonly #entries = new Map<string, { at: number; value: Promise<T> }>();

  /**
   * @param options.lifetime - In milliseconds.
   * @param options.most - Answers kept; the oldest goes first.
   */
  constructor(
    private readonly options: {
      lifetime: number;
      most: number;
      clock: () => Date;
    },
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const { lifetime, most, clock } = this.options;
    const now = clock().getTime();
    const known = this.#entries.get(key);
    if (known && now - known.at < lifetime) {
      return known.value;
    }
    const value = load();
    const entry = { at: now, value };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= most) {
        break;
      }
      this.#entries.delete(oldest);
    }
    return value;
  }
}
