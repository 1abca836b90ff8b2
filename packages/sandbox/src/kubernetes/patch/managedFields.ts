import type { KubeObject } from '../types';
import { difference, fieldsOf, union, type FieldSet } from './fieldSet';
import { kindKey } from '../kinds/types';

/** An entry of `metadata.managedFields`. */
export interface ManagedFields {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  fieldsType: 'FieldsV1';
  fieldsV1: FieldSet;
  subresource?: string;
}

/** Who writes, how and when. */
export interface Writer {
  manager: string;
  operation: 'Apply' | 'Update';
  time: string;
  subresource?: string;
}

/** The entries of an object. */
export function managedFields(object?: KubeObject): ManagedFields[] {
  return (object?.metadata.managedFields as ManagedFields[] | undefined) ?? [];
}

/** Takes fields out of entries; entries that own nothing any more go. */
export function withoutFields(
  entries: ManagedFields[],
  fields: FieldSet | undefined,
): ManagedFields[] {
  if (!fields) {
    return entries;
  }
  return entries.flatMap(entry => {
    const left = difference(entry.fieldsV1, fields);
    return left ? [{ ...entry, fieldsV1: left }] : [];
  });
}

/** True for the entry of this very writer. */
export function isOf(writer: Writer): (entry: ManagedFields) => boolean {
  return entry =>
    entry.manager === writer.manager &&
    entry.operation === writer.operation &&
    entry.subresource === writer.subresource;
}

/** Adds an entry, before or instead of the writer's earlier one. */
export function ownedBy(
  writer: Writer,
  apiVersion: string,
  fields: FieldSet,
  others: ManagedFields[],
): ManagedFields[] {
  return [
    ...others,
    {
      manager: writer.manager,
      operation: writer.operation,
      apiVersion,
      time: writer.time,
      fieldsType: 'FieldsV1',
      fieldsV1: fields,
      ...(writer.subresource && { subresource: writer.subresource }),
    },
  ];
}

/** The entries after an update that changed `before` into `after`: whoever changes a field owns it, alone. */
export function afterUpdate(
  before: KubeObject | undefined,
  after: KubeObject,
  writer: Writer,
): ManagedFields[] {
  const kind = kindKey(after.apiVersion, after.kind);
  const [earlier, later] = [before, after].map(object =>
    writer.subresource === 'status'
      ? { status: object?.status }
      : withoutStatus(object),
  );
  const all = fieldsOf(kind, later) ?? {};
  const changed = fieldsOf(kind, later, earlier);
  const gone = before && difference(fieldsOf(kind, earlier) ?? {}, all);
  const mine = isOf(writer);
  const entries = managedFields(before);
  const own = withoutFields(entries.filter(mine), gone)[0];
  const others = withoutFields(
    withoutFields(
      entries.filter(entry => !mine(entry)),
      gone,
    ),
    changed,
  );
  if (!changed) {
    return own ? [...others, own] : others;
  }
  const fields = own ? union(own.fieldsV1, changed) : changed;
  return ownedBy(writer, after.apiVersion, fields, others);
}

/** Owners of a status are told apart only where it is written by itself. */
function withoutStatus(object: KubeObject | undefined): object {
  const { status, ...rest } = object ?? { status: undefined };
  return rest;
}
