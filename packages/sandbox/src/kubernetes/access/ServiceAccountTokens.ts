import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';
import { serviceAccountName, standingGroups } from './bindings';
import type { Caller } from './types';

const ISSUER = 'https://kubernetes.default.svc';
const HOUR_S = 3600;

const part = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens of service accounts, as `kubectl create token` asks for them. They are worth nothing after a restart. */
export class ServiceAccountTokens {
  private readonly key = randomBytes(32);

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: SandboxClock,
  ) {}

  /** A token of the account, for an hour unless the `TokenRequest` says otherwise. */
  issue(account: KubeObject, request: any): unknown {
    const { namespace = '', name, uid } = account.metadata;
    const seconds = request?.spec?.expirationSeconds ?? HOUR_S;
    const audiences = request?.spec?.audiences ?? [ISSUER];
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
      iss: ISSUER,
      aud: audiences,
      sub: serviceAccountName(namespace, name),
      iat: now,
      exp: now + seconds,
      'kubernetes.io': { namespace, serviceaccount: { name, uid } },
    })}`;
    return {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { name, namespace, creationTimestamp: new Date(now * 1000) },
      spec: { audiences, expirationSeconds: seconds, boundObjectRef: null },
      status: {
        token: `${content}.${this.sign(content).toString('base64url')}`,
        expirationTimestamp: new Date((now + seconds) * 1000)
          .toISOString()
          .replace('.000Z', 'Z'),
      },
    };
  }

  /** The account that a token is of, as long as it is valid and the account exists. */
  owner(token: string): Caller | undefined {
    const [header, payload, signature] = token.split('.');
    if (!signature) {
      return undefined;
    }
    const expected = this.sign(`${header}.${payload}`);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return undefined;
    }
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const { namespace, serviceaccount } = claims['kubernetes.io'];
    const account = this.store.get(
      'v1/ServiceAccount',
      namespace,
      serviceaccount.name,
    );
    const valid =
      account?.metadata.uid === serviceaccount.uid &&
      claims.exp * 1000 > this.clock.now().getTime();
    return valid
      ? {
          name: claims.sub,
          groups: standingGroups(claims.sub),
          role: 'none',
        }
      : undefined;
  }

  private sign(content: string): Buffer {
    return createHmac('sha256', this.key).update(content).digest();
  }
}
