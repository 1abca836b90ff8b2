import type { PlanField } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aiopsAgentTranslationRef } from '../../translation';

// As their makers write them; others are written with a capital.
const ENGINES: Readonly<Record<string, string>> = {
  mariadb: 'MariaDB',
  mongodb: 'MongoDB',
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  rabbitmq: 'RabbitMQ',
};

/** How a person would say an option of a plan's field. */
export function useOptionWords(): (field: PlanField, option: string) => string {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    access: {
      team: t('option.accessTeam'),
      company: t('option.accessCompany'),
      public: t('option.accessPublic'),
    },
    traffic: {
      low: t('option.trafficLow'),
      medium: t('option.trafficMedium'),
      high: t('option.trafficHigh'),
    },
    size: {
      small: t('option.small'),
      medium: t('option.medium'),
      large: t('option.large'),
    },
    tier: {
      dev: t('option.dev'),
      test: t('option.test'),
      staging: t('option.staging'),
      prod: t('option.prod'),
    },
    engine: ENGINES,
  };
  return (field, option) =>
    words[field.name]?.[option] ??
    option.charAt(0).toLocaleUpperCase() +
      option.slice(1).replace(/[-_]/g, ' ');
}
