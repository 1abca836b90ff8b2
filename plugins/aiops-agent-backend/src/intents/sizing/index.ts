export { copiesOf, sensibleCount, wantedCount } from './count';
export { thingDraft } from './draft';
export { lessOf, moreOf } from './direction';
export { SIZE_FOR_TRAFFIC } from './traffic';
