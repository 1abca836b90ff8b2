import type {
  BlueprintInfo,
  Deployed,
  Environment,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { environmentOfPage, findEnvironment } from '../finding';
import { alternatives } from '../wording';
import type { DeployApplicationParams } from './parameters';
import { say } from '../../words';

/** What people call the thing: `events-site` rather than `events-wordpress`. */
const NOUNS: Record<string, string> = {
  wordpress: 'site',
  'static-site': 'site',
  ghost: 'blog',
  web: 'app',
};

/** The end of a usual name: `site` for WordPress. */
export function nounOf(blueprint: BlueprintInfo): string {
  return NOUNS[blueprint.name] ?? blueprint.name;
}

/** The blueprint of an application that people call so. */
export function applicationBlueprint(
  said: string | undefined,
  context: IntentContext,
): BlueprintInfo | undefined {
  const info = said ? context.compose.blueprint(said) : undefined;
  return info?.role === 'application' ? info : undefined;
}

/** Asks what to deploy. */
export function askForApp(
  said: string | undefined,
  context: IntentContext,
): Question {
  const offered = context.compose.blueprints('application');
  const unknown = said
    ? say`I don't know how to set up "${said.slice(0, 40)}". `
    : '';
  return {
    parameter: 'app',
    text: say`${unknown}What would you like to deploy: ${alternatives(
      offered.map(({ title }) => title),
    )}?`,
    choices: offered.map(({ name, title }) => ({ value: name, label: title })),
  };
}

/** Who may open it; names of people are no setting of an application. */
export function accessOf(
  said: string | undefined,
  team: string | undefined,
): Deployed['access'] | Question {
  if (!said || said === 'team' || said === team) {
    return 'team';
  }
  if (said === 'company' || said === 'public') {
    return said;
  }
  return {
    parameter: 'access',
    text: say`I can open it to your team, to the whole company or to everyone on the internet, not to single people. Which shall it be?`,
    choices: [
      { value: 'team', label: say`Just my team` },
      { value: 'company', label: say`The company` },
      { value: 'public', label: say`Everyone` },
    ],
  };
}

/** The choice that makes an environment for the application. */
const A_NEW_ONE = 'new';

/**
 * The environment that is there and that it goes into; `new` where one is
 * made with it, undefined where the one that was named isn't known.
 */
export function homeOf(
  params: DeployApplicationParams,
  context: IntentContext,
): Environment | 'new' | undefined {
  const { environment } = params;
  if (!environment) {
    return environmentOfPage(context) ?? A_NEW_ONE;
  }
  const found = findEnvironment(environment, context);
  return found ?? (environment === A_NEW_ONE ? A_NEW_ONE : undefined);
}
