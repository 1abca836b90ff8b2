import type { Risk } from '@aiops-portal/plugin-aiops-agent-common';
import {
  defineIntent,
  type Intent,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { z } from 'zod';
import { say, sayAgain } from '../../words';
import { findTarget, teamOf } from '../finding';
import { alternatives } from '../wording';
import { fillIn, type Need } from './needs';

/** A wish that is understood although nothing can be done about it yet. */
export interface Wish<S extends z.ZodObject> {
  /** `extend_environment` */
  name: string;
  /** `Keep an environment longer`; also what the answer says isn't possible. */
  title: string;
  /** What it would mean if it were done. */
  risk: Risk;
  parameters: S;
  examples: string[];
  /** What whoever does it by hand has to know. */
  needs: Need[];
  /** Parameter that holds what the wish is about, if its team decides. */
  about?: string;
}

/** The team of what the wish is about, else the person's only one. */
function teamAbout(
  params: Record<string, unknown>,
  about: string | undefined,
  context: IntentContext,
): string {
  const { team } = params;
  if (typeof team === 'string') {
    return team;
  }
  const said = about ? params[about] : undefined;
  const target =
    typeof said === 'string' ? findTarget(said, context) : undefined;
  if (target) {
    return teamOf(target);
  }
  const [only, ...others] = context.person.teams;
  return about && only && others.length === 0 ? only : '';
}

/**
 * An intent that asks for what is missing and then says plainly that this
 * portal can't do it, and who can. It plans nothing and promises nothing.
 */
export function notYet<S extends z.ZodObject>(wish: Wish<S>): Intent<S> {
  const { needs, about, ...intent } = wish;
  return defineIntent<S>({
    ...intent,
    kind: 'answer',
    prepare: async (params, context) => {
      const { params: filled, missing } = fillIn(params, needs, context);
      return { params: wish.parameters.parse(filled) as z.infer<S>, missing };
    },
    answer: async (params, context) => {
      const who = await context.approversOf(teamAbout(params, about, context));
      const title = sayAgain(wish.title);
      return {
        text:
          who.length > 0
            ? say`This portal can't do that yet (${title}), so nothing was changed. ${alternatives(
                who,
              )} can.`
            : say`This portal can't do that yet (${title}), so nothing was changed. Your platform team can.`,
        facts: Object.entries(params).map(([label, value]) => ({
          label,
          value: String(value),
        })),
      };
    },
  });
}
