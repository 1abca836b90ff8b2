import type {
  Detail,
  Level,
  Message,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLevel } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { DiffView } from '../DiffView';
import { Disclosure } from '../Disclosure';
import { FactBoxes } from '../FactBoxes';
import { Links } from '../Links';
import { AnswerItems } from './AnswerItems';

const LEVELS: Level[] = ['end-user', 'developer', 'admin'];

/** What an answer shows beside its words: numbers, rows, ways on, evidence. */
export function AnswerParts(props: { message: Message }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const level = useLevel();
  const { facts = [], items = [], links = [], details = [] } = props.message;
  const forMe = (detail: Detail) =>
    LEVELS.indexOf(detail.level) <= LEVELS.indexOf(level);
  return (
    <>
      <FactBoxes label={t('plan.facts')} facts={facts} />
      <AnswerItems items={items} />
      <Links links={links} />
      {details.filter(forMe).map(detail => (
        <Disclosure key={detail.title} title={detail.title}>
          <DiffView
            label={detail.title}
            text={detail.body}
            language={detail.language}
          />
        </Disclosure>
      ))}
    </>
  );
}
