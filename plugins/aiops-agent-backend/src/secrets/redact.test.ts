import { redact } from './redact';

describe('Text of logs', () => {
  it.each([
    [
      'connect postgres://shop:s3cr3t@shop-db:5432/shop failed',
      'connect postgres://shop:[hidden]@shop-db:5432/shop failed',
    ],
    ['password=[hidden] x', 'password=[hidden] x'],
    ['redis://:pa:ss@cache:6379', 'redis://:[hidden]@cache:6379'],
    ['DB_PASSWORD=hunter2 DB_USER=shop', 'DB_PASSWORD=[hidden] DB_USER=shop'],
    [
      '{"apiKey": "abc\\"def", "user": "x"}',
      '{"apiKey": [hidden], "user": "x"}',
    ],
    [
      'Authorization: Bearer abcdef.ghi-jkl next',
      'Authorization: [hidden] [hidden] next',
    ],
    [
      'curl --access-token abc123 https://x',
      'curl --access-token [hidden] https://x',
    ],
    [
      'jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def end',
      'jwt [hidden] end',
    ],
    ['found ghp_0123456789abcdef', 'found [hidden]'],
    [
      'FATAL: password authentication failed for user "shop"',
      'FATAL: password authentication failed for user "shop"',
    ],
    ['secret "shop-db" not found', 'secret "shop-db" not found'],
    ['\u001b[31mred\u001b[0m\u202e text', 'red text'],
  ])('%j is shown as %j', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it.each([
    'a='.repeat(50_000),
    `${'password'.repeat(500)} x`,
    `--${'-token'.repeat(600)} `,
    'eyJ'.repeat(1500),
    'x://'.repeat(1000),
  ])('is never long, whatever it is made of', text => {
    expect(redact(text).length).toBeLessThanOrEqual(501);
  });
});
