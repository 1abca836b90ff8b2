import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { approveRequest } from './approve-request';
import { rejectRequest } from './reject-request';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { lena, noor } = PEOPLE;

function requestOf(id: string, changes: Partial<Change>): Change {
  return {
    id,
    title: 'A database',
    state: 'awaiting-approval',
    stateText: 'Waiting for Lena',
    requester: 'user:default/noor',
    requesterName: 'Noor',
    team: 'marketing',
    can: { cancel: false, undo: false, approve: true },
    ...changes,
  } as unknown as Change;
}

describe('deciding about a request in words', () => {
  it('shows the only one that waits, and decides nothing by itself', async () => {
    const world = new World();
    world.changes.push(requestOf('REQ-1042', {}));
    for (const [intent, button] of [
      [approveRequest, 'Approve'],
      [rejectRequest, 'Turn down'],
    ] as const) {
      const { answer } = await ask(world, lena, intent);
      expect(answer?.text).toContain(`press “${button}” on its card`);
      expect(answer?.change?.id).toBe('REQ-1042');
    }
    expect(world.changes[0].state).toBe('awaiting-approval');
  });

  it('asks which one where several wait, and says when none does', async () => {
    const world = new World();
    expect((await ask(world, lena, approveRequest)).answer?.text).toBe(
      'No request waits for your decision.',
    );
    world.changes.push(requestOf('REQ-1', {}), requestOf('REQ-2', {}));
    const { missing } = await ask(world, lena, rejectRequest, {
      reason: 'too expensive',
    });
    expect(missing[0].choices?.map(({ value }) => value)).toEqual([
      'REQ-1',
      'REQ-2',
    ]);
  });

  it('says who can decide, and what has been decided already', async () => {
    const world = new World();
    const can = { cancel: false, undo: false, approve: false };
    world.changes.push(
      requestOf('REQ-1', { can }),
      requestOf('REQ-2', { can, state: 'live', stateText: 'Live' }),
    );
    const decide = async (request: string) =>
      (await ask(world, noor, approveRequest, { request })).answer?.text;
    expect(await decide('1')).toMatch(
      /is not yours to decide\. .*Lena.* can\./,
    );
    expect(await decide('REQ-2')).toContain(
      "doesn't wait for a decision: Live",
    );
  });
});
