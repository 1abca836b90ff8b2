import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CredentialInfo } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  DirectoryPerson,
  PlatformSnapshot,
  SecretStore,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { AuditTrail } from '../audit';
import type { CredentialService } from './CredentialService';
import type { Reveal, RevealKey, RevealStore } from './RevealStore';
import { phrase, say, sayAgain } from '../words';

const NEW_ONES = phrase`Ask a platform admin when you need new ones.`;

/** {@link CredentialService} over the secret store and the platform's files. */
export class DefaultCredentialService implements CredentialService {
  constructor(
    private readonly options: {
      reveals: RevealStore;
      audit: AuditTrail;
      /** Absent where no secret store is installed. */
      store?: SecretStore;
      /** The platform repository at its newest known commit. */
      platform: () => Promise<PlatformSnapshot>;
      /** Whether this person may know that an environment exists. */
      maySee: (
        person: DirectoryPerson,
        environment: { name: string; team: string },
      ) => boolean;
      now: () => Date;
    },
  ) {}

  async info(
    environment: string,
    name: string,
    person: DirectoryPerson,
  ): Promise<CredentialInfo> {
    const thing = await this.find(environment, name, person);
    const reveals = await this.options.reveals.list(keyOf(thing));
    const mine = reveals.find(reveal => reveal.userRef === person.userRef);
    const reason = refusal(thing, person) ?? (mine && shownAlready(mine));
    return {
      environment: thing.environment,
      name: thing.name,
      title: thing.title,
      keys: await this.keys(thing),
      mayReveal: reason === undefined,
      revealed: mine !== undefined,
      reason: reason ?? shownToOthers(reveals),
    };
  }

  async reveal(
    environment: string,
    name: string,
    person: DirectoryPerson,
  ): Promise<{ values: Record<string, string> }> {
    const { audit, reveals, now } = this.options;
    const thing = await this.find(environment, name, person);
    let values: Record<string, string> = {};
    return audit.act(
      {
        event: 'credentials-reveal',
        severity: 'high',
        actor: person.userRef,
        subject: `credentials:${thing.environment}/${thing.name}`,
        meta: { secrets: thing.secrets.map(secret => secret.path) },
      },
      async tx => {
        const claimed = await reveals.claim(tx, keyOf(thing), {
          userRef: person.userRef,
          userName: person.displayName,
          at: now().toISOString(),
        });
        if (!claimed) {
          throw new ConflictError(
            say`You have been shown the credentials of ${
              thing.name
            } already; they are not shown twice. ${sayAgain(NEW_ONES)}`,
          );
        }
        return { values };
      },
      async () => {
        const refused = refusal(thing, person);
        if (refused) {
          throw new NotAllowedError(refused);
        }
        // Read before it counts, so that a store that fails uses nothing up.
        values = await this.values(thing);
      },
    );
  }

  private async find(
    environment: string,
    name: string,
    person: DirectoryPerson,
  ): Promise<Deployed> {
    const { platform, maySee } = this.options;
    const { deployed, environments } = await platform();
    const thing = deployed.find(
      each =>
        each.environment === environment &&
        (each.name === name || each.instance === name),
    );
    const home = environments.find(each => each.name === environment);
    if (
      !thing ||
      !maySee(person, home ?? { name: environment, team: thing.team })
    ) {
      throw new NotFoundError(
        say`There is no ${name} in ${environment}, or it isn't yours to see.`,
      );
    }
    return thing;
  }

  private async keys(thing: Deployed): Promise<string[]> {
    const keys = new Set<string>();
    for (const secret of thing.secrets) {
      const named =
        secret.keys.length > 0
          ? secret.keys
          : (await this.secretStore().keys(secret.path)) ?? [];
      named.forEach(key => keys.add(key));
    }
    return [...keys];
  }

  private async values(thing: Deployed): Promise<Record<string, string>> {
    if (thing.secrets.length === 0) {
      throw new NotFoundError(say`${thing.name} has no credentials.`);
    }
    const values: Record<string, string> = {};
    for (const secret of thing.secrets) {
      const stored = await this.secretStore().reveal(secret.path);
      const keys = secret.keys.length > 0 ? secret.keys : Object.keys(stored);
      for (const key of keys.filter(each => stored[each] !== undefined)) {
        const taken = values[key] !== undefined && values[key] !== stored[key];
        values[taken ? `${secret.name}/${key}` : key] = stored[key];
      }
    }
    return values;
  }

  private secretStore(): SecretStore {
    const { store } = this.options;
    if (!store) {
      throw new ServiceUnavailableError(
        say`No secret store is connected to the portal. Ask the platform team.`,
      );
    }
    return store;
  }
}

function keyOf(thing: Deployed): RevealKey {
  return {
    environment: thing.environment,
    name: thing.name,
  };
}

function refusal(thing: Deployed, person: DirectoryPerson): string | undefined {
  return person.teams.includes(thing.team) && !person.disabled
    ? undefined
    : say`${thing.name} belongs to ${thing.team}; only its members can see its credentials.`;
}

function shownAlready(reveal: Reveal): string {
  return say`You were shown them on ${day(reveal.at)}. ${sayAgain(NEW_ONES)}`;
}

function shownToOthers(reveals: Reveal[]): string | undefined {
  const last = reveals[reveals.length - 1];
  return last && say`${last.userName} was shown them on ${day(last.at)}.`;
}

/** `3 November 2026, 10:02 UTC` */
function day(at: string): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(at));
  return `${text.replace(' at ', ', ')} UTC`;
}
