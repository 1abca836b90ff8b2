import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { say } from '../words';
import { actIn, keepDays } from './drafting';
import {
  askForTarget,
  findEnvironment,
  findTarget,
  impliedTarget,
} from './finding';
import { updateApplicationPhrases } from './update-application.phrases';

const parameters = z.object({
  application: z.string().optional().describe('Which application'),
  version: z.string().optional().describe('1.8.2'),
});

/** Puts another version of an application's image in place. */
export const updateApplication = defineIntent({
  name: 'update_application',
  title: 'Update an application',
  kind: 'change',
  risk: 'medium',
  parameters,
  examples: updateApplicationPhrases,

  async prepare(params, context) {
    const target = params.application
      ? findTarget(params.application, context, ['application'])
      : impliedTarget(context, ['application']);
    const thing = target?.kind === 'thing' ? target.thing : undefined;
    // Registries aren't asked, and a tag that moves says nothing about what runs.
    const version = params.version === 'latest' ? undefined : params.version;
    const missing = [];
    if (!thing) {
      missing.push(
        askForTarget({
          parameter: 'application',
          text: say`Which application shall I update?`,
          said: params.application,
          kinds: ['application'],
          context,
        }),
      );
    }
    if (!version) {
      missing.push({
        parameter: 'version',
        text: thing?.version
          ? say`${thing.name} is at ${thing.version}. Which version shall it be? I can't look up which one is the newest.`
          : say`Which version shall it be? I can't look up which one is the newest.`,
      });
    }
    return { params: { application: thing?.name, version }, missing };
  },

  async plan({ application = '', version = '' }, context) {
    const target = findTarget(application, context, ['application']);
    const thing = target?.kind === 'thing' ? target.thing : undefined;
    const home = thing && findEnvironment(thing.environment, context);
    if (!thing || !home) {
      throw new NotFoundError(
        say`There is no application called "${application}" any more, so nothing was changed.`,
      );
    }
    const part = context.compose.update(thing, version);
    const { name } = thing;
    return {
      title: say`Update ${name} to ${version}`,
      summary: thing.version
        ? say`I'd move **${name}** from ${thing.version} to **${version}**, one copy after the other. Fine?`
        : say`I'd move **${name}** to **${version}**, one copy after the other. Fine?`,
      outcome: say`**${name}** is at ${version}.`,
      team: home.team,
      intents: [
        {
          intent: 'update_application',
          params: { application: name, version },
        },
      ],
      ...part,
      risk: home.tier === 'prod' ? 'medium' : 'low',
      undo: {
        days: keepDays(context),
        text: say`to have the old version again; what the new one did to data stays`,
      },
      fields: [],
      confirmLabel: say`Yes, update it`,
      acts: [actIn(home, { intent: 'update_application' })],
    };
  },
});
