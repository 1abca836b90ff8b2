import {
  CHANGES_CHANNEL,
  type ChangeSignal,
  type ChangeState,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { EventEmitter } from 'node:events';
import { mainName } from '../gitops';
import { hasEnded, type ChangeRecord } from './model';
import { say } from '../words';

/**
 * Tells people and processes that a request has moved: a signal to open
 * pages, a notification where somebody should look, an event in this process.
 * What cannot be told is logged; it never holds up the change.
 */
export class ChangeAnnouncer {
  private readonly events = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly options: {
      logger: LoggerService;
      signals?: SignalsService;
      notifications?: NotificationService;
      /** Path or address of a request's page. */
      changeLink: (id: string) => string;
    },
  ) {}

  /** Calls back after each step of any request; returns how to stop. */
  onChange(listener: (change: ChangeRecord) => void): () => void {
    this.events.on('change', listener);
    return () => this.events.off('change', listener);
  }

  /** Told after each transition. */
  async moved(change: ChangeRecord, before?: ChangeState): Promise<void> {
    await this.noted(change);
    if (change.state === before) {
      return;
    }
    if (change.state === 'awaiting-approval') {
      await this.notify(
        change,
        change.approvers.map(a => a.userRef),
        {
          title: say`${change.requesterName} asks for your approval: ${change.record.plan.title}`,
          severity: 'normal',
        },
      );
    } else if (hasEnded(change)) {
      await this.notify(change, [change.requester], {
        title: endTitle(change),
        description: change.failure?.message,
        severity: change.state === 'live' ? 'normal' : 'high',
      });
    }
  }

  /** Told after each change of what is shown. */
  async noted(change: ChangeRecord): Promise<void> {
    this.events.emit('change', change);
    const message: ChangeSignal = { id: change.id, version: change.version };
    await this.tell('signal', change, async () =>
      this.options.signals?.publish({
        recipients: {
          type: 'user',
          entityRef: [
            ...new Set([
              change.requester,
              ...change.approvers.map(approver => approver.userRef),
            ]),
          ],
        },
        channel: CHANGES_CHANNEL,
        message,
      }),
    );
  }

  private async notify(
    change: ChangeRecord,
    entityRef: string[],
    payload: {
      title: string;
      description?: string;
      severity: 'normal' | 'high';
    },
  ): Promise<void> {
    if (entityRef.length === 0) {
      return;
    }
    await this.tell('notification', change, async () =>
      this.options.notifications?.send({
        recipients: { type: 'entity', entityRef },
        payload: {
          ...payload,
          link: this.options.changeLink(change.id),
          topic: 'aiops-agent-changes',
          scope: change.id,
        },
      }),
    );
  }

  private async tell(
    what: string,
    change: ChangeRecord,
    send: () => Promise<void>,
  ): Promise<void> {
    try {
      await send();
    } catch (error) {
      this.options.logger.warn(
        `The ${what} about ${change.id} could not be sent: ${error}`,
      );
    }
  }
}

function endTitle(change: ChangeRecord): string {
  const name = mainName(change.record.draft.targets);
  switch (change.state) {
    case 'live':
      return change.record.draft.acts.some(act => act.deletes)
        ? `${name}: done`
        : say`${name} is live`;
    case 'rejected':
      return say`${change.id} was turned down: ${change.record.plan.title}`;
    case 'expired':
      return say`Nobody answered ${change.id} in time: ${change.record.plan.title}`;
    case 'cancelled':
      return say`${change.id} was taken back: ${change.record.plan.title}`;
    case 'rolled-back':
      return say`${name}: the change was undone`;
    default:
      return say`${name} did not become live`;
  }
}
