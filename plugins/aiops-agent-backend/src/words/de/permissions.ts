import type { Sentences } from '../say';

/** Who has access to what. */
export const permissions: Sentences = {
  'See who has access': 'Sehen, wer Zugriff hat',
  'Whose access do you mean?': 'Auf was bezogen möchtest du die Rechte sehen?',
  '**{0}** is for {1} and belongs to the team **{2}**: {3}.':
    '**{0}** ist für {1} und gehört dem Team **{2}**: {3}.',
  '**{0}** lives in **{1}** and belongs to the team **{2}**: {3}.':
    '**{0}** lebt in **{1}** und gehört dem Team **{2}**: {3}.',
  'nobody at the moment': 'zurzeit niemand',
  '{0} administers the platform and reaches everything.':
    '{0} verwaltet die Plattform und kommt an alles heran.',
  '{0} administer the platform and reach everything.':
    '{0} verwalten die Plattform und kommen an alles heran.',
  '{0} may look.': 'Ansehen dürfen es: {0}.',
  'may change it': 'darf es ändern',
  'may change it when somebody else agrees':
    'darf es ändern, wenn noch jemand zustimmt',
  'may scale and fix it': 'darf es skalieren und reparieren',
  'may scale and fix it; other changes need somebody else to agree':
    'darf es skalieren und reparieren; anderen Änderungen muss noch jemand zustimmen',
  'may look': 'darf es ansehen',
  'agrees to what others ask for': 'stimmt Anträgen anderer zu',
  'leads the team': 'leitet das Team',
  'in the team': 'im Team',
  'administers the platform': 'verwaltet die Plattform',
  'not in the team': 'nicht im Team',
  'the team {0} only': 'nur das Team {0}',
  'its site opens for {0}: {1}': 'seine Seite öffnet sich für {0}: {1}',
  'Names and roles': 'Namen und Rollen',
  'Role bindings in Git': 'RoleBindings in Git',
  'Policies that say so': 'Regeln, die das sagen',
};
