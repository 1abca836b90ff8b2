import type { AiopsAgentApi } from '@aiops-portal/plugin-aiops-agent-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiopsAgentApiRef } from '../../api';
import { aTurn, FakeAiopsAgent, maya } from '../../__testUtils__';
import { EntityAssistant } from './EntityAssistant';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
};

describe('the Assistant tab', () => {
  it('knows what it is about, until that is put aside', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.answer = () => aTurn({ text: 'It is well.' });
    renderInTestApp(
      <EntityProvider entity={ENTITY}>
        <EntityAssistant />
      </EntityProvider>,
      { apis: [[aiopsAgentApiRef, agent as unknown as AiopsAgentApi]] },
    );
    const user = userEvent.setup();

    await user.click(
      await screen.findByRole('button', { name: 'How is it doing?' }),
    );
    expect(
      await screen.findByText('It is well.', { selector: 'p' }),
    ).toBeVisible();

    await user.click(
      screen.getByRole('button', { name: 'Stop talking about checkout-api' }),
    );
    expect(screen.queryByText('About checkout-api')).toBeNull();
    await user.keyboard('What can I spend?{Enter}');
    expect(agent.said).toEqual([
      {
        text: 'How is it doing?',
        entityRef: 'component:default/checkout-api',
      },
      { text: 'What can I spend?', entityRef: undefined },
    ]);
  });
});
