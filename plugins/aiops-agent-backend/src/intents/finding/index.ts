export {
  askForEnvironment,
  checkAwake,
  environmentOfPage,
  findEnvironment,
  impliedEnvironment,
} from './environments';
export {
  entityRefOf,
  findTarget,
  impliedTarget,
  mine,
  nameOf,
  targetsOf,
  teamOf,
  thingsIn,
  type Target,
  type TargetKind,
} from './targets';
export { askForTarget } from './asking';
export { settleTarget } from './optional';
export { chooseThing, theThing } from './things';
export { chooseEnvironment } from './tiers';
export { chooseTeam } from './teams';
export { requestId } from './requests';
