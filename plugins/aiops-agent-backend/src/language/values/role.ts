import type { Extractor } from '../types';
import { firstOf } from './match';

/** `viewer`, `developer` or `admin`. */
export const role: Extractor = reading =>
  firstOf(reading, [
    [
      /\b(?:admin|admins|administrators?|owners?|full (?:access|control|rights)|all (?:the )?rights)\b/,
      'admin',
    ],
    [
      /\b(?:developers?|dev (?:access|rights|role)|as (?:an? )?dev|editors?|maintainers?|contributors?)\b/,
      'developer',
    ],
    [
      /\b(?:viewers?|readers?|read[ -]?only|view[ -]?only|only (?:(?:has|have|needs?|wants?|is|are) )?(?:to )?(?:read|look|see|watch|view)|(?:just|only) (?:have |take )?a look|(?:read|look|see|watch|view) only|just (?:to )?(?:read|look|see|watch|view))\b/,
      'viewer',
    ],
  ]) ??
  firstOf(reading, [
    [
      /\b(?:(?:can|to|may|should|could|and|able to) (?:manage|administer)|admin(?:istrative)?)\b/,
      'admin',
    ],
    [
      /\b(?:edit|write|writing|deploy|change|modify|push|contribute|editing)\b/,
      'developer',
    ],
    [
      /\b(?:read|view|see|look at|watch|observe|viewing|reading|look into)\b/,
      'viewer',
    ],
  ]);
