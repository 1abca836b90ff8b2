import type {
  Change,
  Detail,
  Fact,
  Finding,
  Health,
  Item,
  Link,
  PlanField,
  QuotaLine,
  Risk,
  BudgetLine,
  Suggestion,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { z } from 'zod';
import type { Backup } from '../backups';
import type { LogLine, LogRequest, Measures } from '../diagnosis';
import type { EnvironmentAccess, RequestingPerson } from '../directory';
import type { FileEdit } from '../git';
import type { WordingRequest } from '../language';
import type {
  Deployed,
  Environment,
  PlatformSnapshot,
  Workload,
} from '../platform';
import type { SecretRequest } from '../secrets';

/** What is asked when a parameter is missing. */
export interface Question {
  parameter: string;
  /** A whole sentence in plain words. */
  text: string;
  choices?: Array<{ value: string; label: string }>;
}

/** The answer of a reading intent. `text` is markdown. */
export interface Answer {
  text: string;
  facts?: Fact[];
  items?: Item[];
  links?: Link[];
  suggestions?: Suggestion[];
  details?: Detail[];
  /** A change request to be shown as a card. */
  change?: Change;
  /** What was found to be wrong, most likely first. */
  findings?: Finding[];
  /**
   * What the answer was taken from: a language model may word it anew from
   * this, beside the answer.
   */
  material?: WordingRequest['material'];
  /**
   * A change that the answer offers, made by these intents together. It is
   * planned at once and shown below the answer, so that a yes can agree to it.
   */
  proposal?: ChosenIntent[];
}

/** An intent with its parameters. */
export interface ChosenIntent {
  intent: string;
  params: Record<string, unknown>;
}

/** A line of progress; it is done when what it watches is ready. */
export interface PlannedStep {
  id: string;
  /** `Database ready` */
  title: string;
  /** Copies of something that was there before begin anew. */
  rollout?: boolean;
  watch?: {
    kind:
      | 'Namespace'
      | 'ExternalSecret'
      | 'Deployment'
      | 'StatefulSet'
      | 'Ingress'
      | 'Backup';
    namespace: string;
    name: string;
  };
}

/** What a changing intent would do, before it is priced and judged. */
export interface PlanDraft {
  /** `A WordPress website and its database` */
  title: string;
  /** What is asked, in markdown: `I'd call it **marketing-blog**, … Fine?` */
  summary: string;
  /**
   * What the title is about, where it could be one of several changes of the
   * same thing: `**marketing-web**`. Plans of one subject are joined into one
   * sentence.
   */
  subject?: string;
  /**
   * The same once it is agreed, as one sentence for everybody who may see the
   * request: `A WordPress website called **marketing-blog**, at …`. Default:
   * the summary.
   */
  outcome?: string;
  /** The team that pays and owns. */
  team: string;
  /** The parameters with their defaults filled in. */
  intents: ChosenIntent[];
  /** What is touched: `environment/marketing-dev`, `application/marketing-blog`. */
  targets: string[];
  /** Resulting values a person would agree to: host, sizes, replicas, access. */
  values: Record<string, string | number | boolean>;
  /** New content of whole files, made by structural edits of the snapshot. */
  edits: FileEdit[];
  /** Created in the secret store before the commit. */
  secrets: SecretRequest[];
  risk: Risk;
  /** How far it can be taken back. */
  undo?: { days: number; text: string };
  steps: PlannedStep[];
  links: Link[];
  /** What the card offers to change before agreeing. */
  fields: PlanField[];
  confirmLabel: string;
  /** What the policies decide on; see the Cedar schema in `policies/`. */
  acts: PlannedAct[];
  /** The request that this one undoes. */
  undoes?: string;
}

/** One act for the policies: an intent upon one environment or thing. */
export interface PlannedAct {
  intent: string;
  /** Name of the environment acted upon, whether or not it exists yet. */
  environment: string;
  team: string;
  tier: 'dev' | 'test' | 'staging' | 'prod';
  /** True when the act makes the environment. */
  creates: boolean;
  deletes: boolean;
  access: 'team' | 'company' | 'public';
}

/** How a thing runs now, from the watch cache. */
export interface RuntimeStatus {
  health: Health;
  /** One sentence without jargon. */
  sentence: string;
  ready: number;
  desired: number;
  restarts: number;
  /** For developers: `pod/x: CrashLoopBackOff`. */
  problems: string[];
  /** cpu in cores and memory in bytes used now, where metrics are known. */
  usage?: { cpu: number; memory: number };
  /** Newest rollout, ISO 8601. */
  deployedAt?: string;
  /** Sync and health as Argo CD has them. */
  delivery?: {
    sync: string;
    health: string;
    revision?: string;
    message?: string;
  };
}

/** Everything an intent may use, as the person who asks. */
export interface IntentContext {
  person: RequestingPerson;
  now: Date;
  /** Entity of the page, when the question was asked on one. */
  entity?: { kind: string; name: string; entityRef: string };
  /** Only what the person may see. */
  platform: PlatformSnapshot;
  /** Names that are taken anywhere, visible or not. */
  isNameTaken(name: string): boolean;
  runtime: {
    status(thing: Deployed): RuntimeStatus;
    environmentStatus(environment: Environment): RuntimeStatus;
    /** What is wrong with it and why, most likely first; `healthy` where nothing is. */
    diagnose(thing: Deployed): Promise<Finding[]>;
    /** What it wrote to its logs, oldest first. Untrusted text. */
    logs(thing: Deployed, request?: LogRequest): Promise<LogLine[]>;
    /** What it uses of what it may use; undefined where that isn't known. */
    measures(thing: Deployed): Measures | undefined;
    /**
     * The backups that there are, newest first; undefined where the cluster
     * has no Velero, or doesn't let the portal see it.
     *
     * @throws ServiceUnavailableError when the cluster doesn't answer.
     */
    backups(): Backup[] | undefined;
    /** Where a host opens for people. */
    url(host: string): string;
  };
  cost: {
    currency: string;
    /** Per month, at the price book's prices, of what Git says. */
    ofThing(thing: Deployed): number;
    ofEnvironment(environment: Environment): number;
    budget(team: string): BudgetLine | undefined;
    /** `$10 a month` */
    format(amount: number): string;
  };
  quota: { ofTeam(team: string): QuotaLine[] };
  changes: {
    list(filter: {
      state?: string;
      role?: 'requester' | 'approver';
      /** Only those that write below one of these folders. */
      below?: string[];
    }): Promise<Change[]>;
    get(id: string): Promise<Change>;
    cancel(id: string): Promise<Change>;
  };
  compose: Composer;
  approversOf(team: string): Promise<string[]>;
  /**
   * Who may do what in an environment.
   *
   * @throws ServiceUnavailableError when the directory doesn't answer.
   */
  accessTo(environment: Environment): Promise<EnvironmentAccess>;
  /** The domain that hosts are made in: `corp.example.com`. */
  domain: string;
  /** Days that a deleted thing is kept asleep. Default: 7. */
  keepDays?: number;
}

/** Builds the structural edits that intents plan with. */
export interface Composer {
  /** Blueprints by role, and by name or alias. */
  blueprints(role?: 'application' | 'database' | 'cache'): BlueprintInfo[];
  blueprint(nameOrAlias: string): BlueprintInfo | undefined;
  /** The manifests of a new environment. */
  environment(input: {
    name: string;
    team: string;
    tier: Environment['tier'];
    title?: string;
    size?: 'small' | 'medium' | 'large';
    /**
     * Reserves `<name>.<domain>` for the environment's first web app: for an
     * environment that gets services but no app yet.
     */
    address?: boolean;
  }): ComposedPart;
  /** The manifests of a blueprint with what it needs (its database). */
  deploy(input: {
    blueprint: string;
    name: string;
    environment: { name: string; team: string; tier: Environment['tier'] };
    size?: 'small' | 'medium' | 'large';
    traffic?: 'low' | 'medium' | 'high';
    access?: 'team' | 'company' | 'public';
    host?: string;
    image?: string;
    /** The port that the image listens on, where the blueprint leaves it open. */
    port?: number;
    replicas?: number;
    storage?: string;
  }): ComposedPart;
  /** Edits that put a thing or an environment to sleep until `removeAfter`. */
  sleep(target: Environment | Deployed, removeAfter?: Date): ComposedPart;
  wake(target: Environment | Deployed): ComposedPart;
  /**
   * What a thing's main workload is given now.
   *
   * @throws InputError for one that can't be edited, with why.
   */
  size(thing: Deployed): ThingSize;
  /** Another number of copies of a thing's main workload. */
  scale(thing: Deployed, replicas: number): ComposedPart;
  /**
   * What each copy of its main workload may use, as Kubernetes quantities:
   * the limits, where there are some. Requests keep their share of them.
   */
  resize(
    thing: Deployed,
    amounts: { cpu?: string; memory?: string },
  ): ComposedPart;
  /** New copies of the same version, one after the other. */
  restart(thing: Deployed): ComposedPart;
  /**
   * Another version of a thing: the tag of its main container's image.
   *
   * @throws InputError for what is no tag, or runs already.
   */
  update(thing: Deployed, version: string): ComposedPart;
  remove(target: Environment | Deployed): ComposedPart;
  /**
   * A backup of a thing with the databases that it uses in its environment, or
   * of a whole environment.
   *
   * @param made - When it was asked for, which is in its name: no two of one
   * target are asked for in the same second.
   */
  backup(target: Environment | Deployed, made: Date): BackupPart;
}

/** A part of a plan that intents put together. */
export interface ComposedPart {
  edits: FileEdit[];
  secrets: SecretRequest[];
  steps: PlannedStep[];
  links: Link[];
  /** Names of what is made or touched: `database/marketing-blog-db`. */
  targets: string[];
  values: Record<string, string | number | boolean>;
}

/** The manifest of a backup, and what it means. */
export interface BackupPart extends ComposedPart {
  /** The things whose settings and data are in it. */
  things: Deployed[];
  /** Names of the volumes that it is to save. */
  volumes: string[];
  /** False where it copies files, which takes copies that run. */
  snapshots: boolean;
  /** How long it is kept. */
  keepDays: number;
}

/** What the main workload of a thing is given, as Git says. */
export interface ThingSize {
  kind: Workload['kind'];
  name: string;
  /** The file that it is written in. */
  file: string;
  copies: number;
  /** Where an autoscaler counts the copies. */
  autoscaler?: { minimum: number; maximum: number };
  /** What one copy may use at most, where Git says so: cores. */
  cpu?: number;
  /** Bytes. */
  memory?: number;
  /** What one copy may use in the sizes that people know. */
  sizes: Record<
    'small' | 'medium' | 'large',
    { cpu?: string; memory?: string }
  >;
}

/** What a person may know of a blueprint before choosing it. */
export interface BlueprintInfo {
  name: string;
  title: string;
  /** `A WordPress website` */
  noun: string;
  description: string;
  role: 'application' | 'database' | 'cache';
  engine?: string;
  aliases: string[];
  /** Blueprints that come with it: `mariadb`. */
  needs: string[];
  /** An image must be named by whoever deploys it. */
  needsImage: boolean;
  web: boolean;
}

/**
 * One thing a person can want. A file in `intents/`; adopters add theirs
 * through {@link aiopsAgentIntentsExtensionPoint}.
 */
export interface Intent<S extends z.ZodObject = z.ZodObject> {
  /** `create_environment` */
  name: string;
  /** `Create an environment` */
  title: string;
  kind: 'answer' | 'change';
  risk: Risk;
  parameters: S;
  /**
   * Parameters of which one alone counts, so that what is said last takes the
   * place of the others: `[['replicas', 'factor']]`.
   */
  oneOf?: string[][];
  /** Phrases people say, which also train the embedded parser. */
  examples: string[];
  /**
   * Fills defaults in from what is known, and says what must be asked. All of
   * it is asked in one message.
   *
   * @throws InputError when a value is impossible; its message goes to the
   * person and says what to do.
   */
  prepare?(
    params: z.infer<S>,
    context: IntentContext,
  ): Promise<{
    params: z.infer<S>;
    missing: Question[];
    /**
     * Changes that do better what is wanted: they take this one's place,
     * together in one plan, and are prepared in turn.
     */
    instead?: ChosenIntent[];
  }>;
  answer?(params: z.infer<S>, context: IntentContext): Promise<Answer>;
  /** Pure in its parameters and context: the same again on a newer head. */
  plan?(params: z.infer<S>, context: IntentContext): Promise<PlanDraft>;
}

/** Keeps an intent's parameter types while it is declared. */
export function defineIntent<S extends z.ZodObject>(
  intent: Intent<S>,
): Intent<S> {
  return intent;
}
