/** Where the sandbox says what happens; fits Backstage's logger and `console`. */
export interface SandboxLogger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: Error): void;
}
