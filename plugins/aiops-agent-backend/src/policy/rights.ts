import type {
  Allowance,
  DirectoryGroup,
  DirectoryPerson,
  Environment,
  PlatformSnapshot,
  PlannedAct,
} from '@aiops-portal/plugin-aiops-agent-node';
import { askPolicies } from './ask';
import type { CompiledPolicies } from './compile';
import {
  actQuestion,
  approvalQuestion,
  type Facts,
  type JudgedAct,
} from './question';

/** What the rules let somebody do in an environment. */
export interface Rights {
  /** Scaling, restarting and other fixes. */
  fixes: Allowance;
  /** Any other change. */
  changes: Allowance;
  approves: boolean;
  /** Ids of the rules that say so. */
  rules: string[];
}

/** Says what people may do, apart from any plan. */
export interface RightsReader {
  /**
   * Of these people in an environment, in their order. Nobody may anything
   * where the rules can't be read.
   *
   * @throws ServiceUnavailableError when the directory does not answer.
   */
  rights(
    people: DirectoryPerson[],
    environment: Environment,
    platform: PlatformSnapshot,
  ): Promise<Rights[]>;
}

/** Nobody: whose request it is plays no part here. */
const SOMEBODY = 'user:default/somebody-else';

/** What is asked about: an act that costs nothing and has room. */
function ordinary(intent: string, environment: Environment): PlannedAct {
  return {
    intent,
    environment: environment.name,
    team: environment.team,
    tier: environment.tier,
    creates: false,
    deletes: false,
    access: 'team',
  };
}

function factsOf(act: PlannedAct, platform: PlatformSnapshot): Facts {
  return {
    platform,
    draft: {
      title: '',
      summary: '',
      team: act.team,
      intents: [],
      targets: [],
      values: {},
      edits: [],
      secrets: [],
      risk: 'low',
      steps: [],
      links: [],
      fields: [],
      confirmLabel: '',
      acts: [act],
    },
    cost: { currency: 'USD', before: 0, after: 0, delta: 0, priced: true },
    quota: [
      {
        resource: 'environments',
        title: '',
        used: 0,
        usedAfter: 0,
        limit: 1,
        text: '',
      },
    ],
    now: new Date(0),
  };
}

/** Asks the rules what somebody may do where, without a plan to be judged. */
export function rightsOf(
  policies: CompiledPolicies,
  who: DirectoryPerson,
  environment: Environment,
  team: Pick<DirectoryGroup, 'leads'>,
  platform: PlatformSnapshot,
): Rights {
  const rules = new Set<string>();
  const allowed = (
    intent: string,
    question: (
      judged: JudgedAct,
      facts: Facts,
    ) => ReturnType<typeof actQuestion>,
  ) => {
    const act = ordinary(intent, environment);
    const judged = {
      act,
      owner: environment.team,
      tier: environment.tier,
      leads: team.leads,
    };
    const verdict = askPolicies(
      policies,
      question(judged, factsOf(act, platform)),
    );
    verdict.rules.forEach(id => rules.add(id));
    return verdict.allowed;
  };
  const allowance = (intent: string): Allowance => {
    const may = (action: 'request' | 'execute') =>
      allowed(intent, (judged, facts) =>
        actQuestion(action, who, judged, facts),
      );
    if (!may('request')) {
      return 'no';
    }
    return may('execute') ? 'alone' : 'with-approval';
  };
  return {
    fixes: allowance('restart_application'),
    changes: allowance('update_application'),
    approves: allowed('update_application', (judged, facts) =>
      approvalQuestion(who, SOMEBODY, judged, facts),
    ),
    rules: [...rules].sort(),
  };
}
