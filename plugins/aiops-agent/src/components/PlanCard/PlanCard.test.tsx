import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  AiopsAgentApi,
  Plan,
} from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError } from '@backstage/errors';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiopsAgentApiRef } from '../../api';
import { aPlan, FakeAiopsAgent, noor } from '../../__testUtils__';
import { PlanCard } from './PlanCard';

function renderPlan(plan: Plan, agent = new FakeAiopsAgent(noor())) {
  agent.plans.set(plan.id, plan);
  const onConfirmed = jest.fn();
  renderInTestApp(
    <PlanCard plan={plan} onSay={jest.fn()} onConfirmed={onConfirmed} />,
    { apis: [[aiopsAgentApiRef, agent as unknown as AiopsAgentApi]] },
  );
  return {
    user: userEvent.setup(),
    onConfirmed,
  };
}

describe('PlanCard', () => {
  it('says why something is refused and who could, and offers no yes', async () => {
    renderPlan(
      aPlan({
        decision: {
          outcome: 'deny',
          reasons: ['Only the group developers may create environments.'],
          approvers: ['Lena', 'Ada'],
          approvalsNeeded: 0,
        },
      }),
    );
    expect(
      await screen.findByText('This cannot be done as it stands.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Only the group developers may create environments.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Lena or Ada could do this, or help you.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Change' })).toBeInTheDocument();
  });

  it('says who will be asked, and warns of what is unpriced, over the limit or for good', async () => {
    const plan = aPlan();
    renderPlan({
      ...plan,
      decision: {
        outcome: 'needs-approval',
        reasons: ['New production needs a lead.'],
        approvers: ['Lena'],
        approvalsNeeded: 1,
      },
      cost: { ...plan.cost, priced: false },
      undo: undefined,
    });
    expect(
      await screen.findByText('Lena will be asked before anything happens.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Price unknown')).toBeInTheDocument();
    expect(screen.getByText('No way back')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Yes, create it' }),
    ).toBeInTheDocument();
  });

  it('warns of no way back only where there is something to come back to', async () => {
    renderPlan({ ...aPlan(), undo: undefined, risk: 'none' });
    expect(
      await screen.findByRole('button', { name: 'Yes, create it' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('No way back')).not.toBeInTheDocument();
  });

  it('shows the sentence of a refused yes and stays', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.onConfirm = () => {
      throw new ConflictError('You agreed to this already.');
    };
    const { user, onConfirmed } = renderPlan(aPlan(), agent);
    await user.click(
      await screen.findByRole('button', { name: 'Yes, create it' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You agreed to this already.',
    );
    expect(onConfirmed).not.toHaveBeenCalled();
  });

  it('takes a no, and goes on from its own heading', async () => {
    const { user } = renderPlan(aPlan());
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(
      await screen.findByText('You said no to this. Nothing was changed.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 3 })).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull();
  });

  it('ages on the screen', async () => {
    jest.useFakeTimers();
    try {
      renderPlan(
        aPlan({ expiresAt: new Date(Date.now() + 60_000).toISOString() }),
      );
      expect(
        await screen.findByRole('button', { name: 'Yes, create it' }),
      ).toBeInTheDocument();
      act(() => {
        jest.advanceTimersByTime(60_001);
      });
      expect(
        screen.getByText(/This plan is too old to agree to/),
      ).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: /^Yes/ })).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});
