import { mockServices } from '@backstage/backend-test-utils';
import type { PlatformSnapshot } from '@aiops-portal/plugin-aiops-agent-node';
import { GitOpsEntityProvider } from './GitOpsEntityProvider';

const snapshot = (head: string): PlatformSnapshot => ({
  head,
  files: new Map(),
  environments: [],
  deployed: [],
  problems: [{ path: 'x.yaml', message: 'It is not valid YAML' }],
});

describe('GitOpsEntityProvider', () => {
  it('loses no head that comes while another is applied or fails, and applies none twice', async () => {
    const logger = mockServices.logger.mock();
    const waiting: Array<{
      resolve(value: PlatformSnapshot): void;
      reject(error: Error): void;
    }> = [];
    let headChanged = (_head: string) => {};
    const provider = new GitOpsEntityProvider({
      git: {
        onHeadChange: listener => {
          headChanged = listener;
          return () => {};
        },
      },
      platform: {
        snapshot: () =>
          new Promise((resolve, reject) => waiting.push({ resolve, reject })),
      },
      logger,
      ingressUrl: 'https://{host}',
    });
    const applyMutation = jest.fn(async () => {});
    await provider.connect({ applyMutation, refresh: async () => {} });

    // The first reading fails after the head has moved on.
    headChanged('b');
    waiting.shift()?.reject(new Error('gone'));
    await new Promise(setImmediate);
    expect(waiting).toHaveLength(1);
    headChanged('c');
    headChanged('d');
    waiting.shift()?.resolve(snapshot('b'));
    await new Promise(setImmediate);
    expect(applyMutation).toHaveBeenCalledTimes(1);
    waiting.shift()?.resolve(snapshot('d'));
    await new Promise(setImmediate);
    expect(applyMutation).toHaveBeenCalledTimes(2);
    expect(waiting).toEqual([]);

    const again = provider.update();
    waiting.shift()?.resolve(snapshot('d'));
    await again;
    expect(applyMutation).toHaveBeenCalledTimes(2);

    // The catalog's own failure is told, and made good with the next update.
    applyMutation.mockRejectedValueOnce(new Error('database is locked'));
    const failing = provider.update();
    waiting.shift()?.resolve(snapshot('e'));
    await expect(failing).rejects.toThrow('database is locked');
    const mending = provider.update();
    waiting.shift()?.resolve(snapshot('e'));
    await mending;
    expect(applyMutation).toHaveBeenCalledTimes(4);
    expect(logger.warn.mock.calls).toEqual([['x.yaml: It is not valid YAML']]);
  });
});
