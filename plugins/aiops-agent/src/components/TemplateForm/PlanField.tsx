import type { Params } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useEffect } from 'react';
import { aiopsAgentTranslationRef } from '../../translation';
import { ErrorNote } from '../ErrorNote';
import { Markdown } from '../Markdown';
import { labelOf } from '../PlanDetails';
import { Surface } from '../Surface';
import { answersOf, isAgreement, paramsOf, type Agreement } from './agreement';
import { ProposedPlan } from './ProposedPlan';
import styles from './TemplateForm.module.css';
import { useProposal } from './useProposal';
import { useFieldWords, type WordsOptions } from './words';

/**
 * What a form's answers come to, and the person's yes to it. The yes is said
 * to the portal by pressing Create; another answer takes it back.
 */
export function PlanField(
  props: FieldExtensionComponentProps<
    Partial<Agreement>,
    WordsOptions & { intent: string }
  >,
) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const words = useFieldWords(props);
  const { formData: value, onChange, formContext, uiSchema } = props;
  const intent = uiSchema['ui:options']?.intent ?? '';
  const params = paramsOf(formContext?.formData as Params);
  const { proposal, current, error, reload } = useProposal(
    intent,
    params,
    value,
  );
  const { plan, question } = proposal ?? {};

  const given = isAgreement(value);
  const broken =
    given &&
    (value.answers !== answersOf(params) ||
      error !== undefined ||
      (current && value.planId !== plan?.id));
  useEffect(() => {
    if (broken) {
      onChange({});
    }
  }, [broken, onChange]);

  const title = words.title ?? t('template.planTitle');
  return (
    <section className={styles.plan} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <VisuallyHidden role="status">
        {current ? question ?? (plan && labelOf(plan)) : t('template.working')}
      </VisuallyHidden>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {!error && !proposal && (
        <Surface>
          <Skeleton width="60%" height={20} />
        </Surface>
      )}
      {!error && question && (
        <Surface>
          <Markdown text={question} />
        </Surface>
      )}
      {!error && plan && (
        <ProposedPlan
          plan={plan}
          current={current}
          agreed={given && !broken}
          onAgree={agreement =>
            onChange(
              agreement ? { ...agreement, answers: answersOf(params) } : {},
            )
          }
          onRenew={reload}
        />
      )}
    </section>
  );
}
