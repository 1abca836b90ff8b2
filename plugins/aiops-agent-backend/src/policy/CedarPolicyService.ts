import type { Decision } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Directory,
  DirectoryGroup,
  DirectoryPerson,
  Environment,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { askPolicies, type Verdict } from './ask';
import { PolicyMistake, type CompiledPolicies } from './compile';
import { PolicyCache } from './PolicyCache';
import {
  actQuestion,
  approvalQuestion,
  type Facts,
  type JudgedAct,
} from './question';
import { rightsOf, type Rights, type RightsReader } from './rights';
import type { PolicyFacts, PolicyService } from './types';
import { reasonsOf } from './words';
import { orNothing } from '../identity';
import { say } from '../words';

/** Who is asked where a plan needs somebody else. */
export interface CedarPolicyOptions {
  directory: Directory;
  /** Groups whose members administer the platform: `platform-admins`. */
  adminGroups: string[];
  /** Groups whose members may look at everything. Default: viewers. */
  viewerGroups?: string[];
}

const deny = (reason: string): Decision => ({
  outcome: 'deny',
  reasons: [reason],
  approvers: [],
  approvalsNeeded: 0,
});

const unique = (items: string[]) => [...new Set(items)];

/** Decides by the Cedar rules in the platform repository. */
export class CedarPolicyService implements PolicyService, RightsReader {
  readonly #cache = new PolicyCache();

  constructor(private readonly options: CedarPolicyOptions) {}

  /** @throws ServiceUnavailableError when the directory does not answer. */
  async decide(facts: PolicyFacts): Promise<Decision> {
    return this.#withPolicies(facts, async policies => {
      const judged = await this.#judge(facts);
      if (typeof judged === 'string') {
        return deny(judged);
      }
      const ask = (action: 'request' | 'execute', who: DirectoryPerson) =>
        judged.map(act => ({
          act,
          ...askPolicies(policies, actQuestion(action, who, act, facts)),
        }));
      const refused = ask('request', facts.person).filter(no => !no.allowed);
      if (refused.length > 0) {
        return {
          outcome: 'deny',
          reasons: this.#reasons(refused, facts),
          approvers: await this.#names(judged, facts, who =>
            ask('request', who).every(({ allowed }) => allowed),
          ),
          approvalsNeeded: 0,
        };
      }
      const guarded = ask('execute', facts.person).filter(no => !no.allowed);
      if (guarded.length === 0) {
        return {
          outcome: 'allow',
          reasons: [],
          approvers: [],
          approvalsNeeded: 0,
        };
      }
      const approvers = await this.#names(judged, facts, who =>
        this.#approves(policies, who, facts.person.userRef, judged, facts),
      );
      const approvalsNeeded = Math.max(
        1,
        ...guarded.flatMap(({ guards }) => guards.map(one => one.approvals)),
      );
      const reasons = this.#reasons(guarded, facts);
      if (approvers.length < approvalsNeeded) {
        return {
          outcome: 'deny',
          reasons: [
            ...reasons,
            say`There are not enough people who could agree: it takes ${approvalsNeeded}, and there ${
              approvers.length === 1 ? say`is 1` : say`are ${approvers.length}`
            }. Ask for another lead of the team or another platform administrator.`,
          ],
          approvers: [],
          approvalsNeeded,
        };
      }
      return { outcome: 'needs-approval', reasons, approvers, approvalsNeeded };
    });
  }

  /** @throws ServiceUnavailableError when the directory does not answer. */
  async mayApprove(
    approver: DirectoryPerson,
    requester: string,
    facts: Facts,
  ): Promise<{ allowed: boolean; reason?: string }> {
    const decision = await this.#withPolicies(facts, async policies => {
      const judged = await this.#judge(facts);
      if (typeof judged === 'string') {
        return deny(judged);
      }
      const refused = judged
        .map(act => ({
          act,
          ...askPolicies(
            policies,
            approvalQuestion(approver, requester, act, facts),
          ),
        }))
        .filter(({ allowed }) => !allowed);
      return {
        outcome: refused.length === 0 ? 'allow' : 'deny',
        reasons: this.#reasons(refused, facts),
        approvers: [],
        approvalsNeeded: 0,
      };
    });
    return decision.outcome === 'allow'
      ? { allowed: true }
      : { allowed: false, reason: decision.reasons.join(' ') };
  }

  /** @throws ServiceUnavailableError when the directory does not answer. */
  async rights(
    people: DirectoryPerson[],
    environment: Environment,
    platform: PlatformSnapshot,
  ): Promise<Rights[]> {
    const policies = this.#policies(platform);
    const team = await this.#group(environment.team);
    return people.map(who =>
      policies instanceof PolicyMistake || !team
        ? { fixes: 'no', changes: 'no', approves: false, rules: [] }
        : rightsOf(policies, who, environment, team, platform),
    );
  }

  /**
   * The owning team's members, administrators, and viewers, who may only look.
   * Others don't learn that it exists.
   */
  maySee(
    person: DirectoryPerson,
    environment: { name: string; team: string },
  ): boolean {
    const { adminGroups, viewerGroups = ['viewers'] } = this.options;
    return (
      !person.disabled &&
      (person.teams.includes(environment.team) ||
        person.groups.some(
          group => adminGroups.includes(group) || viewerGroups.includes(group),
        ))
    );
  }

  async #withPolicies(
    facts: Facts,
    decide: (policies: CompiledPolicies) => Promise<Decision>,
  ): Promise<Decision> {
    const policies = this.#policies(facts.platform);
    return policies instanceof PolicyMistake
      ? deny(
          say`The rules about who may do what can't be read, so nothing may be changed until a platform administrator has mended them (${policies.message}).`,
        )
      : decide(policies);
  }

  #policies(platform: PlatformSnapshot): CompiledPolicies | PolicyMistake {
    try {
      return this.#cache.get(platform);
    } catch (error) {
      if (error instanceof PolicyMistake) {
        return error;
      }
      throw error;
    }
  }

  /** The acts with owners and leads as they are now, or why that can't be. */
  async #judge({ draft, platform }: Facts): Promise<JudgedAct[] | string> {
    if (draft.acts.length === 0) {
      return say`It is not known what this would do, so it can't be decided.`;
    }
    const made = new Map(
      draft.acts
        .filter(act => act.creates)
        .map(act => [act.environment, act] as const),
    );
    const judged: JudgedAct[] = [];
    for (const act of draft.acts) {
      const home =
        platform.environments.find(({ name }) => name === act.environment) ??
        made.get(act.environment);
      if (!home) {
        return say`There is no environment called ${act.environment}.`;
      }
      const owner = await this.#group(home.team);
      if (!owner) {
        return say`The directory knows no team called ${home.team}, so nobody can decide for it.`;
      }
      judged.push({
        act,
        owner: home.team,
        tier: home.tier,
        leads: owner.leads,
      });
    }
    return judged;
  }

  #approves(
    policies: CompiledPolicies,
    who: DirectoryPerson,
    requester: string,
    judged: JudgedAct[],
    facts: Facts,
  ): boolean {
    return judged.every(
      act =>
        askPolicies(policies, approvalQuestion(who, requester, act, facts))
          .allowed,
    );
  }

  #reasons(
    refused: Array<Verdict & { act: JudgedAct }>,
    facts: Facts,
  ): string[] {
    return unique(
      refused.flatMap(({ act, guards }) => reasonsOf(guards, act, facts)),
    );
  }

  /** Names of those among leads, members and administrators who could. */
  async #names(
    judged: JudgedAct[],
    facts: PolicyFacts,
    could: (who: DirectoryPerson) => boolean,
  ): Promise<string[]> {
    const groups = await Promise.all(
      unique([
        ...judged.map(({ owner }) => owner),
        ...this.options.adminGroups,
      ]).map(name => this.#group(name)),
    );
    const refs = unique([
      ...judged.flatMap(({ leads }) => leads),
      ...groups.flatMap(group => group?.members ?? []),
    ]).filter(ref => ref !== facts.person.userRef);
    const people = await Promise.all(refs.map(ref => this.#person(ref)));
    return people.flatMap(who => (who && could(who) ? [who.displayName] : []));
  }

  async #group(name: string): Promise<DirectoryGroup | undefined> {
    return orNothing(this.options.directory.group(name));
  }

  async #person(ref: string): Promise<DirectoryPerson | undefined> {
    return orNothing(this.options.directory.person(ref));
  }
}
