import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { MessageBar } from './MessageBar';

function Bar(props: { onSend: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <MessageBar
      text={text}
      answering={false}
      onText={setText}
      onSend={props.onSend}
      onStop={() => {}}
    />
  );
}

describe('MessageBar', () => {
  it('sends on Enter, but not while words are being composed or a line is begun', async () => {
    const onSend = jest.fn();
    renderInTestApp(<Bar onSend={onSend} />);
    const box = await screen.findByRole('textbox', { name: 'Message' });
    fireEvent.change(box, { target: { value: ' にほん ' } });

    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(box, { key: 'Enter', shiftKey: true });
    expect(onSend).not.toHaveBeenCalled();

    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledWith('にほん');
  });

  it('sends neither nothing nor more than the server takes, and says so', async () => {
    const onSend = jest.fn();
    renderInTestApp(<Bar onSend={onSend} />);
    const box = await screen.findByRole('textbox', { name: 'Message' });
    expect(box).toHaveAccessibleDescription(
      'Enter sends, Shift+Enter makes a new line',
    );

    fireEvent.change(box, { target: { value: '  \n ' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    fireEvent.change(box, { target: { value: 'x'.repeat(4001) } });
    fireEvent.keyDown(box, { key: 'Enter' });

    expect(onSend).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    expect(box).toHaveAccessibleDescription(
      'That is too long: 4001 of 4000 characters.',
    );
  });
});
