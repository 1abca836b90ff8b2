import {
  CHANGES_CHANNEL,
  type ChangeSignal,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { SignalApi } from '@backstage/plugin-signals-react';

/** Brings word of changes to whoever subscribed. */
export class FakeSignals implements SignalApi {
  private readonly listeners = new Set<(message: never) => void>();

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    if (channel === CHANGES_CHANNEL) {
      this.listeners.add(onMessage);
    }
    return { unsubscribe: () => this.listeners.delete(onMessage) };
  };

  /** Says that a change request has moved. */
  moved(signal: ChangeSignal) {
    this.listeners.forEach(listener => listener(signal as never));
  }
}
