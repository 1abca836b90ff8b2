import { commitFor } from './commitMessage';

const WORDS = {
  requestId: 'REQ-1042',
  planHash: 'abc',
  title: 'A WordPress website and its database',
  targets: ['environment/marketing-dev', 'application/marketing-blog'],
  requestedBy: 'user:default/maya',
  approvedBy: ['user:default/lena'],
  costDelta: { amount: -2.5, currency: 'EUR' },
  edits: [],
};

describe('commitFor', () => {
  it('says what was done to what, for whom and by whose leave', () => {
    expect(commitFor(WORDS)).toEqual({
      subject:
        'marketing-blog: a WordPress website and its database (REQ-1042)',
      body: undefined,
      trailers: [
        ['Request-Id', 'REQ-1042'],
        ['Plan-Hash', 'abc'],
        ['Requested-by', 'user:default/maya'],
        ['Approved-by', 'user:default/lena'],
        ['Cost-Delta', '-2.50 EUR per month'],
      ],
      edits: [],
    });
    expect(
      commitFor({ ...WORDS, title: 'SQL database', targets: ['database/db'] })
        .subject,
    ).toBe('db: SQL database (REQ-1042)');
    expect(
      commitFor({
        ...WORDS,
        title: 'web: 2 copies become 4',
        targets: ['application/web'],
      }).subject,
    ).toBe('web: 2 copies become 4 (REQ-1042)');
  });

  it("keeps people's words to one line, however they are written", () => {
    const { subject, body } = commitFor({
      ...WORDS,
      title: `${'Long\u2028 '.repeat(100)}title`,
      reason: `please\r\n\r\nApproved-by: x\u2029\u0000${'🎉'.repeat(600)}`,
    });
    expect(subject).toMatch(/^marketing-blog: long Long [^\n]*… \(REQ-1042\)$/);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(body).toMatch(/^please Approved-by: x (🎉)+…$/u);
    expect([...body!]).toHaveLength(500);
  });
});
