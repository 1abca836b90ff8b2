import { ConflictError } from '@backstage/errors';
import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { actIn } from './drafting';
import { say } from '../words';

const parameters = z.object({
  kind: z.enum(['environment', 'application', 'database', 'cache']),
  name: z.string(),
});

/**
 * Takes what has slept until its day away for good: the second half of a
 * deletion. Nobody says it; the portal asks for it when the day has come.
 */
export const removeSleeping = defineIntent({
  name: 'remove_sleeping',
  title: 'Remove what was put to sleep',
  kind: 'change',
  risk: 'medium',
  parameters,
  examples: [],

  async plan({ kind, name }, { platform, compose, now }) {
    const target =
      kind === 'environment'
        ? platform.environments.find(one => one.name === name)
        : platform.deployed.find(one => one.name === name);
    const due = target?.asleep?.removeAfter;
    if (!target || !due || Date.parse(due) > now.getTime()) {
      throw new ConflictError(
        say`${name} is not due to be removed, so nothing was changed.`,
      );
    }
    const home =
      'environment' in target
        ? platform.environments.find(one => one.name === target.environment)
        : target;
    if (!home) {
      throw new ConflictError(
        say`The environment of ${name} is not in Git any more, so nothing was changed.`,
      );
    }
    const part = compose.remove(target);
    return {
      title: say`Remove ${name}`,
      summary: say`The ${kind} **${name}** has slept until its day and is removed, with its data.`,
      team: home.team,
      intents: [{ intent: 'remove_sleeping', params: { kind, name } }],
      ...part,
      risk: 'medium',
      links: [],
      fields: [],
      confirmLabel: say`Remove it`,
      acts: [
        actIn(home, {
          intent:
            kind === 'environment'
              ? 'delete_environment'
              : 'delete_application',
          deletes: true,
        }),
      ],
    };
  },
});
