export { clausesOf, isQuestion, type Clause } from './clauses';
export { readCourtesy, type Courtesy } from './courtesy';
export {
  castsDoubt,
  hesitates,
  readAct,
  saysNothing,
  type Act,
} from './yesAndNo';
