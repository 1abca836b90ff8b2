import { locale } from './locale';

/** 'Lena and Ada', 'Lena, Ada or Vic', in the language of the page. */
export function names(all: string[], type: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(locale(), {
    type: type === 'and' ? 'conjunction' : 'disjunction',
  }).format(all);
}
