import type { Item } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  IntentContext,
  PersonalAccess,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { entityRefOf } from '../finding';
import { sees, together } from '../wording';

function mayWord({ fixes, changes }: PersonalAccess): string {
  switch (changes) {
    case 'alone':
      return say`may change it`;
    case 'with-approval':
      return fixes === 'alone'
        ? say`may scale and fix it; other changes need somebody else to agree`
        : say`may change it when somebody else agrees`;
    default:
      return fixes === 'no' ? say`may look` : say`may scale and fix it`;
  }
}

function positionWord({ member, lead, admin }: PersonalAccess): string {
  if (lead) {
    return say`leads the team`;
  }
  if (member) {
    return say`in the team`;
  }
  return admin ? say`administers the platform` : say`not in the team`;
}

/** A person with what they may do, and for developers their roles. */
export function personItem(who: PersonalAccess, context: IntentContext): Item {
  const shown = sees(context.person.level, 'developer') ? who.roles : [];
  return {
    title: who.name,
    subtitle: [
      positionWord(who),
      mayWord(who),
      ...(who.approves ? [say`agrees to what others ask for`] : []),
    ].join(' · '),
    value: shown.length > 0 ? shown.join(', ') : undefined,
    tone: 'neutral',
    entityRef: who.userRef,
  };
}

function reachWord({ access }: Deployed, team: string): string {
  switch (access) {
    case 'public':
      return say`everyone on the internet`;
    case 'company':
      return say`everyone in the company`;
    default:
      return say`the team ${team} only`;
  }
}

/** A site with whom it opens for. */
export function siteItem(thing: Deployed, team: string): Item {
  return {
    title: thing.name,
    subtitle: say`its site opens for ${reachWord(thing, team)}: ${together(
      thing.hosts,
    )}`,
    tone: thing.access === 'public' ? 'warning' : 'neutral',
    entityRef: entityRefOf(thing.role, thing.name),
  };
}
