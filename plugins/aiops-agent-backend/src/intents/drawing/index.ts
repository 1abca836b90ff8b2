export {
  IntentPursuit,
  type Offer,
  type Pursued,
  type PursuedChange,
  type Pursuit,
} from './IntentPursuit';
export { PlanDrawing } from './PlanDrawing';
