import { screen, within } from '@testing-library/react';
import {
  aTurn,
  FakeAiopsAgent,
  maya,
  noor,
  renderPortal,
} from '../../__testUtils__';

describe('the home page', () => {
  it('welcomes someone new and begins a conversation for them', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () => aTurn({ text: 'What shall it be called?' });
    const { user } = renderPortal(agent, '/');

    expect(
      await screen.findByRole('heading', { name: 'Welcome, Noor', level: 1 }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'You have no environments yet. What would you like to do?',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: 'I need a WordPress site for my team',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'Money' })).toHaveAttribute(
      'aria-valuetext',
      '$0 of $300 this month',
    );
    expect(
      screen.getByText('Lena and Ada can approve things for you.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Deploy an app' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ask' })).toBeInTheDocument();

    await user.click(
      screen.getByRole('button', { name: 'Create an environment' }),
    );
    expect(
      await within(await screen.findByRole('log')).findByText(
        'What shall it be called?',
      ),
    ).toBeInTheDocument();
    expect(agent.said.map(({ text }) => text)).toEqual([
      'I need a development environment for my team',
    ]);
  });

  it('shows those who have things how these are, and follows their requests', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.changes.set('REQ-1042', agent.me.changes[0]);
    const { move } = renderPortal(agent, '/');

    const apps = await screen.findByRole('region', { name: 'Apps' });
    expect(within(apps).getByText('Needs attention')).toBeInTheDocument();
    expect(
      within(apps).getByText('It was restarted 6 times in the last hour.'),
    ).toBeInTheDocument();
    expect(within(apps).getByText('$18.50 a month')).toBeInTheDocument();
    expect(
      within(apps).getByRole('link', { name: /Open marketing-web/ }),
    ).toHaveAttribute('href', 'http://marketing-web.localhost:7105');
    const requests = screen.getByRole('region', { name: 'Your requests' });
    expect(
      within(requests).getByRole('link', { name: 'events-site' }),
    ).toHaveAttribute('href', '/requests/REQ-1042');

    agent.me = maya({
      changes: [{ ...agent.me.changes[0], state: 'live', stateText: 'Live' }],
    });
    await move('REQ-1042', {});
    expect(await within(requests).findByText('Live')).toBeInTheDocument();
  });

  it('says what is wrong when it cannot be read, and tries again', async () => {
    const agent = new FakeAiopsAgent(noor());
    const getMe = jest
      .spyOn(agent, 'getMe')
      .mockRejectedValue(new TypeError('Failed to fetch'));
    const { user } = renderPortal(agent, '/');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal cannot be reached. Nothing was changed by this.',
    );
    getMe.mockRestore();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Welcome, Noor' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
