import type { Detail } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  EnvironmentAccess,
  IntentContext,
  PersonalAccess,
  WrittenBinding,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { sees } from '../wording';

function personLine(who: PersonalAccess): string {
  const roles = who.roles.join(', ') || 'none';
  const approves = who.approves ? ', approves' : '';
  return `${who.userRef}  role ${roles}, changes ${who.changes}, fixes ${who.fixes}${approves}`;
}

function bindingLine({ name, role, subjects, path }: WrittenBinding): string {
  const bound = subjects.map(subject => `${subject.kind}/${subject.name}`);
  return `${name}: ${bound.join(', ')} -> ${role}  (${path})`;
}

/** Names and roles for developers; bindings and policies for admins too. */
export function accessDetails(
  { people, bindings }: EnvironmentAccess,
  { person }: IntentContext,
): Detail[] {
  const lines: Array<[Detail['level'], string, string[]]> = [
    ['developer', say`Names and roles`, people.map(personLine)],
    ['admin', say`Role bindings in Git`, bindings.map(bindingLine)],
    [
      'admin',
      say`Policies that say so`,
      people.map(who => `${who.userRef}  ${who.rules.join(', ') || 'none'}`),
    ],
  ];
  return lines
    .filter(([level]) => sees(person.level, level))
    .map(([level, title, body]) => ({
      title,
      body: body.join('\n'),
      language: 'text',
      level,
    }));
}
