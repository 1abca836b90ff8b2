const STEP =
  /\.((?:\\\.|[\w/-])+)|\[(\d+|\*)\]|\['([^']+)'\]|\[\?\(@\.([\w.-]+)\s*==\s*["']([^"']*)["']\)\]/y;

/** The values that a printer column's path finds: `.status.conditions[?(@.type=="Ready")].status`. */
export function jsonPath(object: unknown, path: string): unknown[] {
  const steps = new RegExp(STEP.source, 'y');
  let values: unknown[] = [object];
  for (let step = steps.exec(path); step; step = steps.exec(path)) {
    const [, dotted, index, quoted, filterPath, filterValue] = step;
    const field = dotted?.replace(/\\\./g, '.') ?? quoted;
    values = values.flatMap(value => {
      if (field !== undefined) {
        const found = (value as Record<string, unknown> | undefined)?.[field];
        return found === undefined || found === null ? [] : [found];
      }
      if (!Array.isArray(value)) {
        return [];
      }
      if (index !== undefined) {
        return index === '*'
          ? value
          : value.slice(Number(index), Number(index) + 1);
      }
      return value.filter(
        item => String(jsonPath(item, `.${filterPath}`)[0]) === filterValue,
      );
    });
  }
  return values;
}
