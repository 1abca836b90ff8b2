import type { AiopsAgentApi } from '@aiops-portal/plugin-aiops-agent-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiopsAgentApiRef } from '../../api';
import { aTurn, FakeAiopsAgent, maya } from '../../__testUtils__';
import { Navigate, Route, Routes } from 'react-router-dom';
import { EntityAssistant, type EntityAssistantState } from '.';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout-api',
    namespace: 'default',
    annotations: { 'aiops-portal.io/environment': 'shop-prod' },
  },
};

function show(agent: FakeAiopsAgent, state?: EntityAssistantState) {
  renderInTestApp(
    <EntityProvider entity={ENTITY}>
      <Routes>
        <Route path="/" element={<Navigate to="/tab" state={state} />} />
        <Route path="/tab" element={<EntityAssistant />} />
      </Routes>
    </EntityProvider>,
    { apis: [[aiopsAgentApiRef, agent as unknown as AiopsAgentApi]] },
  );
}

describe('the Assistant tab', () => {
  it('knows what it is about, until that is put aside', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.answer = () => aTurn({ text: 'It is well.' });
    show(agent);
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

  it('writes down what a button elsewhere would ask, and sends nothing', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.answer = () => aTurn({ text: 'It runs out of memory.' });
    show(agent, { draft: 'Why is Checkout failing?' });
    const input = await screen.findByRole('textbox', { name: 'Message' });
    expect(input).toHaveValue('Why is Checkout failing?');
    expect(input).toHaveFocus();
    expect(agent.said).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(agent.said).toEqual([
      {
        text: 'Why is Checkout failing?',
        entityRef: 'component:default/checkout-api',
      },
    ]);
  });

  it('suggests what one might ask of just this', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.things.set('component:default/checkout-api', {
      thing: { ...agent.me.applications[0], health: 'degraded' },
      currency: 'USD',
      changes: [],
    });
    show(agent);
    const chips = await screen.findByRole('list', {
      name: 'Things you could say',
    });
    expect(
      await within(chips).findByText('Why is it failing?'),
    ).toBeInTheDocument();
    expect(within(chips).getByText('Show me its logs')).toBeInTheDocument();
  });
});
