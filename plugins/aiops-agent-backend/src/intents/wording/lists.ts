import { say, sayAgain } from '../../words';

function joined(words: string[], last: string): string {
  if (words.length < 2) {
    return words.join('');
  }
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** `a, b and c` */
export function together(words: string[]): string {
  return joined(words, say`and`);
}

/** `a, b or c` */
export function alternatives(words: string[]): string {
  return joined(words, say`or`);
}

/** `1 environment`, `3 environments`, in the language of the turn. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${sayAgain(count === 1 ? one : many)}`;
}
