import type { Finding } from '@aiops-portal/plugin-aiops-agent-common';
import { screen, within } from '@testing-library/react';
import {
  aPlan,
  aTurn,
  FakeAiopsAgent,
  maya,
  noor,
  renderPortal,
} from '../../__testUtils__';

const MEMORY: Finding = {
  cause: 'memory.limit-exceeded',
  target: 'Deployment/shop-prod/checkout-api',
  affects: 'checkout-api',
  confidence: 0.95,
  summary: 'Checkout is running out of memory [980 Mi of its 1000 Mi limit].',
  evidence: [
    {
      source: 'pods/shop-prod/checkout-api-x2k1 lastState.terminated',
      text: 'OOMKilled, exit 137',
    },
    {
      source: 'log[10:41:03]',
      text: '**boom** <img src=x onerror=alert(1)> [click](http://evil.example.com)',
    },
  ],
  fix: [{ intent: 'resize_application', params: { memory: '2Gi' } }],
};
const LOGS: Finding = {
  cause: 'app.error-logs',
  target: 'Deployment/shop-prod/checkout-api',
  affects: 'checkout-api',
  confidence: 0.3,
  summary: 'Its log has errors.',
  evidence: [],
  ask: 'Somebody who knows it can read them.',
};

function answer() {
  return aTurn({
    text: [
      '**Checkout**: It is in trouble.',
      `${MEMORY.summary.replace(/[[\]]/g, '\\$&')}\n- OOMKilled, exit 137`,
      'I can mend that:',
      aPlan().summary,
    ].join('\n\n'),
    findings: [MEMORY, LOGS],
    plan: aPlan(),
    details: [
      {
        title: 'Log',
        body: '**not** markdown',
        language: 'text',
        level: 'end-user',
      },
    ],
  });
}

async function ask(agent: FakeAiopsAgent) {
  agent.answer = answer;
  const { user } = renderPortal(agent, '/assistant');
  await user.type(
    await screen.findByRole('textbox', { name: 'Message' }),
    'Why is my app crashing?{Enter}',
  );
  return user;
}

describe('findings in a conversation', () => {
  it('are words first, then what they rest on, then what can be done', async () => {
    await ask(new FakeAiopsAgent(maya()));
    const finding = await screen.findByRole('region', {
      name: /checkout-api runs out of memory/,
    });
    expect(within(finding).getByText('certain')).toBeInTheDocument();
    expect(within(finding).getByText(MEMORY.summary)).toBeInTheDocument();
    expect(
      await within(finding).findByText(
        'Deployment/shop-prod/checkout-api · memory.limit-exceeded · 95%',
      ),
    ).toBeInTheDocument();
    expect(finding.querySelector('details')).toHaveAttribute('open');
    // What a cluster or a log says stays text.
    expect(
      within(finding).getByText(MEMORY.evidence[1].text),
    ).toBeInTheDocument();
    expect(finding.querySelector('img, a, strong')).toBeNull();

    // Said once: above the findings, by them, and below them.
    expect(screen.getAllByText(MEMORY.summary)).toHaveLength(1);
    expect(screen.getByText('I can mend that:')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: aPlan().confirmLabel }),
    ).toBeInTheDocument();
    // Those who dig see what is less likely, too, and who can help.
    expect(
      screen.getByRole('region', { name: /checkout-api reports errors/ }),
    ).toHaveTextContent('Somebody who knows it can read them.');
  });

  it('keep evidence folded for end users, and guesses to themselves', async () => {
    const user = await ask(new FakeAiopsAgent(noor()));
    const finding = await screen.findByRole('region', {
      name: /checkout-api runs out of memory/,
    });
    expect(finding.querySelector('details')).not.toHaveAttribute('open');
    expect(within(finding).queryByText(/memory\.limit-exceeded/)).toBeNull();
    expect(screen.queryByText('Its log has errors.')).toBeNull();

    const copy = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByText('Log'));
    expect(screen.getByText('**not** markdown')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy Log' }));
    expect(copy).toHaveBeenCalledWith('**not** markdown');
  });
});
