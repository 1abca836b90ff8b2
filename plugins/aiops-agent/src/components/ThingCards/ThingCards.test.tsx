import type {
  AiopsAgentApi,
  ThingDetails,
} from '@aiops-portal/plugin-aiops-agent-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { aiopsAgentApiRef } from '../../api';
import { FakeAiopsAgent, maya, noor } from '../../__testUtils__';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { entityAssistantRouteRef, requestsRouteRef } from '../../routes';
import { ChangesCard, CostCard, StatusCard, UsageCard } from '.';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
};
const REF = 'component:default/checkout-api';

const MIB = 2 ** 20;

function ill(over: Partial<ThingDetails> = {}): ThingDetails {
  return {
    thing: {
      kind: 'application',
      name: 'checkout-api',
      title: 'Checkout',
      entityRef: REF,
      team: 'shop',
      health: 'degraded',
      sentence: 'It is in trouble: 1 of 2 copies answers.',
      costPerMonth: 18.5,
    },
    currency: 'USD',
    budget: {
      team: 'shop',
      amount: 400,
      spent: 202.4,
      spentAfter: 202.4,
      currency: 'USD',
    },
    measures: {
      cpu: { used: 0.2, limit: 1 },
      memory: { used: 980 * MIB, limit: 1000 * MIB },
      at: '2026-11-16T09:30:00Z',
    },
    deployed: {
      at: new Date(Date.now() - 2 * 3_600_000).toISOString(),
      byName: 'Dev',
      changeId: 'REQ-1042',
      commit: { sha: '3f2a91c0ffee', url: 'http://git.example.com/3f2a91c' },
    },
    changes: [
      {
        id: 'REQ-1042',
        title: 'Version 1.8.2',
        state: 'live',
        stateText: 'Live',
        requesterName: 'Dev',
        at: new Date(Date.now() - 2 * 3_600_000).toISOString(),
      },
    ],
    copies: {
      ready: 1,
      desired: 2,
      restarts: 6,
      problems: ['pod/checkout-api-1: CrashLoopBackOff'],
    },
    ...over,
  };
}

/** Where the link led, and what was handed over. */
function Arrived() {
  const { pathname, state } = useLocation();
  return <output>{`${pathname} ${JSON.stringify(state)}`}</output>;
}

function show(agent: FakeAiopsAgent) {
  const signals = new FakeSignals();
  renderInTestApp(
    <EntityProvider entity={ENTITY}>
      <StatusCard />
      <UsageCard />
      <CostCard />
      <ChangesCard />
      <Arrived />
    </EntityProvider>,
    {
      apis: [
        [aiopsAgentApiRef, agent as unknown as AiopsAgentApi],
        [signalApiRef, signals],
      ],
      mountedRoutes: {
        '/entity/assistant': entityAssistantRouteRef,
        '/requests': requestsRouteRef,
      },
    },
  );
  return signals;
}

describe('the cards about an entity', () => {
  it('say how it is, what it uses and costs, and what changed, from one question', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.things.set(REF, ill());
    show(agent);

    expect(
      await screen.findByText('It is in trouble: 1 of 2 copies answers.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Needs attention')).toBeInTheDocument();
    expect(
      screen.getByText('pod/checkout-api-1: CrashLoopBackOff'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Last deployed 2 hours ago by Dev'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '3f2a91c' })).toHaveAttribute(
      'href',
      'http://git.example.com/3f2a91c',
    );
    expect(
      screen.getByText('It uses 98% of the memory that it may.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('980 MiB of 1,000 MiB · 98%'),
    ).toBeInTheDocument();
    expect(screen.getByText('$18.50 a month')).toBeInTheDocument();
    expect(
      screen.getByRole('meter', { name: 'Share of shop’s budget' }),
    ).toHaveAttribute('aria-valuetext', '5%');
    expect(screen.getByRole('link', { name: 'Version 1.8.2' })).toHaveAttribute(
      'href',
      '/requests/REQ-1042',
    );
    expect(agent.thingsAsked).toBe(1);
  });

  it('show end users shares and no names of machinery', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.things.set(
      REF,
      ill({
        copies: undefined,
        deployed: { at: new Date(Date.now() - 7_200_000).toISOString() },
      }),
    );
    show(agent);
    expect(
      await screen.findByText('Last deployed 2 hours ago'),
    ).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'Memory' })).toHaveAttribute(
      'aria-valuetext',
      '98%',
    );
    expect(screen.queryByText(/MiB|CrashLoop|Restarts/)).toBeNull();
  });

  it('lead to the assistant with the question written down', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.things.set(REF, ill());
    show(agent);
    await userEvent.click(await screen.findByRole('link', { name: 'Ask why' }));
    expect(
      await screen.findByText(
        '/entity/assistant {"draft":"Why is Checkout failing?"}',
      ),
    ).toBeInTheDocument();
    expect(agent.said).toEqual([]);
  });

  it('follow what happens, asking once for all of them', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.things.set(REF, ill());
    const signals = show(agent);
    await screen.findByRole('link', { name: 'Ask why' });
    agent.things.set(
      REF,
      ill({
        thing: {
          ...ill().thing,
          health: 'healthy',
          sentence: 'It is running: 2 of 2 copies answer.',
        },
      }),
    );
    await act(async () => signals.moved({ id: 'REQ-1043', version: 2 }));
    expect(
      await screen.findByText('It is running: 2 of 2 copies answer.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Ask why' })).toBeNull();
    expect(agent.thingsAsked).toBe(2);
  });

  it('say what is not known, and what there is not', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.things.set(
      REF,
      ill({
        thing: { ...ill().thing, health: 'asleep', costPerMonth: undefined },
        measures: undefined,
        deployed: undefined,
        changes: [],
      }),
    );
    show(agent);
    expect(
      await screen.findByText('It is asleep and uses nothing but its disk.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Price unknown')).toBeInTheDocument();
    expect(
      screen.getByText('Nothing has been changed through the portal yet.'),
    ).toBeInTheDocument();
  });

  it('are but one with a sentence where the thing may not be seen', async () => {
    const agent = new FakeAiopsAgent(maya());
    const sentence = "I can't find checkout-api among the things you may see.";
    jest.spyOn(agent, 'getThing').mockRejectedValue(
      Object.assign(new Error('Request failed with 404'), {
        name: 'ResponseError',
        cause: new NotFoundError(sentence),
      }),
    );
    show(agent);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  it('say once what went wrong, and try again', async () => {
    const agent = new FakeAiopsAgent(maya());
    show(agent);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent("I can't find checkout-api.");
    expect(
      screen.getAllByText('This cannot be seen at the moment.'),
    ).toHaveLength(3);
    agent.things.set(REF, ill());
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('$18.50 a month')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
