import { screen, waitFor, within } from '@testing-library/react';
import {
  aChange,
  aPlan,
  FakeAiopsAgent,
  maya,
  noor,
  renderPortal,
} from '../../__testUtils__';

function waiting() {
  return aChange({
    id: 'REQ-1043',
    state: 'awaiting-approval',
    stateText: 'Waiting for you',
    requester: 'user:default/noor',
    requesterName: 'Noor',
    reason: 'We launch on Monday.',
    can: { cancel: false, undo: false, approve: true },
    plan: aPlan({ risk: 'medium' }),
  });
}

describe('requests', () => {
  it('asks for an answer with all that is needed to give one', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.changes.set('REQ-1043', waiting());
    const { user } = renderPortal(agent, '/requests');

    const card = await screen.findByRole('article', { name: /WordPress/ });
    expect(
      screen.getByText('1 request. Nobody can approve their own.'),
    ).toBeInTheDocument();
    expect(
      within(card).getByText('“We launch on Monday.”'),
    ).toBeInTheDocument();
    expect(within(card).getByText(/asked for by Noor/)).toBeInTheDocument();
    expect(within(card).getByText('Medium risk')).toBeInTheDocument();

    await user.click(
      within(card).getByRole('button', { name: 'Reject with a reason' }),
    );
    const reason = within(card).getByRole('textbox', { name: 'Why not?' });
    expect(reason).toHaveFocus();
    expect(within(card).getByRole('button', { name: 'Reject' })).toBeDisabled();
    await user.type(reason, ' Too dear. ');
    await user.click(within(card).getByRole('button', { name: 'Reject' }));

    expect(await within(card).findByText('Turned down')).toBeInTheDocument();
    expect(within(card).getByText(/Rejected by Maya/)).toHaveTextContent(
      '“Too dear.”',
    );
  });

  it('approves with one press, and says so when nothing waits', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.changes.set('REQ-1043', waiting());
    const approve = jest.spyOn(agent, 'approveChange');
    const { user } = renderPortal(agent, '/requests');

    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(approve).toHaveBeenCalledWith('REQ-1043', 'hash-1'),
    );
    expect(
      screen.getByText(/You have not asked for anything yet/),
    ).toBeInTheDocument();
  });

  it('shows one request by its address: what failed, what to do, and how to take it back', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.changes.set(
      'REQ-1040',
      aChange({
        id: 'REQ-1040',
        state: 'failed',
        stateText: 'It did not work',
        secondsLeft: undefined,
        failure: {
          message: 'There is no room left. Nothing else was changed.',
          advice: 'Ask for a smaller one.',
          details: 'insufficient memory',
        },
        can: { cancel: false, undo: true, approve: false },
      }),
    );
    renderPortal(agent, '/requests/REQ-1040');

    expect(
      await screen.findByText(
        'There is no room left. Nothing else was changed.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Ask for a smaller one.')).toBeInTheDocument();
    expect(screen.queryByText('What the systems said')).toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All requests' })).toHaveAttribute(
      'href',
      '/requests',
    );
  });

  it('takes a request back while that is possible', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.changes.set('REQ-1042', aChange());
    const { user } = renderPortal(agent, '/requests/REQ-1042');

    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Taken back')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(screen.getByRole('heading', { level: 3 })).toHaveFocus();
  });
});
