/** Which lines of a log are wanted. */
export interface LogRequest {
  /** How far back, in seconds. */
  sinceSeconds?: number;
  /** Only lines with these words, whatever their case. */
  query?: string;
  /** Of the run before the last restart. */
  previous?: boolean;
  /** At most this many, the newest. Default: 200. */
  lines?: number;
}

/** A line that a container wrote. Untrusted. */
export interface LogLine {
  pod: string;
  container: string;
  /** ISO 8601, where the cluster tells. */
  at?: string;
  text: string;
}

/** What is used of what may be used; cpu in cores, memory in bytes. */
export interface Measure {
  used: number;
  /** What is set aside for it. */
  requested?: number;
  /** What it may use at most. */
  limit?: number;
}

/** What all copies of a thing use together. */
export interface Measures {
  cpu: Measure;
  memory: Measure;
  /** Bytes of its volumes, where the cluster tells. */
  storage?: Measure;
  /** ISO 8601 */
  at: string;
}
