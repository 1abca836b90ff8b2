import { renderTestApp } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiopsAgentApiRef } from '../api';
import { aiopsAgentPlugin } from '../plugin';
import type {
  AiopsAgentApi,
  Change,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { FakeAiopsAgent } from './FakeAiopsAgent';
import { FakeSignals } from './FakeSignals';

/** Apps of tests begin at once, and ask nobody what is permitted. */
const plugin = aiopsAgentPlugin.withOverrides({
  extensions: [
    aiopsAgentPlugin
      .getExtension('page:aiops-agent/understood')
      .override({ if: { $all: [] } }),
  ],
});

/** The assistant's pages in a whole app, against a backend in memory. */
export function renderPortal(agent: FakeAiopsAgent, path: string) {
  const signals = new FakeSignals();
  renderTestApp({
    features: [plugin],
    apis: [
      [aiopsAgentApiRef, agent as unknown as AiopsAgentApi],
      [signalApiRef, signals],
    ],
    initialRouteEntries: [path],
  });
  return {
    user: userEvent.setup(),
    /** A change takes a step and the portal hears of it. */
    async move(id: string, over: Partial<Change>) {
      await act(async () => {
        signals.moved({ id, version: agent.move(id, over).version });
      });
    },
  };
}
