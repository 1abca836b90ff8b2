/** 'Lena and Ada', 'Lena, Ada or Vic', in the browser's language. */
export function names(all: string[], type: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(undefined, {
    type: type === 'and' ? 'conjunction' : 'disjunction',
  }).format(all);
}
