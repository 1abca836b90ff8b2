import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import type { Mention } from '../../types';

/** What a parameter can name. */
export type Kind = Exclude<Mention['kind'], 'team'>;

/** What people call things of a kind, as a regular expression without groups. */
export const NOUNS: Record<Kind, string> = {
  environment:
    '(?:environments?|envs?|enviroments?|namespaces?|ns|sandbox|playground|workspace|space)',
  application:
    '(?:apps?|applications?|web ?apps?|sites?|web ?sites?|blogs?|pages?|service|wordpress|ghost|wiki|home ?page|program)',
  database:
    '(?:databases?|dbs?|cache|redis|postgres(?:ql)?|mysql|mariadb|valkey|mongo(?:db)?)',
};

/** The names of a kind that the person may see. */
export function namesOf(context: LanguageContext, kind: Kind): string[] {
  const lists = {
    environment: context.environments,
    application: context.applications,
    database: context.databases,
  };
  return lists[kind] ?? [];
}

/** Name and, where it can be told, kind of the entity of the page. */
export function entityOf(
  context: LanguageContext,
): { name: string; kind?: Kind } | undefined {
  if (!context.entity) {
    return undefined;
  }
  const match = context.entity.match(/^(?:([\w-]+):)?(?:[\w.-]+\/)?(.+)$/);
  const name = match?.[2] ?? context.entity;
  const ofRef: Record<string, Kind> = {
    system: 'environment',
    environment: 'environment',
    component: 'application',
    application: 'application',
    resource: 'database',
    database: 'database',
  };
  const fromRef = ofRef[match?.[1]?.toLowerCase() ?? ''];
  const kinds: Kind[] = ['application', 'environment', 'database'];
  const kind =
    fromRef ?? kinds.find(each => namesOf(context, each).includes(name));
  // A page of a person, a group or a template is no thing that runs.
  return match?.[1] && !fromRef ? undefined : { name, kind };
}
