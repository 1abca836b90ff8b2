import type { TeamRoom } from '@aiops-portal/plugin-aiops-agent-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId } from 'react';
import { money, names } from '../../format';
import { aiopsAgentTranslationRef } from '../../translation';
import { Meter } from '../Meter';
import { Surface } from '../Surface';
import styles from './HomePage.module.css';

/** What a team may use and spend, and who agrees for it. */
export function TeamCard(props: { room: TeamRoom }) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const headingId = useId();
  const { room } = props;
  return (
    <Surface as="section" aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t('home.team', { team: room.title ?? room.team })}
      </h2>
      <div className={styles.meters}>
        {room.budget && (
          <Meter
            label={t('home.budget')}
            text={t('home.spent', {
              spent: money(room.budget.spent, room.budget.currency),
              budget: money(room.budget.amount, room.budget.currency),
            })}
            used={room.budget.spent}
            limit={room.budget.amount}
          />
        )}
        {room.quota.map(line => (
          <Meter
            key={line.resource}
            label={line.title}
            text={line.text}
            used={line.used}
            limit={line.limit}
          />
        ))}
      </div>
      <p className={styles.quiet}>
        {room.approvers.length > 0
          ? t('home.approvers', { names: names(room.approvers) })
          : t('home.noApprovers')}
      </p>
    </Surface>
  );
}
