import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { closeOpenMarks } from './closeOpenMarks';
import { Markdown } from './Markdown';

describe('Markdown', () => {
  it('shows a half-written text as it will look', () => {
    expect(closeOpenMarks('It is **very')).toBe('It is **very**');
    expect(closeOpenMarks('It is **')).toBe('It is ');
    expect(closeOpenMarks('Run `kubectl')).toBe('Run `kubectl`');
    expect(closeOpenMarks('So:\n\n```yaml\na: 1')).toBe(
      'So:\n\n```yaml\na: 1\n```',
    );
    expect(closeOpenMarks('**All** `is` well')).toBe('**All** `is` well');
  });

  it('loads nothing from elsewhere and runs nothing', async () => {
    renderInTestApp(
      <Markdown text="Hello ![x](https://evil.example.com/?leak) <script>window.bad = 1</script> [there](javascript:alert(1))" />,
    );
    expect(await screen.findByText(/Hello/)).toBeInTheDocument();
    expect(document.querySelector('img')?.getAttribute('src') ?? '').toBe('');
    expect(document.querySelector('script')).toBeNull();
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
  });
});
