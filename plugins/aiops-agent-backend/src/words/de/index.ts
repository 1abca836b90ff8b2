import type { Sentences } from '../say';
import { answers } from './answers';
import { changing } from './changing';
import { dialogue } from './dialogue';
import { asking } from './asking';
import { backups } from './backups';
import { blueprints } from './blueprints';
import { doors } from './doors';
import { elsewhere } from './elsewhere';
import { lifecycle } from './lifecycle';
import { making } from './making';
import { notYet } from './not-yet';
import { people } from './people';
import { permissions } from './permissions';
import { quota } from './quota';
import { diagnosis } from './diagnosis';
import { requests } from './requests';
import { running } from './running';
import { titles } from './titles';
import { troubleshooting } from './troubleshooting';
import { words } from './words';

/** German. People are spoken to with "du", as colleagues are. */
export const de: Sentences = {
  ...words,
  ...dialogue,
  ...quota,
  ...people,
  ...making,
  ...changing,
  ...answers,
  ...notYet,
  ...lifecycle,
  ...titles,
  ...requests,
  ...asking,
  ...blueprints,
  ...backups,
  ...permissions,
  ...diagnosis,
  ...running,
  ...troubleshooting,
  ...doors,
  ...elsewhere,
};
