import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import type { Params } from '@aiops-portal/plugin-aiops-agent-common';
import { aiopsAgentApiRef } from '../../api';
import { aiopsAgentTranslationRef } from '../../translation';
import { answersOf, isAgreement, isOpen, paramsOf } from './agreement';

/**
 * Keeps a person on the page until they have agreed to the plan of the
 * answers that the form holds, and as long as that plan holds.
 */
export async function checkAgreement(
  value: unknown,
  field: { addError(message: string): void },
  context: { apiHolder: ApiHolder; formData: Params },
): Promise<void> {
  const agent = context.apiHolder.get(aiopsAgentApiRef);
  const translation = context.apiHolder
    .get(translationApiRef)
    ?.getTranslation(aiopsAgentTranslationRef);
  if (!agent || !translation?.ready) {
    throw new Error('The assistant is not installed here.');
  }
  const { t } = translation;
  if (!isAgreement(value)) {
    field.addError(t('template.agreeFirst'));
    return;
  }
  const answers = answersOf(paramsOf(context.formData));
  if (value.answers !== answers) {
    field.addError(t('template.answersChanged'));
    return;
  }
  const plan = await agent.getPlan(value.planId);
  if (!isOpen(plan) || plan.hash !== value.hash) {
    field.addError(t('template.planClosed'));
  }
}
