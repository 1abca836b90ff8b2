import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  BlueprintInfo,
  Intent,
} from '@aiops-portal/plugin-aiops-agent-node';

/** Half-open range of characters of a {@link Reading}'s text. */
export interface Span {
  start: number;
  end: number;
}

/** A word with where it stands. */
export interface Token extends Span {
  /** Lower case. */
  text: string;
}

/** A name of the context that the message speaks of. */
export interface Mention extends Span {
  kind: 'environment' | 'application' | 'database' | 'team';
  name: string;
  /**
   * `exact`: the name itself, however it is spelt or spaced. `loose`: a part
   * of it that only this name has ("the blog" for `marketing-blog`); meant
   * only where something that exists must be meant.
   */
  strength: 'exact' | 'loose';
}

/** A thing of the context that was spoken of before. */
export type Focus = Pick<Mention, 'name'> & {
  kind: Exclude<Mention['kind'], 'team'>;
};

/** What was spoken of before, which "it", "her" and "there" then are. */
export interface Spoken {
  thing?: Focus;
  /** `REQ-<number>` */
  request?: string;
  /** A person or a team. */
  subject?: string;
  team?: string;
  /** An environment, which may not be there yet. */
  place?: string;
  /** Everything that the last wish said. */
  params?: Record<string, unknown>;
}

/** A message, prepared once and read by every extractor. */
export interface Reading {
  /** As it was written, with plain quotes and single spaces. */
  text: string;
  /** `text` in lower case, of the same length. */
  lower: string;
  tokens: Token[];
  mentions: Mention[];
  /** What the conversation is about. */
  spoken: Spoken;
  now: Date;
  context: LanguageContext;
  vocabulary: Vocabulary;
}

/** What can be deployed, by the words that people have for it. */
export type BlueprintWords = Pick<BlueprintInfo, 'name' | 'role' | 'aliases'> &
  Partial<Pick<BlueprintInfo, 'title' | 'engine'>>;

/** Names beside those of the context; data of the platform repository. */
export interface Vocabulary {
  blueprints: BlueprintWords[];
}

/** What the parser knows of an intent. */
export type KnownIntent = Pick<
  Intent,
  'name' | 'title' | 'examples' | 'parameters' | 'kind'
>;

/** A value in its normal form and the characters that said it. */
export interface Said<T = unknown> {
  value: T;
  spans: Span[];
}

/** What a value is wanted for. */
export interface Wanted {
  intent: string;
  /** Names of all the intent's parameters. */
  parameters: ReadonlySet<string>;
  /** True when the conversation has just asked for this parameter. */
  asked: boolean;
  /** True while something is pending: 'it' is then what is being planned. */
  pending?: boolean;
}

/** Finds one kind of value; undefined where the message doesn't say it. */
export type Extractor = (reading: Reading, wanted: Wanted) => Said | undefined;
