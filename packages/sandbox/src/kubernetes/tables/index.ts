import type { Kind, PrinterColumn } from '../kinds/types';
import type { KubeObject } from '../types';
import { ADMINISTRATION_COLUMNS } from './administration';
import { jsonPath } from './jsonPath';
import { OTHER_COLUMNS } from './others';
import { POD_COLUMNS } from './pods';
import { age, AGE, column, NAME, type Cell, type Column } from './types';
import { WORKLOAD_COLUMNS } from './workloads';

/** The columns in which a kind is shown. */
function columnsOf(kind: Kind): Column[] {
  if (kind.storage === 'v1/Pod') {
    return POD_COLUMNS;
  }
  const own =
    WORKLOAD_COLUMNS[kind.storage] ??
    OTHER_COLUMNS[kind.storage] ??
    ADMINISTRATION_COLUMNS[kind.storage];
  if (own) {
    return own;
  }
  return kind.columns?.length
    ? [NAME, ...kind.columns.map(customColumn)]
    : [NAME, AGE];
}

function customColumn(definition: PrinterColumn): Column {
  const { name, type, jsonPath: path, priority = 0 } = definition;
  return column(
    name,
    (object, now): Cell => {
      const [value] = jsonPath(object, path);
      if (value === undefined) {
        return type === 'date' || type === 'string' ? '' : null;
      }
      if (type === 'date') {
        return age(String(value), now);
      }
      return typeof value === 'object'
        ? JSON.stringify(value)
        : (value as Cell);
    },
    {
      type: type === 'date' ? 'string' : (type as Column['type']),
      priority,
    },
  );
}

/** How much of each object goes with its row. */
export type IncludedObject = 'None' | 'Metadata' | 'Object';

/** A `Table` of objects, as `kubectl get` shows it. */
export function tableOf(
  kind: Kind,
  objects: KubeObject[],
  options: {
    now: Date;
    include: IncludedObject;
    apiVersion: string;
    metadata?: unknown;
    header?: boolean;
  },
) {
  const columns = columnsOf(kind);
  return {
    kind: 'Table',
    apiVersion: options.apiVersion,
    metadata: options.metadata ?? {},
    columnDefinitions:
      options.header === false
        ? []
        : columns.map(({ name, type, format, priority, description }) => ({
            name,
            type,
            format: format ?? '',
            description,
            priority,
          })),
    rows: objects.map(object => ({
      cells: columns.map(one => one.cell(object, options.now)),
      ...(options.include !== 'None' && {
        object:
          options.include === 'Object'
            ? object
            : {
                kind: 'PartialObjectMetadata',
                apiVersion: 'meta.k8s.io/v1',
                metadata: object.metadata,
              },
      }),
    })),
  };
}
