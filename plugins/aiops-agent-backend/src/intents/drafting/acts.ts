import type {
  Environment,
  PlannedAct,
} from '@aiops-portal/plugin-aiops-agent-node';

/**
 * What the policies decide on: an intent upon an environment or what lives in
 * it, which neither makes the environment nor deletes anything and leaves it to
 * its team, unless it says otherwise.
 */
export function actIn(
  { name, team, tier }: Pick<Environment, 'name' | 'team' | 'tier'>,
  {
    intent,
    ...otherwise
  }: Pick<PlannedAct, 'intent'> &
    Partial<Pick<PlannedAct, 'creates' | 'deletes' | 'access'>>,
): PlannedAct {
  return {
    intent,
    environment: name,
    team,
    tier,
    creates: false,
    deletes: false,
    access: 'team',
    ...otherwise,
  };
}
