import type { Detail, Finding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Answer,
  Deployed,
  IntentContext,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ServiceUnavailableError } from '@backstage/errors';
import { linksTo } from '../thing';
import { healthTone, sees, verbatim } from '../wording';
import { say } from '../../words';
import { logDetail, readLog } from './logs';

/** Lines of the log that go with an explanation. */
const LINES = 12;
/** Findings of less confidence than this are only for those who dig. */
const WORTH_SAYING = 0.5;

/** Of a piece of evidence within a sentence's neighbourhood. */
const MOST_CHARACTERS = 200;
/** Where evidence comes from. */
const LOG = / log\[/;
const METRIC = /^metrics/;

/** True unless nothing is wrong. */
export function isIll({ cause }: Finding): boolean {
  return cause !== 'healthy';
}

/**
 * How a thing is, what is behind it with its evidence, the end of its log, and
 * the change that would mend it.
 */
export async function explain(
  thing: Deployed,
  findings: Finding[],
  context: IntentContext,
): Promise<Answer> {
  const status = context.runtime.status(thing);
  const [first] = findings;
  const ill = first !== undefined && isIll(first);
  const said = ill
    ? findings.filter(
        (finding, index) =>
          index === 0 || (isIll(finding) && finding.confidence >= WORTH_SAYING),
      )
    : [];
  const fix = said.find(finding => (finding.fix ?? []).length > 0)?.fix;
  return {
    text: [
      `**${thing.title ?? thing.name}**: ${status.sentence}`,
      ...(said.length > 0
        ? said.map(finding => paragraph(finding, context))
        : [
            verbatim(first?.summary ?? ''),
            say`I looked at its copies, restarts, events, health checks, address, delivery, and at what it uses.`,
          ]),
      ...(ill && !fix && first.ask ? [first.ask] : []),
      ...(fix ? [say`There is a way to mend that.`] : []),
    ]
      .filter(Boolean)
      .join('\n\n'),
    facts: factsOf(thing, status, context),
    links: linksTo(thing, context),
    details: [
      ...(ill ? await logDetails(thing, context) : []),
      ...adminDetails(thing, status, context),
    ],
    findings,
    proposal: fix,
  };
}

/**
 * A finding with what proves it: numbers for everybody, and what the cluster
 * says for those who speak its language.
 */
function paragraph(
  { summary, evidence }: Finding,
  { person }: IntentContext,
): string {
  const developer = sees(person.level, 'developer');
  const proof = evidence
    .filter(
      ({ source, text }) =>
        !LOG.test(source) &&
        (developer || METRIC.test(source)) &&
        !summary.includes(text),
    )
    .map(({ text }) => `- ${verbatim(short(text))}`);
  const most = developer ? 2 : 1;
  return [verbatim(summary), ...[...new Set(proof)].slice(0, most)].join('\n');
}

/** The whole of it is in the details. */
function short(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}…`
    : text;
}

function factsOf(
  thing: Deployed,
  status: RuntimeStatus,
  context: IntentContext,
): Answer['facts'] {
  return [
    {
      label: say`copies running`,
      value: say`${status.ready} of ${status.desired}`,
      tone: healthTone(status.health),
    },
    ...(status.restarts > 0
      ? [{ label: say`restarts`, value: String(status.restarts) }]
      : []),
    {
      label: say`costs`,
      value: context.cost.format(context.cost.ofThing(thing)),
    },
  ];
}

/** The cause is worth telling also where logs can't be read. */
async function logDetails(
  thing: Deployed,
  context: IntentContext,
): Promise<Detail[]> {
  try {
    const { before, lines } = await readLog(thing, { lines: LINES }, context);
    return logDetail(
      say`The newest lines of its log`,
      [...before, ...lines].slice(-LINES),
      context,
    );
  } catch (error) {
    if (error instanceof ServiceUnavailableError) {
      return [];
    }
    throw error;
  }
}

function adminDetails(
  thing: Deployed,
  { delivery }: RuntimeStatus,
  { person, platform }: IntentContext,
): Detail[] {
  if (!sees(person.level, 'admin')) {
    return [];
  }
  const lines = [
    ...thing.workloads.map(
      ({ kind, name, file }) =>
        `object    ${kind}/${thing.environment}/${name} (${file})`,
    ),
    `read at   ${platform.head}`,
    ...(delivery
      ? [
          `sync      ${delivery.sync}`,
          `health    ${delivery.health}`,
          `revision  ${delivery.revision ?? 'none'}`,
        ]
      : []),
  ];
  return [
    {
      title: say`Objects, Git and Argo CD`,
      body: lines.join('\n'),
      language: 'text',
      level: 'admin',
    },
  ];
}
