import { InputError } from '@backstage/errors';
import { say, sayAgain } from '../words';

/**
 * Longest name of an environment or thing. Kubernetes allows 63 characters in
 * a label; the rest is left for suffixes such as `-db` and a pod's own.
 */
export const MAX_NAME_LENGTH = 40;

/** Namespaces that are the cluster's or the platform's own. */
const RESERVED = new Set([
  'default',
  'argocd',
  'cert-manager',
  'external-secrets',
  'infrastructure',
  'monitoring',
  'platform',
  'vault',
  'velero',
]);

function isReserved(name: string): boolean {
  return RESERVED.has(name) || name.startsWith('kube-');
}

/** Whether this can be the name of a namespace, a folder and a host's label. */
export function isName(name: string): boolean {
  return (
    name.length <= MAX_NAME_LENGTH &&
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) &&
    !isReserved(name)
  );
}

/**
 * The good name nearest to what was said: `Spring Campaign!` gives
 * `spring-campaign`, and what has no letter at all gives `my-app`.
 */
export function suggestName(said: string): string {
  const name = said
    .slice(0, 300)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/-+$/, '');
  if (name.length < 2) {
    return 'my-app';
  }
  return isReserved(name) ? `my-${name}`.slice(0, MAX_NAME_LENGTH) : name;
}

/** The first good and free one of `blog`, `blog-2`, `blog-3`, … */
export function freeName(
  base: string,
  isFree: (name: string) => boolean,
): string {
  const stem = suggestName(base);
  let name = stem;
  for (let count = 2; !isName(name) || !isFree(name); count++) {
    const suffix = `-${count}`;
    const room = MAX_NAME_LENGTH - suffix.length;
    name = `${stem.slice(0, room).replace(/-+$/, '')}${suffix}`;
  }
  return name;
}

/**
 * Checks the name of an environment or a thing.
 *
 * @param kind - How the sentence calls it: `environment`, `application`.
 * @returns The name.
 * @throws InputError with a sentence that proposes a good one.
 */
export function checkName(name: string, kind = 'application'): string {
  if (isName(name)) {
    return name;
  }
  const proposal = say`"${suggestName(name)}" would do.`;
  if (isReserved(name)) {
    throw new InputError(
      say`"${name}" is a name that the platform uses itself, so nothing else can be called that. ${proposal} Nothing was changed.`,
    );
  }
  throw new InputError(
    say`That can't be the name of an ${sayAgain(
      kind,
    )}: names have up to ${MAX_NAME_LENGTH} lower-case letters, digits and dashes, and begin with a letter. ${proposal} Nothing was changed.`.replace(
      /an (?=[^aeiou])/,
      'a ',
    ),
  );
}

/**
 * Checks the host that an application is to answer on.
 *
 * @returns The host in lower case.
 * @throws InputError when it is no host name, or not below the domain.
 */
export function checkHost(host: string, domain: string): string {
  const lower = host.toLowerCase();
  const isHost =
    lower.length <= 253 &&
    lower
      .split('.')
      .every(label => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(label));
  if (!isHost || !lower.endsWith(`.${domain}`)) {
    const first = suggestName(lower.split('.')[0]);
    throw new InputError(
      say`An address has to end in .${domain}, like ${first}.${domain}. Nothing was changed.`,
    );
  }
  return lower;
}

/** A registry's host, a path, and a tag or digest. */
const IMAGE =
  /^[a-z0-9]+([._-][a-z0-9]+)*(:[0-9]{1,5})?(\/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[a-f0-9]{64})?$/;

/**
 * Checks a container image.
 *
 * @throws InputError when it isn't one, or names no version.
 */
export function checkImage(image: string): string {
  if (image.length > 255 || !IMAGE.test(image)) {
    throw new InputError(
      say`That is no container image. One looks like ghcr.io/acme/shop:1.4.0. Nothing was changed.`,
    );
  }
  if (!/(:[^/]+|@sha256:[a-f0-9]{64})$/.test(image)) {
    throw new InputError(
      say`The image ${image} names no version. Add one, like ${image}:1.0.0, so that what runs can be told and undone. Nothing was changed.`,
    );
  }
  return image;
}
