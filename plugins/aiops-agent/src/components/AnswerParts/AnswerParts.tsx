import type { Message } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { sees, useLevel } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { DiffView } from '../DiffView';
import { Disclosure } from '../Disclosure';
import { FactBoxes } from '../FactBoxes';
import { Links } from '../Links';
import { TextView } from '../TextView';
import { AnswerItems } from './AnswerItems';

/** What an answer shows beside its words: numbers, rows, ways on, evidence. */
export function AnswerParts(props: { message: Message }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const level = useLevel();
  const { facts = [], items = [], links = [], details = [] } = props.message;
  return (
    <>
      <FactBoxes label={t('plan.facts')} facts={facts} />
      <AnswerItems items={items} />
      <Links links={links} />
      {details
        .filter(detail => sees(level, detail.level))
        .map(detail => (
          <Disclosure key={detail.title} title={detail.title}>
            {detail.language === 'diff' || detail.language === 'yaml' ? (
              <DiffView
                label={detail.title}
                text={detail.body}
                language={detail.language}
              />
            ) : (
              <TextView label={detail.title} text={detail.body} />
            )}
          </Disclosure>
        ))}
    </>
  );
}
