import type {
  UnderstoodFilter,
  Verdict,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Select } from '@backstage/ui';
import { aiopsAgentTranslationRef } from '../../translation';
import styles from './UnderstoodPage.module.css';

const ALL = 'all';
const UNSURE = 0.5;

/** What of it is shown. */
export function Filters(props: {
  filter: UnderstoodFilter;
  engines: string[];
  onFilter: (filter: UnderstoodFilter) => void;
}) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { filter, engines, onFilter } = props;
  return (
    <div
      role="group"
      aria-label={t('understood.filters')}
      className={styles.filters}
    >
      <Select
        label={t('understood.verdict')}
        options={[
          { value: ALL, label: t('understood.anyVerdict') },
          { value: 'up', label: t('understood.up') },
          { value: 'down', label: t('understood.down') },
        ]}
        value={filter.verdict ?? ALL}
        onChange={value =>
          onFilter({
            ...filter,
            verdict: value === ALL ? undefined : (value as Verdict),
          })
        }
      />
      <Select
        label={t('understood.engine')}
        options={[
          { value: ALL, label: t('understood.anyEngine') },
          ...engines.map(engine => ({ value: engine, label: engine })),
        ]}
        value={filter.engine ?? ALL}
        onChange={value =>
          onFilter({
            ...filter,
            engine: value === ALL ? undefined : String(value),
          })
        }
      />
      <Checkbox
        isSelected={filter.maxConfidence !== undefined}
        onChange={unsure =>
          onFilter({ ...filter, maxConfidence: unsure ? UNSURE : undefined })
        }
      >
        {t('understood.unsure')}
      </Checkbox>
    </div>
  );
}
