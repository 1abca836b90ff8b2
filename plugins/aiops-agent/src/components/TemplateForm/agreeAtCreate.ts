import type { AiopsAgentApi } from '@aiops-portal/plugin-aiops-agent-common';
import { ResponseError } from '@backstage/errors';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { createScaffolderFormDecorator } from '@backstage/plugin-scaffolder-react/alpha';
import { aiopsAgentApiRef } from '../../api';
import { AGREEMENT, isAgreement, type Agreement } from './agreement';

/** The page of one template; the editor, where forms are tried out, is none. */
const TEMPLATE_PAGE = /\/templates\/[^/]+\/[^/]+\/?$/;

/**
 * Says the person's yes to the plan that they saw, by its hash.
 *
 * @param path - Of the page that the form is on.
 * @returns The agreement as the task is told of it: with why the portal did
 * not take the yes, where it didn't. Undefined where there is nothing to say
 * yes to, or the form is only tried out.
 */
export async function sayYes(
  agreement: unknown,
  path: string,
  agent: Pick<AiopsAgentApi, 'confirmPlan'>,
): Promise<Agreement | undefined> {
  if (!isAgreement(agreement) || !TEMPLATE_PAGE.test(path)) {
    return undefined;
  }
  try {
    await agent.confirmPlan(agreement.planId, agreement.hash);
    return agreement;
  } catch (error) {
    // The task looks at the plan itself: it follows what a yes that was said
    // twice came to, or one whose answer was lost, and gives this otherwise.
    return error instanceof ResponseError
      ? { ...agreement, refusal: error.cause.message }
      : agreement;
  }
}

/**
 * Agrees when the person presses Create, so that whoever leaves the form
 * before leaves nothing behind.
 */
export const agreeAtCreate = createScaffolderFormDecorator({
  id: 'aiops:agree',
  deps: { agent: aiopsAgentApiRef, languageApi: appLanguageApiRef },
  async decorator({ formState, setFormState }, { agent, languageApi }) {
    const said = await sayYes(
      formState[AGREEMENT],
      window.location.pathname,
      agent,
    );
    if (said) {
      const { language } = languageApi.getLanguage();
      setFormState(state => ({
        ...state,
        [AGREEMENT]: { ...said, language },
      }));
    }
  },
});
