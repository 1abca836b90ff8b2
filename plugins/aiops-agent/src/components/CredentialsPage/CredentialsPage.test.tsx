import { screen } from '@testing-library/react';
import { FakeAiopsAgent, noor, renderPortal } from '../../__testUtils__';

const PATH = '/credentials/marketing-blog/marketing-blog';

describe('the credentials page', () => {
  it('shows the values once, to be copied, and leaves no trace of them', async () => {
    const agent = new FakeAiopsAgent(noor());
    const { user } = renderPortal(agent, PATH);
    const copy = jest.spyOn(navigator.clipboard, 'writeText');

    expect(
      await screen.findByRole('heading', {
        name: 'Credentials of marketing-blog',
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText('password')).toBeInTheDocument();
    expect(screen.queryByText('correct-horse-battery')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Show them once' }));
    expect(await screen.findByText('correct-horse-battery')).toBeVisible();
    expect(
      screen.getByText(/Leaving this page hides them for good/),
    ).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Copy password' }));
    expect(await screen.findByText('Copied password')).toBeInTheDocument();
    expect(copy).toHaveBeenCalledWith('correct-horse-battery');

    await user.click(
      screen.getByRole('button', { name: 'I have what I need' }),
    );
    expect(
      await screen.findByText('The values are gone from this page.'),
    ).toHaveFocus();
    expect(document.body.innerHTML).not.toContain('correct-horse-battery');
    expect(
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    ).not.toContain('correct-horse');
  });

  it('says so when they were shown before, or are not for this person', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.credentials = { ...agent.credentials, revealed: true };
    renderPortal(agent, PATH);

    expect(
      await screen.findByText(/shown already and are not shown again/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show them once' })).toBeNull();
  });
});
