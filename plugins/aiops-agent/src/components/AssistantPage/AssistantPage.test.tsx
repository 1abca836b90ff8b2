import type { TurnEvent } from '@aiops-portal/plugin-aiops-agent-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  aChange,
  aPlan,
  aTurn,
  FakeAiopsAgent,
  noor,
  renderPortal,
} from '../../__testUtils__';

const WISH = 'I need to deploy a WordPress site for my team';

async function messageBox() {
  return screen.findByRole('textbox', { name: 'Message' });
}

describe('a conversation', () => {
  it('goes from a sentence to a live site, by keyboard alone', async () => {
    const agent = new FakeAiopsAgent(noor());
    const plan = aPlan();
    agent.answer = () => aTurn({ text: plan.summary, plan });
    agent.onConfirm = confirmed => aChange({ plan: confirmed });
    const { user, move } = renderPortal(agent, '/assistant');

    // Nothing said yet: what it promises, and what one could say.
    expect(
      await screen.findByRole('heading', { name: 'What do you need?' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Say it in your own words. Nothing happens until you agree.',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'What can I spend?' }),
    ).toBeInTheDocument();

    // One types where one is, and Enter sends.
    expect(await messageBox()).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await user.keyboard(`${WISH}{Enter}`);

    // The plan: a sentence, then money, room and the way back.
    const card = await screen.findByRole('article', {
      name: 'A WordPress website and its database: events-site',
    });
    const numbers = within(card).getByLabelText('In numbers');
    expect(numbers).toHaveTextContent('3% of your team’s budget$10 a month');
    expect(numbers).toHaveTextContent('environments used after this1 of 3');
    expect(numbers).toHaveTextContent('to undo, nothing lost7 days');
    expect(
      within(card).getByText('What exactly will happen (5 steps, 2 files)'),
    ).toBeInTheDocument();
    // A finished answer is read aloud; one can go on typing meanwhile.
    expect(
      screen.getAllByRole('status').map(status => status.textContent),
    ).toContainEqual(
      expect.stringContaining('A WordPress website and its database'),
    );
    expect(await messageBox()).toHaveFocus();
    expect(agent.said).toEqual([{ text: WISH, entityRef: undefined }]);
    expect(agent.confirmed).toEqual([]);

    // Agreeing names the plan and its hash, and works once however often pressed.
    const yes = within(card).getByRole('button', { name: 'Yes, create it' });
    fireEvent.click(yes);
    fireEvent.click(yes);
    const progress = await screen.findByText('REQ-1042', { selector: 'span' });
    expect(agent.confirmed).toEqual([{ id: 'plan-1', hash: 'hash-1' }]);

    // The same card shows the progress, and has the focus.
    const heading = progress.closest('h3')!;
    expect(heading).toHaveTextContent('Being built · about 40 s left');
    await waitFor(() => expect(heading).toHaveFocus());
    const steps = screen.getByRole('list', { name: 'Progress' });
    expect(within(steps).getByText(/Written down/)).toHaveTextContent(
      'Written down, done',
    );
    expect(within(steps).getByText(/Website starting/)).toHaveTextContent(
      'Website starting, under way',
    );
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeInTheDocument();

    await move('REQ-1042', {
      state: 'live',
      stateText: 'Live',
      secondsLeft: undefined,
      can: { cancel: false, undo: true, approve: false },
      undoUntil: '2026-11-27T10:00:00Z',
      links: [
        {
          title: 'events-site.corp.example.com',
          url: 'http://events-site.localhost:7105',
        },
        {
          title: 'Show the password',
          reveal: { environment: 'events-site', name: 'events-site' },
        },
      ],
    });
    expect(await screen.findByText('Live', { exact: true })).toBeVisible();
    expect(
      screen.getByRole('link', { name: /events-site\.corp\.example\.com/ }),
    ).toHaveAttribute('href', 'http://events-site.localhost:7105');
    expect(
      screen.getByRole('link', { name: 'Show the password' }),
    ).toHaveAttribute('href', '/credentials/events-site/events-site');
    expect(screen.getByText(/Can be undone until Friday/)).toBeInTheDocument();

    // Undoing is a plan again, which wants a yes of its own.
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByRole('button', { name: 'Yes, undo it' }),
    ).toBeInTheDocument();
    expect(agent.confirmed).toHaveLength(1);
  });

  it('takes a change in words, and says what became of the plan before it', async () => {
    const agent = new FakeAiopsAgent(noor());
    const first = aPlan();
    const second = aPlan({
      id: 'plan-2',
      hash: 'hash-2',
      title: 'A bigger one',
    });
    agent.answer = text =>
      text === WISH
        ? aTurn({ text: first.summary, plan: first })
        : aTurn({
            text: `With your changes it would be this:\n\n${second.summary}\n\nIt would cost $10 a month more.`,
            plan: second,
          });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), `${WISH}{Enter}`);

    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const form = screen.getByRole('form', { name: 'What shall be different?' });
    const name = within(form).getByRole('textbox', { name: 'Name' });
    expect(name).toHaveFocus();
    const show = within(form).getByRole('button', {
      name: 'Show me the changed plan',
    });
    expect(show).toBeDisabled();
    // In words: what the values are called inside is nobody's business here.
    expect(
      within(form)
        .getAllByRole('radio')
        .map(radio => radio.closest('label')?.textContent),
    ).toEqual([
      'Just your team',
      'Everyone in the company',
      'Everyone on the internet',
      'Low traffic',
      'Medium traffic',
      'High traffic',
    ]);
    await user.clear(name);
    await user.type(name, 'spring');
    await user.click(within(form).getByRole('radio', { name: 'High traffic' }));
    await user.click(show);

    await screen.findByRole('article', { name: /A bigger one/ });
    expect(agent.said[1].text).toBe('call it spring, high traffic');
    // Beside the card only what the card does not say.
    expect(
      screen.getByText('With your changes it would be this:'),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('log')).queryByText(/It would cost/),
    ).not.toBeInTheDocument();
    expect(screen.getByText(/replaced by a later plan/)).toBeInTheDocument();
    expect(
      screen.getAllByRole('button', { name: 'Yes, create it' }),
    ).toHaveLength(1);

    // A yes in words: the plan points to the request, which is shown once.
    agent.answer = () =>
      aTurn({
        text: 'On it. You can follow it here as REQ-1042.',
        change: aChange({ plan: second, planId: 'plan-2' }),
      });
    await user.type(await messageBox(), 'yes{Enter}');
    expect(
      await screen.findByText('You agreed to this: REQ-1042.'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('list', { name: 'Progress' })).toHaveLength(1);
  });

  it('shows the second of two wishes below what was agreed to, also later', async () => {
    const agent = new FakeAiopsAgent(noor());
    const first = aPlan({ summary: 'I would make it. Fine?' });
    const second = aPlan({
      id: 'plan-2',
      title: 'newsletter: a restart',
      summary: 'I would restart it. Fine?',
      confirmLabel: 'Yes, restart it',
    });
    const change = aChange({ planId: first.id, title: first.title });
    agent.answer = text =>
      text === WISH
        ? aTurn({ text: `${first.summary}\n\nIt costs $10.`, plan: first })
        : aTurn({
            text: `On it. Follow it as ${change.id}.\n\nNow to the other thing.\n\n${second.summary}`,
            change,
            plan: second,
          });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), `${WISH}{Enter}`);
    await screen.findByRole('button', { name: first.confirmLabel });
    await user.type(await messageBox(), 'yes{Enter}');

    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(
      await within(log).findByRole('button', { name: 'Yes, restart it' }),
    ).toBeInTheDocument();
    expect(within(log).getByText('Now to the other thing.')).toBeVisible();
    expect(within(log).queryByText(/Follow it as/)).not.toBeInTheDocument();

    // Opened again, each request has one card, and no question is left over.
    const [conversation] = agent.conversations.values();
    for (const message of conversation.messages ?? []) {
      if (message.plan?.id === first.id) {
        message.plan = { ...first, state: 'confirmed', changeId: change.id };
        message.change = change;
      }
    }
    await user.click(screen.getByRole('button', { name: 'New conversation' }));
    await user.click(
      await within(screen.getByRole('complementary')).findByRole('button', {
        name: /^I need to deploy/,
      }),
    );
    expect(
      await screen.findByRole('button', { name: 'Yes, restart it' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You agreed to this: REQ-1042.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('It costs $10.')).not.toBeInTheDocument();
  });

  it('says what was refused before the refusal on the card', async () => {
    const agent = new FakeAiopsAgent(noor());
    const plan = aPlan({
      decision: {
        outcome: 'deny',
        reasons: ['You may only look.'],
        approvers: ['Ada'],
        approvalsNeeded: 0,
      },
    });
    agent.answer = () =>
      aTurn({
        text: "The first can't be done.\n\nNow to the other thing.\n\nI can't do that. You may only look.",
        plan,
      });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'Do this and that{Enter}');
    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(
      await within(log).findByText("The first can't be done."),
    ).toBeVisible();
    expect(within(log).queryByText(/I can't do that/)).not.toBeInTheDocument();
    expect(within(log).getByText('You may only look.')).toBeVisible();
  });

  it('shows what was said in another tab as soon as one returns to this one', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () => aTurn({ text: 'All is well.' });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'How are my apps?{Enter}');
    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(await within(log).findByText('All is well.')).toBeInTheDocument();

    const [conversation] = agent.conversations.values();
    const at = '2026-11-16T10:02:00Z';
    conversation.messages?.push(
      { id: 'u9', role: 'user', text: 'call it events-hub', at },
      { id: 'a9', role: 'assistant', text: 'Then events-hub.', at },
    );
    fireEvent.focus(window);
    expect(await screen.findByText('Then events-hub.')).toBeInTheDocument();
    expect(screen.getByText('call it events-hub')).toBeInTheDocument();
  });

  it('stops where the person says so, and gives the words back', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () =>
      (async function* slowly(): AsyncGenerator<TurnEvent> {
        yield { type: 'delta', text: 'Well, **this' };
        await new Promise(() => {});
      })();
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'Tell me a long story{Enter}');

    expect(await screen.findByText('this')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Send' }),
    ).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stop' }));

    expect(
      await screen.findByText('You stopped this answer.'),
    ).toBeInTheDocument();
    expect(await messageBox()).toHaveValue('Tell me a long story');
    expect(await messageBox()).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  });

  it('keeps the words when there is no answer, and tries again', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () => {
      throw new Error('Git cannot be reached. Nothing was changed.');
    };
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'What can I spend?{Enter}');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Your message did not get an answer.');
    expect(alert).toHaveTextContent(
      'Git cannot be reached. Nothing was changed.',
    );
    agent.answer = () => aTurn({ text: '$300 a month.' });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));

    expect(
      await within(screen.getByRole('log')).findByText('$300 a month.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(
      within(screen.getByRole('log')).getAllByText('What can I spend?'),
    ).toHaveLength(1);
  });

  it('is kept: it opens again from the history, and can be forgotten', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () =>
      aTurn({
        text: 'All is well.',
        facts: [{ label: 'apps', value: '2 of 2' }],
        items: [
          {
            title: 'REQ-1',
            subtitle: 'a blog',
            value: 'Live',
            changeId: 'REQ-1',
          },
        ],
        details: [
          { title: 'Evidence', body: 'pod x', level: 'developer' },
          { title: 'What this means', body: 'It runs.', level: 'end-user' },
        ],
        suggestions: ['One', 'Two', 'Three', 'Four'].map(text => ({ text })),
      });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'How are my apps?{Enter}');

    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(await within(log).findByText('All is well.')).toBeInTheDocument();
    expect(log).toHaveAttribute('tabindex', '0');
    expect(within(log).getByText('2 of 2')).toBeInTheDocument();
    expect(within(log).getByRole('link', { name: 'REQ-1' })).toHaveAttribute(
      'href',
      '/requests/REQ-1',
    );
    // She is no developer, and three suggestions are enough.
    expect(within(log).queryByText('Evidence')).not.toBeInTheDocument();
    expect(within(log).getByText('What this means')).toBeInTheDocument();
    expect(within(log).queryByText('Four')).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'New conversation' }));
    expect(
      await screen.findByRole('heading', { name: 'What do you need?' }),
    ).toBeInTheDocument();

    const history = screen.getByRole('complementary');
    await user.click(
      await within(history).findByRole('button', { name: /^How are my apps/ }),
    );
    expect(await screen.findByText('All is well.')).toBeInTheDocument();

    await user.click(
      within(history).getByRole('button', {
        name: 'Forget “How are my apps?”',
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Forget it' }));
    await waitFor(() => expect(agent.conversations.size).toBe(0));
    expect(
      await screen.findByRole('heading', { name: 'What do you need?' }),
    ).toBeInTheDocument();
  });

  it('opens with a plan that was proposed elsewhere, to be agreed to here', async () => {
    const agent = new FakeAiopsAgent(noor());
    const plan = aPlan({ id: 'plan/7' });
    agent.plans.set(plan.id, plan);
    agent.onConfirm = confirmed => aChange({ plan: confirmed });
    agent.answer = () => aTurn({ text: '$300 a month.' });
    const { user } = renderPortal(agent, '/assistant?plan=plan%2F7');

    const log = await screen.findByRole('log', { name: 'Conversation' });
    const yes = await within(log).findByRole('button', {
      name: 'Yes, create it',
    });
    expect(screen.queryByText('What do you need?')).not.toBeInTheDocument();
    expect(agent.said).toEqual([]);

    // One can ask about it first: it stays where it is.
    await user.type(await messageBox(), 'What can I spend?{Enter}');
    expect(await within(log).findByText('$300 a month.')).toBeInTheDocument();
    await user.click(yes);
    expect(
      await within(log).findByRole('list', { name: 'Progress' }),
    ).toBeInTheDocument();
    expect(agent.confirmed).toEqual([{ id: 'plan/7', hash: 'hash-1' }]);

    await user.click(screen.getByRole('button', { name: 'New conversation' }));
    expect(
      await screen.findByRole('heading', { name: 'What do you need?' }),
    ).toBeInTheDocument();
  });

  it('says in the words of the server that a plan is not there for this person', async () => {
    renderPortal(new FakeAiopsAgent(noor()), '/assistant?plan=of-maya');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no plan of-maya.',
    );
    expect(await messageBox()).toBeEnabled();
  });

  it('offers the new plan where the agreed one could not be carried out any more', async () => {
    const agent = new FakeAiopsAgent(noor());
    const next = aPlan({ id: 'plan-2', hash: 'hash-2' });
    agent.plans.set(next.id, next);
    agent.answer = () =>
      aTurn({
        text: 'It could not be done.',
        change: aChange({
          state: 'failed',
          stateText: 'Not done',
          failure: {
            message: 'Things changed since you agreed.',
            advice: 'It would be **2 copies** now.',
          },
          can: { cancel: false, undo: false, approve: false },
          nextPlanId: next.id,
        }),
      });
    agent.onConfirm = plan => aChange({ id: 'REQ-1043', plan });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(await messageBox(), 'How is it going?{Enter}');

    await user.click(
      await screen.findByRole('button', { name: 'Look at the new plan' }),
    );
    expect(screen.getByText('2 copies')).toBeVisible();
    const place = screen.getByRole('group', { name: 'The new plan' });
    expect(place).toHaveFocus();
    await user.click(
      await within(place).findByRole('button', { name: 'Yes, create it' }),
    );
    expect(agent.confirmed).toEqual([{ id: 'plan-2', hash: 'hash-2' }]);
    expect(await within(place).findByText('REQ-1043')).toBeInTheDocument();
  });
});
