import type {
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';

/** Days that a deleted thing sleeps where nothing else is configured. */
const DEFAULT_KEEP_DAYS = 7;

/** Days that a deleted thing sleeps before it is removed. */
export function keepDays(context: IntentContext): number {
  return context.keepDays ?? DEFAULT_KEEP_DAYS;
}

/** How far making something can be taken back. */
export function undoOfCreation(context: IntentContext): PlanDraft['undo'] {
  return { days: keepDays(context), text: say`to undo, nothing lost` };
}
