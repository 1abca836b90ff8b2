import type { Extractor, Reading, Said, Wanted } from '../../types';
import type { Kind } from './kinds';
import { kindOf } from '../../linking/kindWords';
import { databaseOf, mentioned } from './mentioned';
import { placeByTier, unknownPlace } from './places';
import {
  madeBefore,
  objectPointedAt,
  otherPlace,
  placePointedAt,
  pointedAt,
} from './pointing';
import { soleWord, unknownName, unknownObject } from './unknown';

/** Intents that say what is to be done to a thing. */
const OBJECTS =
  /^(?:restart|scale|resize|delete|update|rollback|expose|create_backup|schedule_backup|restore|grant|revoke|list_permissions|show_logs|get_credentials|rotate)/;

function unnamed(
  reading: Reading,
  kinds: Kind[],
  wanted: Wanted,
): Said | undefined {
  return (
    (wanted.pending && !wanted.asked
      ? undefined
      : pointedAt(reading, kinds, wanted)) ??
    unknownName(reading, kinds, wanted) ??
    (OBJECTS.test(wanted.intent) ? unknownObject(reading) : undefined) ??
    (wanted.asked ? soleWord(reading) : undefined)
  );
}

/** "in the club" is a place for a new thing, "for the club" is none. */
function looseEnvironment(
  reading: Reading,
  { parameters }: Wanted,
): Said | undefined {
  const found = mentioned(reading, ['environment'], 'loose');
  const [span] = found?.spans ?? [];
  const isPlace =
    !parameters.has('name') ||
    (span &&
      (/\b(?:in|into|on|onto|to|inside|within|at)(?: (?:the|our|my|that))? $/u.test(
        reading.lower.slice(0, span.start),
      ) ||
        kindOf(reading.tokens.find(({ end }) => end === span.end)) ===
          'environment'));
  return isPlace ? found : undefined;
}

/** An environment that exists, or a place that was named. */
export const environment: Extractor = (reading, wanted) =>
  mentioned(reading, ['environment'], 'exact') ??
  otherPlace(reading) ??
  placePointedAt(reading) ??
  placeByTier(reading) ??
  looseEnvironment(reading, wanted) ??
  unknownPlace(reading) ??
  unnamed(reading, ['environment'], wanted);

/** An application that exists; a database where that is what is named. */
export const application: Extractor = (reading, wanted) =>
  mentioned(reading, ['application'], 'exact') ??
  mentioned(reading, ['database'], 'exact') ??
  madeBefore(reading) ??
  objectPointedAt(reading, ['application']) ??
  mentioned(reading, ['application'], 'loose') ??
  unnamed(reading, ['application'], wanted) ??
  mentioned(reading, ['database'], 'loose');

const ANY: Kind[] = ['application', 'environment', 'database'];

/** An environment, an application or a database. */
export const target: Extractor = (reading, wanted) => {
  // Passwords are those of a database or an application, not of a place.
  const holders: Kind[] = ['database', 'application'];
  return (
    databaseOf(reading) ??
    (wanted.intent.includes('credentials')
      ? mentioned(reading, holders, 'exact') ??
        mentioned(reading, holders, 'loose')
      : undefined) ??
    mentioned(reading, ANY, 'exact') ??
    madeBefore(reading) ??
    objectPointedAt(reading, ANY) ??
    mentioned(reading, ANY, 'loose') ??
    placeByTier(reading) ??
    // A hyphenated word may be the playbook's name.
    (wanted.intent === 'run_playbook' && !wanted.asked
      ? undefined
      : unnamed(reading, ANY, wanted))
  );
};
