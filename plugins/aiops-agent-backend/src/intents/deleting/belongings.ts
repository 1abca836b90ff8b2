import { ConflictError, InputError } from '@backstage/errors';
import type {
  Deployed,
  Environment,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { thingsIn } from '../finding';
import { dayWord, together } from '../wording';

const users = (thing: Deployed, context: IntentContext) =>
  context.platform.deployed.filter(
    other => other.uses.includes(thing.name) && !other.asleep,
  );

/**
 * The databases and caches that came with an application and that nothing
 * else uses; they go with it. Others stay, as somebody made them on purpose.
 */
export function belongingsOf(
  thing: Deployed,
  context: IntentContext,
): Deployed[] {
  const needs =
    (thing.blueprint && context.compose.blueprint(thing.blueprint)?.needs) ||
    [];
  return thingsIn(thing.environment, context.platform).filter(
    other =>
      thing.uses.includes(other.name) &&
      other.blueprint !== undefined &&
      needs.includes(other.blueprint) &&
      other.name.startsWith(`${thing.name}-`) &&
      !other.asleep &&
      users(other, context).every(user => user === thing),
  );
}

/** @throws ConflictError that names what would stop working. */
export function checkUnused(things: Deployed[], context: IntentContext): void {
  const [hit] = things.flatMap(thing =>
    users(thing, context)
      .filter(user => !things.includes(user))
      .map(user => ({ user, thing })),
  );
  if (hit) {
    throw new ConflictError(
      say`${hit.user.name} uses ${hit.thing.name} and would stop working without it, so nothing was changed. Delete ${hit.user.name} first, or let it use something else.`,
    );
  }
}

/** @throws InputError for what is deleted already, with its day. */
export function checkNotDeleted({
  name,
  asleep,
}: Environment | Deployed): void {
  if (asleep?.removeAfter) {
    throw new InputError(
      say`"${name}" is deleted already: it sleeps, and is removed on ${dayWord(
        new Date(asleep.removeAfter),
      )}. Nothing else was changed.`,
    );
  }
}

/** `its database **news-db** and its cache **news-cache**` */
export function belongingsWord(belongings: Deployed[]): string {
  return together(
    belongings.map(({ role, name }) =>
      role === 'cache'
        ? say`its cache **${name}**`
        : say`its database **${name}**`,
    ),
  );
}
