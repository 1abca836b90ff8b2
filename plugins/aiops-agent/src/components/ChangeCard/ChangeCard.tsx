import type { Change, Plan } from '@aiops-portal/plugin-aiops-agent-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { aiopsAgentApiRef } from '../../api';
import { useActions, useChange, useLevel } from '../../hooks';
import { aiopsAgentTranslationRef } from '../../translation';
import { ActButton } from '../ActButton';
import { ErrorNote } from '../ErrorNote';
import { labelOf, nameOf, PlanDetails } from '../PlanDetails';
import { Links } from '../Links';
import { Surface } from '../Surface';
import { Tag } from '../Tag';
import { Approval } from './Approval';
import { ApprovalQuestion } from './ApprovalQuestion';
import styles from './ChangeCard.module.css';
import { ChangeNotes } from './ChangeNotes';
import { ChangeSteps } from './ChangeSteps';
import { NextPlan } from './NextPlan';
import { useStateTag } from './useStateTag';

interface ChangeCardProps {
  changeId: string;
  known?: Change;
  /** The button that made it is gone, so its place takes the focus. */
  focusOnMount?: boolean;
  /** Draws a plan that comes of it and wants confirming itself. */
  renderPlan: (plan: Plan) => ReactNode;
}

/** One change request, from the yes to live, in one place. */
export function ChangeCard(props: ChangeCardProps) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const { change, ended, error, accept, refresh } = useChange(
    props.changeId,
    props.known,
  );
  if (change) {
    return (
      <LoadedCard {...props} change={change} ended={ended} accept={accept} />
    );
  }
  return error ? (
    <ErrorNote error={error} onRetry={refresh} />
  ) : (
    <Surface aria-busy aria-label={t('requests.loading')}>
      <Skeleton width="50%" height={20} />
    </Surface>
  );
}

function LoadedCard(
  props: ChangeCardProps & {
    change: Change;
    ended: boolean;
    accept: (change: Change) => void;
  },
) {
  const { t } = useTranslationRef(aiopsAgentTranslationRef);
  const api = useApi(aiopsAgentApiRef);
  const level = useLevel();
  const { change, ended, accept, focusOnMount } = props;
  const tag = useStateTag(change);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pending, error, run } = useActions<'cancel' | 'undo'>();
  const [undo, setUndo] = useState<Plan>();

  useEffect(() => {
    if (focusOnMount) {
      heading.current?.focus();
    }
  }, [focusOnMount]);

  const cancel = () =>
    run('cancel', async () => {
      accept(await api.cancelChange(change.id));
      heading.current?.focus();
    });
  const planUndo = () =>
    run('undo', async () => {
      setUndo(await api.undoChange(change.id));
    });

  const name = nameOf(change.plan);
  const asks = change.state === 'awaiting-approval' && change.can.approve;
  return (
    <Surface as="article" aria-label={labelOf(change.plan)}>
      <div className={styles.card}>
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {name ?? change.title} <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
          <span className={styles.id}>{change.id}</span>
        </h3>
        {name && !asks && <p className={styles.asker}>{change.plan.title}</p>}
        <Announcement
          text={t('change.moved', {
            title: change.title,
            state: change.stateText,
          })}
        />
        {asks ? (
          <ApprovalQuestion change={change} />
        ) : (
          <ChangeSteps
            steps={change.steps}
            commitUrl={level === 'end-user' ? undefined : change.commit?.url}
          />
        )}
        <ChangeNotes change={change} ended={ended} level={level} />
        {change.state === 'live' && <Links links={change.links} />}
        <PlanDetails plan={change.plan} question />
        {error && <ErrorNote error={error} />}
        {asks && (
          <Approval
            change={change}
            onDecided={decided => {
              accept(decided);
              heading.current?.focus();
            }}
          />
        )}
        {(change.can.cancel || (change.can.undo && !undo)) && (
          <div className={styles.actions}>
            {change.can.cancel && (
              <ActButton
                variant="secondary"
                onPress={cancel}
                pending={pending === 'cancel'}
              >
                {t('change.cancel')}
              </ActButton>
            )}
            {change.can.undo && !undo && (
              <ActButton
                variant="secondary"
                onPress={planUndo}
                pending={pending === 'undo'}
              >
                {t('change.undo')}
              </ActButton>
            )}
          </div>
        )}
        {undo && props.renderPlan(undo)}
        {change.nextPlanId && !undo && (
          <NextPlan planId={change.nextPlanId} renderPlan={props.renderPlan} />
        )}
      </div>
    </Surface>
  );
}

/** Says a state aloud when it is another than the first one. */
function Announcement(props: { text: string }) {
  const first = useRef(props.text);
  return (
    <VisuallyHidden aria-live="polite">
      {props.text === first.current ? '' : props.text}
    </VisuallyHidden>
  );
}
