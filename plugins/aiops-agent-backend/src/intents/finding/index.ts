export {
  askForEnvironment,
  checkAwake,
  environmentOfPage,
  findEnvironment,
  impliedEnvironment,
} from './environments';
export {
  asksAboutAll,
  entityRefOf,
  EVERY_KIND,
  findTarget,
  impliedTarget,
  mine,
  nameOf,
  targetsOf,
  teamOf,
  THINGS,
  thingsIn,
  type Target,
  type TargetKind,
} from './targets';
export { askForTarget } from './asking';
export { settleTarget, settleTargetOrAll, settleThing } from './settling';
export { chooseThing, theThing } from './things';
export { chooseEnvironment } from './tiers';
export { chooseTeam } from './teams';
export { requestId } from './requests';
