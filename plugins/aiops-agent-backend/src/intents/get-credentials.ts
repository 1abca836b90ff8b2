import {
  defineIntent,
  type Deployed,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { findTarget, settleTarget, THINGS, type Target } from './finding';
import { getCredentialsPhrases } from './get-credentials.phrases';
import { targetParameter } from './parameters';
import { alternatives, counted, together } from './wording';
import { say } from '../words';

const parameters = z.object({ target: targetParameter });

/** The things whose credentials a target has: its own, and what it uses. */
function holders(target: Target, context: IntentContext): Deployed[] {
  const { deployed } = context.platform;
  const all =
    target.kind === 'environment'
      ? deployed.filter(
          ({ environment }) => environment === target.environment.name,
        )
      : [
          target.thing,
          ...deployed.filter(({ name }) => target.thing.uses.includes(name)),
        ];
  return all.filter(({ secrets }) => secrets.length > 0);
}

function keysOf(thing: Deployed): string[] {
  return [...new Set(thing.secrets.flatMap(({ keys }) => keys))].sort();
}

/** Where credentials are shown; their values never pass through here. */
export const getCredentials = defineIntent({
  name: 'get_credentials',
  title: 'Find a password',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: getCredentialsPhrases,

  async prepare(params, context) {
    const { target, missing } = settleTarget(
      params.target,
      say`Whose password do you need?`,
      context,
      THINGS,
    );
    return { params: { target }, missing };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    if (!target) {
      return { text: say`There is nothing of that name that I can show you.` };
    }
    const found = holders(target, context);
    if (found.length === 0) {
      return {
        text: say`**${params.target}** has no credentials that the portal keeps.`,
      };
    }
    const items = found.map(thing => ({
      title: thing.name,
      subtitle: together(keysOf(thing)),
    }));
    const { team } = found[0];
    if (!context.person.teams.includes(team)) {
      const who = await context.approversOf(team);
      const ask = who.length > 0 ? say`, or ask ${alternatives(who)}` : '';
      return {
        text: say`The credentials of **${params.target}** belong to **${team}**, so only its people can look at them. Ask one of them${ask}.`,
        items,
      };
    }
    return {
      text: say`The portal keeps ${counted(
        found.flatMap(keysOf).length,
        'value',
      )} for **${
        params.target
      }** in the vault. I never write them here; open the page below, which shows them once.`,
      items,
      links: found.map(thing => ({
        title: say`Show the credentials of ${thing.name}`,
        reveal: { environment: thing.environment, name: thing.name },
      })),
    };
  },
});
