/** A condition of a custom resource. */
export interface Condition {
  type: string;
  status: 'True' | 'False';
  reason: string;
  message: string;
  lastTransitionTime: string;
}

/** The condition `Ready`, with the time of its last change of status. */
export function readyCondition(
  old: { conditions?: Condition[] },
  ready: boolean,
  reason: string,
  message: string,
  now: Date,
): Condition {
  const status = ready ? 'True' : 'False';
  const before = old.conditions?.find(one => one.type === 'Ready');
  return {
    type: 'Ready',
    status,
    reason,
    message,
    lastTransitionTime:
      before?.status === status
        ? before.lastTransitionTime
        : now.toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}
