import { grouped } from '../containers';
import { eventEvidence, evidence, SHOWN, type Found } from '../found';
import type { Container, Subject } from '../subject';
import { phrase, say } from '../../words';

const REASONS = [
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
];

/** What nodes say when they can't fetch an image; the first that fits. */
const KINDS: Array<{
  cause: string;
  confidence: number;
  pattern: RegExp;
  words: (name: string) => string;
  ask: string;
}> = [
  {
    cause: 'image.wrong-platform',
    confidence: 0.95,
    pattern: /no match for platform|no matching manifest for/i,
    words: name =>
      say`${name} was not built for the processors of these machines`,
    ask: phrase`Whoever builds it can build it for them too.`,
  },
  {
    cause: 'image.not-found',
    confidence: 0.6,
    // A registry that tells nobody what exists says the same for both.
    pattern: /repository does not exist or may require/i,
    words: name =>
      say`${name} does not exist, or may not be fetched without a password`,
    ask: phrase`Check the name and version of the image in Git.`,
  },
  {
    cause: 'image.unauthorized',
    confidence: 0.9,
    pattern:
      /unauthorized|authentication required|no basic auth|\b401\b|\b403\b|forbidden|access denied|denied:/i,
    words: name => say`the registry does not let the cluster fetch ${name}`,
    ask: phrase`The platform team can give the environment a password for that registry.`,
  },
  {
    cause: 'image.not-found',
    confidence: 0.95,
    pattern: /not found|manifest unknown|name unknown|does not exist|\b404\b/i,
    words: name => say`${name} does not exist`,
    ask: phrase`Whoever released it last can put a version that exists into Git.`,
  },
  {
    cause: 'image.registry-unreachable',
    confidence: 0.85,
    pattern:
      /no such host|connection refused|i\/o timeout|dial tcp|deadline exceeded|tls handshake|x509|connection reset|toomanyrequests|too many requests|\b50[0-4]\b|unreachable|server misbehaving/i,
    words: name =>
      say`the registry of ${name} cannot be reached from the cluster`,
    ask: phrase`It may pass by itself; else the platform team can see what is in the way.`,
  },
];

/** Containers that don't begin because their image can't be had. */
export function image(subject: Subject): Found[] {
  return grouped(subject.containers).flatMap(group => {
    const ill = group.filter(({ status }) =>
      REASONS.includes(status?.state?.waiting?.reason ?? ''),
    );
    return ill.length > 0 ? [explain(subject, ill)] : [];
  });
}

function explain({ title, source }: Subject, ill: Container[]): Found {
  const [first] = ill;
  const { reason, message = '' } = first.status!.state!.waiting!;
  const name = first.spec.image ?? '';
  // Older nodes say why only in an event.
  const event = source
    .eventsAbout(first.pod)
    .findLast(
      ({ reason: what, message: said = '' }) =>
        what === 'Failed' && said.includes(name) && /pull/i.test(said),
    );
  const base = {
    role: 'cause' as const,
    target: first.workload.target,
    evidence: [
      ...ill
        .slice(0, SHOWN)
        .map(({ path, status }) =>
          evidence(
            `${path}.state.waiting`,
            `${status?.state?.waiting?.reason}: ${
              status?.state?.waiting?.message ?? name
            }`,
          ),
        ),
      ...(event ? [eventEvidence(event)] : []),
    ],
  };
  if (reason === 'InvalidImageName') {
    return {
      ...base,
      cause: 'image.invalid-name',
      confidence: 0.98,
      summary: say`${title} cannot start: "${name}" is no valid name of an image.`,
      ask: say`Whoever wrote it into Git can correct it.`,
    };
  }
  const said = `${message} ${event?.message ?? ''}`;
  const kind = KINDS.find(({ pattern }) => pattern.test(said));
  return kind
    ? {
        ...base,
        cause: kind.cause,
        confidence: kind.confidence,
        summary: say`${title} cannot start: ${kind.words(name)}.`,
        ask: kind.ask,
      }
    : {
        ...base,
        cause: 'image.not-found',
        confidence: 0.5,
        summary: say`${title} cannot start: its image ${name} cannot be fetched.`,
        ask: say`Check the name and version of the image in Git.`,
      };
}
