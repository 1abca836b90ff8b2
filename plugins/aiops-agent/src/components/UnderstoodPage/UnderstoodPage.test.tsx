import type { Understood } from '@aiops-portal/plugin-aiops-agent-common';
import { screen, within } from '@testing-library/react';
import { FakeAiopsAgent, maya, renderPortal } from '../../__testUtils__';

function turn(messageId: string, over: Partial<Understood> = {}): Understood {
  return {
    messageId,
    at: new Date().toISOString(),
    engine: 'embedded',
    intent: 'show_status',
    confidence: 0.93,
    tookMs: 2,
    inDialogue: false,
    ...over,
  };
}

describe('what was understood', () => {
  it('is read, filtered, labelled and exported', async () => {
    const agent = new FakeAiopsAgent(maya());
    agent.understood = [
      turn('m1'),
      turn('m2', {
        text: 'wie teuer?',
        confidence: 0.4,
        feedback: { verdict: 'down', comment: 'I asked for the price.' },
        params: { target: 'shop' },
      }),
      turn('m3', { text: 'And the api?', feedback: { verdict: 'up' } }),
    ];
    agent.model = {
      model: 'llama3.1',
      available: false,
      hosts: [
        { url: 'http://gpu:11434', state: 'resting', lastError: 'no answer' },
      ],
    };
    const { user } = renderPortal(agent, '/understood');

    const list = await screen.findByRole('list', {
      name: 'What was understood',
    });
    expect(
      screen.getByRole('region', { name: 'Language model: llama3.1' }),
    ).toHaveTextContent(
      'http://gpu:11434 · left alone for a while · no answer',
    );
    const rows = () => within(list).getAllByRole('listitem');
    expect(rows()).toHaveLength(2);
    expect(rows()[0]).toHaveTextContent('A message whose answer was not rated');
    expect(rows()[1]).toHaveTextContent('wie teuer?');
    expect(rows()[1]).toHaveTextContent('show_status {"target":"shop"}');
    expect(rows()[1]).toHaveTextContent('embedded, 40% sure, 2 ms, just now');
    expect(rows()[1]).toHaveTextContent('“I asked for the price.”');

    await user.click(screen.getByRole('button', { name: 'Show earlier ones' }));
    expect(await within(list).findByText('And the api?')).toBeInTheDocument();
    expect(rows()).toHaveLength(3);

    await user.click(
      screen.getByRole('checkbox', { name: 'Less than half sure' }),
    );
    expect(await screen.findByText('wie teuer?')).toBeInTheDocument();
    expect(screen.queryByText('And the api?')).toBeNull();

    await user.click(screen.getByText('Say what was meant'));
    const params = screen.getByRole('textbox', {
      name: /Parameters, as JSON/,
    });
    await user.clear(params);
    await user.type(params, 'nonsense');
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'That is not a JSON object. Nothing was kept.',
    );
    await user.clear(params);
    await user.type(params, '{{}');
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(await screen.findByText('Meant: show_status')).toBeInTheDocument();

    URL.createObjectURL = jest.fn(() => 'blob:labelled');
    URL.revokeObjectURL = jest.fn();
    const save = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    await user.click(
      screen.getByRole('button', { name: 'Export labelled messages' }),
    );
    expect(
      await screen.findByText('2 labelled messages exported.'),
    ).toBeInTheDocument();
    expect(save).toHaveBeenCalledTimes(1);
  });
});
