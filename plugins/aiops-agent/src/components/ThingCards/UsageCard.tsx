import type {
  Measure,
  ThingDetails,
} from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { bytes, cores, percent } from '../../format';
import { sees, useLevel } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { Meter } from '../Meter';
import { ThingCard } from './ThingCard';
import styles from './ThingCards.module.css';

type Resource = 'cpu' | 'memory' | 'storage';

const RESOURCES: Resource[] = ['cpu', 'memory', 'storage'];

/** How much it uses of what it may. */
export function UsageCard() {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  return (
    <ThingCard title={t('thing.usage')}>
      {details => <Usage details={details} />}
    </ThingCard>
  );
}

function Usage(props: { details: ThingDetails }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { thing, measures } = props.details;
  if (!measures) {
    return (
      <p className={styles.quiet}>
        {t(
          thing.health === 'asleep' ? 'thing.usesNothing' : 'thing.unmeasured',
        )}
      </p>
    );
  }
  const shares = RESOURCES.flatMap(resource => {
    const { used, limit } = measures[resource] ?? {};
    return used !== undefined && limit
      ? [{ resource, share: used / limit }]
      : [];
  });
  const [most] = shares.sort((a, b) => b.share - a.share);
  return (
    <>
      <p>
        {most
          ? t(`thing.most.${most.resource}`, { share: percent(most.share) })
          : t('thing.unbounded')}
      </p>
      {RESOURCES.map(resource => {
        const measure = measures[resource];
        return (
          measure && (
            <UsageMeter key={resource} resource={resource} measure={measure} />
          )
        );
      })}
    </>
  );
}

/** Shares for everybody; amounts for those who work with them. */
function UsageMeter(props: { resource: Resource; measure: Measure }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const level = useLevel();
  const { resource, measure } = props;
  const { used, limit } = measure;
  const isCpu = resource === 'cpu';
  const amount = (value: number) =>
    isCpu ? cores(value) : bytes(value, limit ?? used);
  const label = t(`thing.resource.${resource}`);
  if (!limit) {
    return (
      <p className={styles.quiet}>
        {sees(level, 'developer')
          ? t(isCpu ? 'thing.coresUnbounded' : 'thing.amountUnbounded', {
              label,
              used: amount(used),
            })
          : t('thing.noLimit', { label })}
      </p>
    );
  }
  const share = percent(used / limit);
  return (
    <Meter
      label={label}
      text={
        sees(level, 'developer')
          ? t(isCpu ? 'thing.coresOf' : 'thing.amountOf', {
              used: amount(used),
              limit: amount(limit),
              share,
            })
          : share
      }
      used={used}
      limit={limit}
    />
  );
}
