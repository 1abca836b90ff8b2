import type { Sentences } from '../say';

/** Room, its lines and what is said where there is none. */
export const quota: Sentences = {
  Environments: 'Umgebungen',
  Databases: 'Datenbanken',
  Memory: 'Arbeitsspeicher',
  Disk: 'Festplatte',
  'CPU limits': 'CPU-Obergrenzen',
  'Memory limits': 'Obergrenzen für Arbeitsspeicher',
  '{0} in {1}': '{0} in {1}',
  '{0} of {1}': '{0} von {1}',
  '{0} cores': '{0} Kernen',
  '{0} would have {1}, {2} more than its {3}':
    '{0} hätte {1}, {2} mehr als seine {3}',
  'There is no room for it: {0}. Make it smaller, remove something, or ask for more room.':
    'Dafür ist kein Platz: {0}. Mach es kleiner, entferne etwas oder bitte um mehr Platz.',
};
