import type { GitProcess } from './GitProcess';
import { TreeReader } from './TreeReader';

const blob = (text: string) =>
  Buffer.from(text).toString('hex').padStart(40, '0');

/** Git with these files by commit, which gives out contents when it is told. */
class HeldGit {
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly commits: Record<string, Record<string, string>>,
  ) {}

  async run(args: string[]): Promise<string> {
    const sha = args[args.length - 1].replace('^{commit}', '');
    return Object.entries(this.commits[sha])
      .map(
        ([path, text]) => `100644 blob ${blob(text)} ${text.length}\t${path}\0`,
      )
      .join('');
  }

  async catFile(
    _args: string[],
    { input }: { input: string },
  ): Promise<Buffer> {
    await new Promise<void>(resolve => this.waiting.push(resolve));
    const texts = Object.values(this.commits).flatMap(Object.values);
    return Buffer.from(
      input
        .trim()
        .split('\n')
        .map(oid => {
          const text = texts.find(each => blob(each) === oid)!;
          return `${oid} blob ${text.length}\n${text}\n`;
        })
        .join(''),
    );
  }

  /** Lets so many readings go on once they wait, one after the other. */
  async release(count: number): Promise<void> {
    while (this.waiting.length < count) {
      await new Promise(resolve => setImmediate(resolve));
    }
    for (const go of this.waiting.splice(0)) {
      go();
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}

describe('TreeReader', () => {
  it('loses no file of a commit while another is read', async () => {
    const git = new HeldGit({
      head: { a: 'a2', c: 'c5' },
      parent: { a: 'a1', c: 'c4' },
      sha: { a: 'a2', c: 'c4' },
    });
    const reader = new TreeReader(git as unknown as GitProcess);
    const head = reader.files('head');
    await git.release(1);
    await head;

    const both = Promise.all([reader.files('parent'), reader.files('sha')]);
    await git.release(2);
    const [parent, sha] = await both;
    expect([...parent]).toEqual([
      ['a', 'a1'],
      ['c', 'c4'],
    ]);
    expect([...sha]).toEqual([
      ['a', 'a2'],
      ['c', 'c4'],
    ]);
  });

  it('holds a file that two commits share once', async () => {
    const git = new HeldGit({
      old: { a: 'same', b: 'old' },
      new: { a: 'same', b: 'new' },
    });
    const reader = new TreeReader(git as unknown as GitProcess);
    const old = reader.files('old');
    await git.release(1);
    const fresh = reader.files('new');
    await git.release(1);
    expect((await fresh).get('a')).toBe((await old).get('a'));
    expect([...(await fresh).values()]).toEqual(['same', 'new']);
  });
});
