import { screen, within } from '@testing-library/react';
import { aTurn, FakeAiopsAgent, noor, renderPortal } from '../../__testUtils__';

describe('what one thinks of an answer', () => {
  it('is said with a press, explained if one likes, and taken back', async () => {
    const agent = new FakeAiopsAgent(noor());
    agent.answer = () => aTurn({ id: 'm2', text: 'It is well.' });
    const { user } = renderPortal(agent, '/assistant');
    await user.type(
      await screen.findByRole('textbox', { name: 'Message' }),
      'How is it?{Enter}',
    );
    const group = await screen.findByRole('group', {
      name: 'Did this answer help?',
    });
    const up = within(group).getByRole('button', { name: 'This helped' });
    const down = within(group).getByRole('button', {
      name: 'This did not help',
    });
    expect(up).toHaveAttribute('aria-pressed', 'false');

    up.focus();
    await user.keyboard('{Enter}');
    expect(up).toHaveAttribute('aria-pressed', 'true');
    expect(agent.feedback.get('m2')).toEqual({ verdict: 'up' });
    expect(within(group).getByRole('status')).toHaveTextContent(
      'Thank you, that is kept.',
    );
    expect(group).toHaveTextContent('Administrators can read this answer');

    await user.click(down);
    expect(up).toHaveAttribute('aria-pressed', 'false');
    await user.type(
      within(group).getByRole('textbox', { name: /What was wrong/ }),
      'That is another app.{Enter}',
    );
    expect(agent.feedback.get('m2')).toEqual({
      verdict: 'down',
      comment: 'That is another app.',
    });
    expect(within(group).queryByRole('textbox')).toBeNull();

    await user.click(down);
    expect(agent.feedback.has('m2')).toBe(false);
    expect(within(group).getByRole('status')).toHaveTextContent('Taken back.');
  });

  it('is still there when the conversation is opened again', async () => {
    const agent = new FakeAiopsAgent(noor());
    const { id } = await agent.startConversation();
    const feedback = { verdict: 'down', comment: 'No.' } as const;
    agent.conversations.get(id)!.messages!.push({
      ...aTurn({ id: 'm2', text: 'It is well.' }).message,
      feedback,
    });
    jest
      .spyOn(agent, 'withdrawFeedback')
      .mockRejectedValue(new TypeError('Failed to fetch'));
    const { user } = renderPortal(agent, `/assistant/${id}`);
    const down = await screen.findByRole('button', {
      name: 'This did not help',
    });
    expect(down).toHaveAttribute('aria-pressed', 'true');

    await user.click(down);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal cannot be reached.',
    );
    expect(down).toHaveAttribute('aria-pressed', 'true');
  });
});
