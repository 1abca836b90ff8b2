/** A condition of a status, without its times. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  [field: string]: unknown;
}

/** The list with a condition set; its time moves only when the status does. */
export function withCondition(
  list: any[] | undefined,
  next: Condition,
  now: string,
  times: string[] = ['lastTransitionTime'],
): any[] {
  const before = list?.find(one => one.type === next.type);
  const changed =
    !before ||
    Object.entries(next).some(([field, value]) => before[field] !== value);
  if (before && !changed) {
    return list!;
  }
  const entry: any = { ...next };
  for (const field of times) {
    entry[field] =
      field === 'lastTransitionTime' && before?.status === next.status
        ? before.lastTransitionTime
        : now;
  }
  return before
    ? list!.map(one => (one === before ? entry : one))
    : [...(list ?? []), entry];
}

/** The list without a condition. */
export function withoutCondition(
  list: any[] | undefined,
  type: string,
): any[] | undefined {
  const left = list?.filter(one => one.type !== type);
  return left?.length ? left : undefined;
}
