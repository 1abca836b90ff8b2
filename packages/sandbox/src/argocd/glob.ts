const cache = new Map<string, RegExp>();

/** True when a path matches a pattern: `*` within a segment, `**` across, `?`, `{a,b}`. */
export function matchesGlob(pattern: string, path: string): boolean {
  let expression = cache.get(pattern);
  if (!expression) {
    expression = new RegExp(`^${source(pattern)}$`);
    cache.set(pattern, expression);
  }
  return expression.test(path);
}

function source(pattern: string): string {
  return pattern.replace(
    /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\{}]/g,
    token => {
      switch (token) {
        case '**/':
          return '(?:.*/)?';
        case '**':
          return '.*';
        case '*':
          return '[^/]*';
        case '?':
          return '[^/]';
        default:
          return token.length > 1
            ? `(?:${token.slice(1, -1).split(',').map(source).join('|')})`
            : `\\${token}`;
      }
    },
  );
}
