import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';
import type { Focus } from './types';

/** Parameters that name a thing which exists, and what kind they say it is. */
const NAMING: Array<[parameter: string, kind?: Focus['kind']]> = [
  ['application', 'application'],
  ['target'],
  ['environment', 'environment'],
];

/** What is being made is spoken of, not the place where it is to be. */
const MAKING = /^(?:deploy|create_environment)/;

/**
 * What a conversation is about: the thing that is waited for or was spoken of
 * last. Only names of the context can come out.
 */
export function focusOf({
  context,
  pending,
  last,
}: Pick<UnderstandInput, 'context' | 'pending' | 'last'>): Focus | undefined {
  const lists: Array<[Focus['kind'], string[] | undefined]> = [
    ['application', context.applications],
    ['database', context.databases],
    ['environment', context.environments],
  ];
  for (const { intent, params } of [last, pending].flatMap(one => one ?? [])) {
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
  }
  return undefined;
}
