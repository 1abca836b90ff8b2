import MiniSearch from 'minisearch';
import { sectionsOf, type Section } from './sections';

/** A section that answers a question. */
export interface Passage extends Section {
  /** True when the question's words are those of its heading. */
  exact: boolean;
}

/** Words that say nothing of what is asked. */
const EMPTY = new Set(
  'a an and are at be by can do does for from get have how i in is it me my of on or our so that the there this to us we what when where which who why will with you your'.split(
    ' ',
  ),
);

/** `apps` and `app`, `deleting` and `delete` are one. */
function stem(word: string): string | null {
  const plain = word.toLowerCase();
  if (EMPTY.has(plain) || plain.length < 2) {
    return null;
  }
  return plain.length > 4
    ? plain.replace(/(?:ing|ed|es|e|s)$/, '')
    : plain.replace(/s$/, '');
}

interface Documentation {
  sections: Section[];
  search: MiniSearch;
}

function index(files: ReadonlyMap<string, string>): Documentation {
  const sections = sectionsOf(files);
  const search = new MiniSearch({
    fields: ['heading', 'page', 'text'],
    processTerm: stem,
    searchOptions: {
      boost: { heading: 4, page: 2 },
      fuzzy: 0.2,
      // What is searched for has gone through it already.
      processTerm: word => word,
    },
  });
  search.addAll(sections.map((section, id) => ({ id, ...section })));
  return { sections, search };
}

// Once for each commit.
const indexes = new WeakMap<ReadonlyMap<string, string>, Documentation>();

function documentationOf(files: ReadonlyMap<string, string>): Documentation {
  const known = indexes.get(files);
  if (known) {
    return known;
  }
  const made = index(files);
  indexes.set(files, made);
  return made;
}

const wordsOf = (text: string) =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(word => stem(word) ?? []);

/**
 * The section of the platform's documentation that answers a question;
 * undefined when none has at least half of its words.
 */
export function findPassage(
  question: string,
  files: ReadonlyMap<string, string>,
): Passage | undefined {
  const words = [...new Set(wordsOf(question))];
  const { sections, search } = documentationOf(files);
  const [best] = words.length > 0 ? search.search(words.join(' ')) : [];
  if (!best || best.queryTerms.length < words.length / 2) {
    return undefined;
  }
  const section = sections[best.id];
  const heading = new Set(wordsOf(section.heading));
  return { ...section, exact: words.every(word => heading.has(word)) };
}
