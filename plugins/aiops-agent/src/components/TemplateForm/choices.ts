import type {
  AiopsAgentApi,
  Thing,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { FieldWords } from './words';

/** What a field of a form can offer. */
export type ChoiceSource =
  | 'teams'
  | 'environments'
  | 'applications'
  | 'databases'
  | 'services';

/** Something to choose. */
export interface Choice {
  value: string;
  label: string;
  /** What it is, for those who don't know it by its name. */
  description?: string;
}

/** The roles of the blueprints that each is about. */
const OFFERED = {
  applications: ['application'],
  databases: ['database'],
  services: ['database', 'cache'],
};

/** The values that a property may have, by the names that it gives them. */
export function choicesOf(
  { enum: values = [] }: { enum?: unknown[] },
  { enumNames = [] }: FieldWords,
): Choice[] {
  return values.map((value, index) => ({
    value: String(value),
    label: enumNames[index] ?? String(value),
  }));
}

/** What this person may choose from, as the portal knows it now. */
export async function choicesFrom(
  agent: Pick<AiopsAgentApi, 'getMe' | 'listBlueprints'>,
  source: ChoiceSource,
  signal: AbortSignal,
): Promise<Choice[]> {
  switch (source) {
    case 'teams': {
      const { teams } = await agent.getMe({ signal });
      return teams.map(({ team, title }) => ({
        value: team,
        label: title ?? team,
      }));
    }
    case 'environments': {
      const { environments } = await agent.getMe({ signal });
      return environments.filter(isAwake).map(({ name, title }) => ({
        value: name,
        label: title === name ? name : `${title} (${name})`,
      }));
    }
    default: {
      const blueprints = await agent.listBlueprints({ signal });
      return blueprints
        .filter(({ role }) => OFFERED[source].includes(role))
        .map(({ name, title, description }) => ({
          value: name,
          label: title,
          description,
        }));
    }
  }
}

/** Nothing starts in an environment that sleeps. */
function isAwake({ health }: Thing): boolean {
  return health !== 'asleep';
}
