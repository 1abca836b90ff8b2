import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Explanation } from '.';

describe('Explanation', () => {
  it('tells a model’s words from the portal’s, and shows them as text alone', async () => {
    const text =
      'It needs **more** memory. <img src=x> [here](https://a.example)';
    await renderInTestApp(
      <Explanation explanation={{ text, engine: 'ollama' }} />,
    );
    const aside = await screen.findByRole('complementary', {
      name: 'In other words',
    });
    expect(aside).toHaveTextContent(text);
    expect(aside).toHaveTextContent('AI');
    expect(aside).toHaveTextContent('Worded by ollama');
    expect(aside.querySelector('a, img, strong')).toBeNull();
  });
});
