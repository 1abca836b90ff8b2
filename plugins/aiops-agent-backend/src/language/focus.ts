import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';
import type { Focus, Spoken } from './types';

/** Parameters that name a thing which exists, and what kind they say it is. */
const NAMING: Array<[parameter: string, kind?: Focus['kind']]> = [
  ['application', 'application'],
  ['target'],
  ['environment', 'environment'],
];

/** What is being made is spoken of, not the place where it is to be. */
const MAKING = /^(?:deploy|create_environment)/;

type Wish = NonNullable<UnderstandInput['last']>;

/** The thing of the context that a wish is about. */
function thingOf(
  { intent, params }: Wish,
  context: UnderstandInput['context'],
): Focus | undefined {
  const lists: Array<[Focus['kind'], string[] | undefined]> = [
    ['application', context.applications],
    ['database', context.databases],
    ['environment', context.environments],
  ];
  for (const [parameter, only] of MAKING.test(intent) ? [] : NAMING) {
    const name = params[parameter];
    const kind = lists.find(
      ([each, names]) =>
        (!only || each === only) && names?.includes(name as string),
    )?.[0];
    if (typeof name === 'string' && kind) {
      return { name, kind };
    }
  }
  return undefined;
}

/** The environment that a wish is about, which may be made only by it. */
function placeOf(
  { intent, params }: Wish,
  { environments = [] }: UnderstandInput['context'],
): unknown {
  const isPlace =
    intent === 'create_environment' ||
    environments.includes(String(params.name));
  return params.environment ?? (isPlace ? params.name : undefined);
}

/** "Is the lab ok? Then put it there." */
function environmentOf(
  wish: Wish,
  context: UnderstandInput['context'],
): string | undefined {
  const thing = thingOf(wish, context);
  return thing?.kind === 'environment' ? thing.name : undefined;
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

/**
 * What a conversation is about: what was spoken of last, else what is waited
 * for. Things come out only where they are in the context.
 */
export function spokenIn({
  context,
  pending,
  last,
}: Pick<UnderstandInput, 'context' | 'pending' | 'last'>): Spoken {
  const wishes: Wish[] = [last, pending].flatMap(one => one ?? []);
  const first = <T>(of: (wish: Wish) => T | undefined) =>
    wishes.map(of).find(found => found !== undefined);
  return {
    thing: first(wish => thingOf(wish, context)),
    request: first(({ params }) => textOf(params.request)),
    subject: first(({ params }) => textOf(params.subject)),
    team: first(({ params }) => textOf(params.team)),
    params: last?.params,
    place: first(
      wish => textOf(placeOf(wish, context)) ?? environmentOf(wish, context),
    ),
  };
}
