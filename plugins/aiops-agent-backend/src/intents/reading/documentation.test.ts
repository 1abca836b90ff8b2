import { World } from '../testing/world';
import { findPassage } from './documentation';

describe('the platform’s documentation', () => {
  const { files } = new World().platform;

  it.each([
    ['delete-environment', 'How do I delete an environment?', true],
    ['how do i get a databse', 'How do I get a database?', false],
    ['save money', 'How do I save money?', true],
    [
      'image cannot be fetched',
      'What does "its image cannot be fetched" mean?',
      true,
    ],
    ['approve requests', 'How do I approve a request?', true],
    ['meaning of asleep', 'What does asleep mean?', true],
  ])('answers "%s" with the section "%s"', (question, heading, exact) => {
    expect(findPassage(question, files)).toMatchObject({ heading, exact });
  });

  it.each(['', 'the a of', 'quantum chromodynamics lectures', '${jndi:x}'])(
    'has nothing to say to "%s"',
    question => {
      expect(findPassage(question, files)).toBeUndefined();
    },
  );

  it('reads the pages of the commit that it is asked about', () => {
    const own = new Map([
      ['docs/vpn.md', '# Away\n\n## How do I get into the VPN?\n\nAsk\nAda.\n'],
      ['docs/README.md', '# Note\n\n## VPN VPN VPN\n\nNot for people.\n'],
    ]);
    expect(findPassage('get vpn', own)).toEqual({
      path: 'docs/vpn.md',
      page: 'Away',
      heading: 'How do I get into the VPN?',
      text: 'Ask Ada.',
      exact: true,
    });
  });
});
