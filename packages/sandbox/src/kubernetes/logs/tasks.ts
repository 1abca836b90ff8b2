const ECHO = /\becho\s+(?:-[ne]+\s+)?("[^"]*"|'[^']*'|[^;&|]+)/g;

/** What a container writes that is meant to end: what its command echoes, else that it began and ended. */
export function taskLines(container: any, failed: boolean): string[] {
  const command = [...(container.command ?? []), ...(container.args ?? [])];
  const echoed = [...command.join(' ').matchAll(ECHO)].map(([, text]) =>
    text.trim().replace(/^(["'])(.*)\1$/, '$2'),
  );
  if (echoed.length) {
    return echoed;
  }
  return failed ? ['Starting'] : ['Starting', 'Done'];
}
