import type { Sentences } from '../say';
import { answers } from './answers';
import { making } from './making';
import { notYet } from './not-yet';
import { people } from './people';
import { quota } from './quota';
import { words } from './words';

/** German. People are spoken to with "du", as colleagues are. */
export const de: Sentences = {
  ...words,
  ...quota,
  ...people,
  ...making,
  ...answers,
  ...notYet,
};
