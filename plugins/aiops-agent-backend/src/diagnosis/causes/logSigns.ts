import type { LogLine } from '@aiops-portal/plugin-aiops-agent-node';
import { evidence, type Evidence } from '../found';
import { logPath, type Container, type Subject } from '../subject';
import { phrase } from '../../words';

/** What the last lines of a log can tell about why a program ended. */
export interface LogSign {
  cause: string;
  confidence: number;
  /** After the name of the thing. */
  words: string;
  /** Who can help. */
  ask: string;
  pattern: RegExp;
}

const SETTINGS = phrase`Somebody who knows it can put the setting into its manifest in Git.`;
const VERSION = phrase`Whoever made its newest version can mend it, or put the version before back.`;
const CREDENTIALS = phrase`Somebody who knows it can compare the password that it is given with the database’s.`;

/** The more exact before the less exact: the first that fits is taken. */
export const LOG_SIGNS: LogSign[] = [
  {
    cause: 'storage.full',
    confidence: 0.85,
    words: phrase`has no room left on its disk`,
    ask: phrase`Its volume has to become larger, or somebody has to tidy up in it.`,
    pattern: /no space left on device|\bENOSPC\b|disk (is )?full/i,
  },
  {
    cause: 'dependency.bad-credentials',
    confidence: 0.8,
    words: phrase`is refused by its database: user or password are wrong`,
    ask: CREDENTIALS,
    pattern:
      /password authentication failed|access denied for user|authentication failed for user|\bWRONGPASS\b|\bNOAUTH\b|invalid username-password pair/i,
  },
  {
    cause: 'dependency.too-many-connections',
    confidence: 0.8,
    words: phrase`gets no connection to its database, which has too many already`,
    ask: phrase`Fewer copies, or a database that allows more connections, would help.`,
    pattern:
      /too many (clients|connections)|remaining connection slots are reserved|max number of clients reached/i,
  },
  {
    cause: 'dependency.read-only',
    confidence: 0.8,
    words: phrase`cannot write: its database is read-only at the moment`,
    ask: phrase`Whoever looks after the database can say why it takes no changes.`,
    pattern:
      /read-only transaction|--read-only option|READONLY You can't write|database is read-only/i,
  },
  {
    cause: 'dependency.wrong-address',
    confidence: 0.65,
    words: phrase`cannot find what it wants to talk to: there is nothing of that name`,
    ask: SETTINGS,
    pattern:
      /\bENOTFOUND\b|no such host|could not translate host name|name or service not known|temporary failure in name resolution|unknown (my)?sql server host/i,
  },
  {
    cause: 'dependency.down',
    confidence: 0.5,
    words: phrase`gets no answer from something that it needs`,
    ask: phrase`Its log names what it tried to reach; see whether that runs.`,
    pattern:
      /\bECONNREFUSED\b|connection refused|could not connect to|can't connect to|failed to connect|connection timed out|\bETIMEDOUT\b|does not answer/i,
  },
  {
    cause: 'config.env-wrong',
    confidence: 0.8,
    words: phrase`lacks a setting that it cannot do without, or has a wrong one`,
    ask: SETTINGS,
    pattern:
      /(environment variable|env(ironment)? var|setting|configuration|config|option|variable)\b.{0,60}\b(missing|not set|unset|undefined|required|invalid|must be set|is empty)|(missing|required|invalid|unset|undefined)\b.{0,20}\b(environment variable|env var|setting|configuration|config)|\bKeyError: '[A-Z][A-Z0-9_]+'|\b[A-Z][A-Z0-9]*_[A-Z0-9_]+ (is )?(missing|not set|unset|undefined|required|must be set|is not defined|is empty)/i,
  },
  {
    cause: 'image.wrong-platform',
    confidence: 0.9,
    words: phrase`was built for another kind of processor than these machines have`,
    ask: VERSION,
    pattern: /exec format error/i,
  },
  {
    cause: 'crash.command-not-found',
    confidence: 0.8,
    words: phrase`is told to start a program that its image does not have`,
    ask: VERSION,
    pattern:
      /(: |exec: .{1,80}: )(command )?not found$|executable file not found/i,
  },
  {
    cause: 'crash.permission',
    confidence: 0.75,
    words: phrase`may not do what it needs to: the system denies it`,
    ask: VERSION,
    pattern: /permission denied|\bEACCES\b|operation not permitted/i,
  },
  {
    cause: 'crash.missing-file',
    confidence: 0.75,
    words: phrase`lacks a file that it needs`,
    ask: VERSION,
    pattern:
      /no such file or directory|\bENOENT\b|FileNotFoundError|cannot find module|ModuleNotFoundError|ClassNotFoundException/i,
  },
];

/** Lines that say what went wrong, in most programs' ways. */
const COMPLAINT =
  /\b(error|fatal|panic|exception|traceback|critical|failed|cannot|can't|unable)\b/i;
/** The end of a log says why a program ended; further up is history. */
const LAST = 15;

/** The name of a variable, as programs and people write it. */
const SETTING = /\b[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,6}\b/;

/** What the end of a log gives away, and the line that does. */
export async function logSign(
  subject: Subject,
  container: Container,
): Promise<{ sign: LogSign; line: Evidence; setting?: string } | undefined> {
  const lines = (await subject.log(container)).slice(-LAST);
  // The last words say why it ended; what came before may have been got over.
  for (const line of lines.reverse()) {
    const sign = LOG_SIGNS.find(({ pattern }) => pattern.test(line.text));
    if (sign) {
      return {
        sign,
        line: lineEvidence(container, line),
        setting:
          sign.cause === 'config.env-wrong'
            ? SETTING.exec(line.text)?.[0]
            : undefined,
      };
    }
  }
  return undefined;
}

/** The newest complaint of a log, or its last line where it has none. */
export async function lastWords(
  subject: Subject,
  container: Container,
): Promise<Evidence[]> {
  const lines = (await subject.log(container)).slice(-LAST);
  const line =
    lines.findLast(({ text }) => COMPLAINT.test(text)) ?? lines.at(-1);
  return line ? [lineEvidence(container, line)] : [];
}

function lineEvidence(container: Container, line: LogLine): Evidence {
  return evidence(
    logPath(container),
    line.at ? `${line.at} ${line.text}` : line.text,
  );
}
