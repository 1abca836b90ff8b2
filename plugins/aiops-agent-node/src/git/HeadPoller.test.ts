import { mockServices } from '@backstage/backend-test-utils';
import { HeadPoller } from './HeadPoller';

describe('HeadPoller', () => {
  it('looks every so often, says once when the remote goes and comes, and stops', async () => {
    const tasks: Array<{ milliseconds: number; run(): void }> = [];
    const cancel = jest.fn();
    const refresh = jest.fn(async () => 'head');
    const logger = mockServices.logger.mock();
    const poller = new HeadPoller(
      { refresh },
      15,
      logger,
      (milliseconds, run) => {
        tasks.push({ milliseconds, run });
        return cancel;
      },
    );
    const turn = async () => {
      tasks.pop()?.run();
      await new Promise(process.nextTick);
      await new Promise(process.nextTick);
    };

    poller.start();
    await turn();
    expect(tasks.map(task => task.milliseconds)).toEqual([15_000]);

    refresh.mockRejectedValue(new Error('gone'));
    await turn();
    await turn();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    refresh.mockResolvedValue('head');
    await turn();
    await turn();
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledTimes(5);

    poller.stop();
    expect(cancel).toHaveBeenCalled();
  });
});
