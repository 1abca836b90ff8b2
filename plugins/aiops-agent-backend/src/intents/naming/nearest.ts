/** Edits that make one word of the other (Levenshtein's distance). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(
        previous[j] + 1,
        row[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    previous = row;
  }
  return previous[b.length];
}

/**
 * The names that come nearest to what was said, best first: those that
 * contain it or are contained, then those with few letters changed.
 */
export function nearest(said: string, names: string[], most = 3): string[] {
  const wanted = said.toLowerCase().slice(0, 60);
  return [...new Set(names)]
    .map(name => ({
      name,
      score:
        name.includes(wanted) || (name.length > 2 && wanted.includes(name))
          ? 0
          : distance(wanted, name) / Math.max(wanted.length, name.length),
    }))
    .filter(({ score }) => score <= 0.5)
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}
