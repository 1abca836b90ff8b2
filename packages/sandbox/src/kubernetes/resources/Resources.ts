import { randomUUID } from 'node:crypto';
import { admit } from '../admission';
import { allocateService, applyDefaults } from '../defaults';
import { kindKey, type Kind } from '../kinds/types';
import type { KindRegistry } from '../kinds/KindRegistry';
import { afterUpdate, managedFields } from '../patch/managedFields';
import type { Programs } from '../programs';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject, SandboxClock } from '../types';
import { copyJson, isObject, sameJson } from '../values/json';
import { randomSuffix } from '../values/random';
import { validate } from '../validation';
import { alreadyExists, badRequest, conflict, notFound } from './status';
import { initialStatus } from './initialStatus';
import { timestamp } from './time';
import { asStored } from './views';

/** How a write is meant. */
export interface WriteOptions {
  /** Who owns the fields that change; without one, ownership is not kept (the cluster's own controllers). */
  manager?: string;
  /** Everything but the writing. */
  dryRun?: boolean;
  /** Writes only this part. */
  subresource?: 'status' | 'scale' | 'finalize';
  /** Looks at the outcome before it is written. @throws StatusError to refuse it. */
  authorize?(before: KubeObject, after: KubeObject): void;
  /** The new object's `managedFields` are right already (server-side apply). */
  keepManagedFields?: boolean;
}

/** How a deletion is meant. */
export interface DeleteOptions {
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: boolean;
}

/** What a deletion came to: gone, or on its way out. */
export interface Deletion {
  object: KubeObject;
  gone: boolean;
}

/** The verbs of the API on objects of any kind: defaults, validation, admission and the rules of metadata. */
export class Resources {
  constructor(
    readonly kinds: KindRegistry,
    readonly store: ObjectStore,
    readonly clock: SandboxClock,
    /** What runs in the containers: logs and measures are worked out from it. */
    readonly programs: Programs,
  ) {}

  /** @throws 404 */
  get(kind: Kind, namespace: string, name: string): KubeObject {
    const object = this.store.get(kind.storage, namespace, name);
    if (!object) {
      throw notFound(kind, name);
    }
    return object;
  }

  /** Objects ordered by namespace and name. */
  list(kind: Kind, namespace?: string): KubeObject[] {
    return this.store
      .list(kind.storage, namespace || undefined)
      .sort(
        (a, b) =>
          compare(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
          compare(a.metadata.name, b.metadata.name),
      );
  }

  /** @throws 400, 403, 404 (no such namespace), 409, 422 */
  create(
    kind: Kind,
    namespace: string,
    input: unknown,
    options: WriteOptions = {},
  ): KubeObject {
    const object = asStored(kind, this.readObject(kind, namespace, input));
    const { metadata } = object;
    if (metadata.resourceVersion) {
      throw badRequest(
        'resourceVersion should not be set on objects to be created',
      );
    }
    if (!metadata.name && metadata.generateName) {
      metadata.name = String(metadata.generateName) + randomSuffix();
    }
    object.metadata = {
      ...metadata,
      uid: randomUUID(),
      creationTimestamp: timestamp(this.clock.now()),
    };
    delete object.metadata.deletionTimestamp;
    delete object.metadata.deletionGracePeriodSeconds;
    delete object.metadata.resourceVersion;
    if (object.spec !== undefined || kind.custom) {
      object.metadata.generation = 1;
    }
    if (kind.subresources.includes('status')) {
      delete object.status;
    }
    this.complete(kind, object);
    validate(kind.group, object);
    admit({
      operation: 'create',
      kind,
      object,
      store: this.store,
    });
    initialStatus(object);
    if (this.store.get(kind.storage, namespace, metadata.name)) {
      throw alreadyExists(kind, metadata.name);
    }
    if (options.manager && !options.keepManagedFields) {
      object.metadata.managedFields = afterUpdate(
        undefined,
        object,
        this.writer(options),
      );
    }
    return options.dryRun ? object : this.store.put(object);
  }

  /**
   * Changes an object by a function of what it is now.
   *
   * @throws 404, 409 when `resourceVersion` of the outcome is an older one, 422
   */
  update(
    kind: Kind,
    namespace: string,
    name: string,
    change: (current: KubeObject) => unknown,
    options: WriteOptions = {},
  ): KubeObject {
    const current = this.get(kind, namespace, name);
    const object = asStored(
      kind,
      this.readObject(kind, namespace, change(current)),
    );
    this.checkIdentity(kind, current, object);
    const next = this.merged(kind, current, object, options.subresource);
    if (!options.subresource) {
      this.complete(kind, next, current);
      validate(kind.group, next, current);
      admit({
        operation: 'update',
        kind,
        object: next,
        previous: current,
        store: this.store,
      });
    }
    if (changesSpec(kind, current, next) && current.metadata.generation) {
      next.metadata.generation = current.metadata.generation + 1;
    }
    if (options.manager && !options.keepManagedFields) {
      next.metadata.managedFields = this.ownership(current, next, options);
    }
    options.authorize?.(current, next);
    if (sameWithoutTimes(current, next)) {
      return current;
    }
    if (options.dryRun) {
      return next;
    }
    if (current.metadata.deletionTimestamp && this.isFinished(next)) {
      this.store.remove(kind.storage, namespace, name);
      return next;
    }
    return this.store.put(next);
  }

  /** Writes the status alone, and annotations that go with it. An object that is gone is left at that. */
  setStatus(
    object: KubeObject,
    status: unknown,
    annotations: Record<string, string> = {},
  ): void {
    const kind = kindKey(object.apiVersion, object.kind);
    const { namespace = '', name, uid } = object.metadata;
    const current = this.store.get(kind, namespace, name);
    if (current?.metadata.uid !== uid) {
      return;
    }
    const { metadata } = current!;
    const noted = { ...metadata.annotations, ...annotations };
    const same = sameJson(noted, metadata.annotations ?? {});
    if (!same || !sameJson(current!.status, status)) {
      this.store.put({
        ...current!,
        ...(!same && { metadata: { ...metadata, annotations: noted } }),
        status: copyJson(status),
      });
    }
  }

  /** @throws 404, 409 */
  delete(
    kind: Kind,
    namespace: string,
    name: string,
    options: DeleteOptions = {},
  ): Deletion {
    const object = this.get(kind, namespace, name);
    const { uid, resourceVersion } = options.preconditions ?? {};
    if (uid && uid !== object.metadata.uid) {
      throw conflict(
        kind,
        name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${object.metadata.uid}`,
      );
    }
    if (
      resourceVersion &&
      resourceVersion !== object.metadata.resourceVersion
    ) {
      throw conflict(
        kind,
        name,
        `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${object.metadata.resourceVersion}`,
      );
    }
    if (options.dryRun) {
      return { object, gone: true };
    }
    const finalizers = new Set(object.metadata.finalizers);
    if (options.propagationPolicy === 'Foreground') {
      finalizers.delete('orphan');
      finalizers.add('foregroundDeletion');
    } else if (options.propagationPolicy === 'Orphan') {
      finalizers.delete('foregroundDeletion');
      finalizers.add('orphan');
    }
    const grace = graceSeconds(object, options);
    const waits =
      finalizers.size > 0 || grace > 0 || kind.storage === 'v1/Namespace';
    if (!waits) {
      this.store.remove(kind.storage, namespace, name);
      return { object, gone: true };
    }
    const previous = object.metadata.deletionTimestamp;
    const due = timestamp(new Date(this.clock.now().getTime() + grace * 1000));
    const leaving: KubeObject = {
      ...object,
      metadata: {
        ...object.metadata,
        ...(finalizers.size && { finalizers: [...finalizers] }),
        deletionTimestamp: previous && previous < due ? previous : due,
        deletionGracePeriodSeconds: Math.min(
          grace,
          (object.metadata.deletionGracePeriodSeconds as number) ?? Infinity,
        ),
        ...(!previous &&
          object.metadata.generation && {
            generation: object.metadata.generation + 1,
          }),
      },
    };
    if (kind.storage === 'v1/Namespace') {
      leaving.status = { ...leaving.status, phase: 'Terminating' };
    }
    return {
      object: sameJson(object, leaving) ? object : this.store.put(leaving),
      gone: false,
    };
  }

  private writer(options: WriteOptions) {
    return {
      manager: options.manager!,
      operation: 'Update' as const,
      time: timestamp(this.clock.now()),
      ...(options.subresource && { subresource: options.subresource }),
    };
  }

  private ownership(
    current: KubeObject,
    next: KubeObject,
    options: WriteOptions,
  ) {
    const given = managedFields(next);
    if (
      given !== managedFields(current) &&
      !sameJson(given, managedFields(current))
    ) {
      // Clients rewrite or clear it on purpose, as kubectl does when it moves to server-side apply.
      const kept = given.filter(entry => entry.manager);
      return kept.length ? kept : undefined;
    }
    const entries = afterUpdate(current, next, this.writer(options));
    return entries.length ? entries : undefined;
  }

  private readObject(
    kind: Kind,
    namespace: string,
    input: unknown,
  ): KubeObject {
    if (!isObject(input)) {
      throw badRequest('the body is not a Kubernetes object');
    }
    const object = copyJson(input) as KubeObject;
    object.apiVersion ??= kind.apiVersion;
    object.kind ??= kind.kind;
    const given = kindKey(object.apiVersion, object.kind);
    if (
      given !== kindKey(kind.apiVersion, kind.kind) &&
      given !== kind.storage
    ) {
      throw badRequest(
        `the API version in the data (${object.apiVersion}, ${object.kind}) does not match the expected API version (${kind.apiVersion}, ${kind.kind})`,
      );
    }
    if (!isObject(object.metadata)) {
      object.metadata = {} as KubeObject['metadata'];
    }
    for (const part of [
      'labels',
      'annotations',
      'finalizers',
      'ownerReferences',
    ]) {
      const value = object.metadata[part];
      if (value === null || (value && Object.keys(value).length === 0)) {
        delete object.metadata[part];
      }
    }
    const stated = object.metadata.namespace;
    if (kind.namespaced) {
      if (stated && stated !== namespace) {
        throw badRequest(
          'the namespace of the provided object does not match the namespace sent on the request',
        );
      }
      object.metadata.namespace = namespace;
    } else if (stated) {
      delete object.metadata.namespace;
    }
    return object;
  }

  private checkIdentity(
    kind: Kind,
    current: KubeObject,
    object: KubeObject,
  ): void {
    const { name } = current.metadata;
    const { resourceVersion, uid } = object.metadata;
    if (object.metadata.name && object.metadata.name !== name) {
      throw badRequest(
        `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    if (uid && uid !== current.metadata.uid) {
      throw conflict(
        kind,
        name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
      );
    }
    if (
      resourceVersion &&
      resourceVersion !== current.metadata.resourceVersion
    ) {
      throw conflict(kind, name);
    }
  }

  /** What of the new object counts: all but status, or only the part that is written. */
  private merged(
    kind: Kind,
    current: KubeObject,
    object: KubeObject,
    subresource?: string,
  ): KubeObject {
    const fixed = current.metadata;
    if (subresource === 'status') {
      return {
        ...current,
        metadata: { ...fixed },
        status: object.status,
      };
    }
    const metadata = {
      ...object.metadata,
      name: fixed.name,
      uid: fixed.uid,
      creationTimestamp: fixed.creationTimestamp,
      generation: fixed.generation,
      resourceVersion: fixed.resourceVersion,
      deletionTimestamp: fixed.deletionTimestamp,
      deletionGracePeriodSeconds: fixed.deletionGracePeriodSeconds,
      managedFields: object.metadata.managedFields ?? fixed.managedFields,
    } as KubeObject['metadata'];
    const next: KubeObject = copyJson({ ...object, metadata });
    if (kind.subresources.includes('status')) {
      if (current.status === undefined) {
        delete next.status;
      } else {
        next.status = current.status;
      }
    }
    return next;
  }

  private complete(
    kind: Kind,
    object: KubeObject,
    previous?: KubeObject,
  ): void {
    applyDefaults(object);
    if (kind.storage === 'v1/Service' && object.spec) {
      if (previous && object.spec.type !== 'ExternalName') {
        keepAllocated(object.spec, previous.spec);
      }
      allocateService(object.spec, this.takenByServices(object));
    }
  }

  private takenByServices(self: KubeObject) {
    const others = this.store
      .list('v1/Service')
      .filter(
        one =>
          one.metadata.name !== self.metadata.name ||
          one.metadata.namespace !== self.metadata.namespace,
      );
    return {
      addresses: new Set(others.map(one => String(one.spec.clusterIP))),
      nodePorts: new Set(
        others.flatMap(one =>
          (one.spec.ports ?? []).map((port: any) => Number(port.nodePort)),
        ),
      ),
    };
  }

  private isFinished(object: KubeObject): boolean {
    return (
      !object.metadata.finalizers?.length &&
      !object.metadata.deletionGracePeriodSeconds &&
      (object.kind !== 'Namespace' || !object.spec?.finalizers?.length)
    );
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** An update that leaves out what the cluster chose keeps it. */
function keepAllocated(spec: any, previous: any): void {
  spec.clusterIP ??= previous.clusterIP;
  for (const port of spec.ports ?? []) {
    const before = previous.ports?.find((one: any) => one.port === port.port);
    if (spec.type !== 'ClusterIP' && before?.nodePort) {
      port.nodePort ??= before.nodePort;
    }
  }
}

/** Pods stop in an orderly way; everything else goes at once. */
function graceSeconds(object: KubeObject, options: DeleteOptions): number {
  const runs =
    object.kind === 'Pod' &&
    object.spec?.nodeName &&
    !['Succeeded', 'Failed'].includes(object.status?.phase);
  return runs
    ? options.gracePeriodSeconds ??
        object.spec.terminationGracePeriodSeconds ??
        30
    : 0;
}

/** Whether what an owner asks for changed, which counts as a new generation. */
function changesSpec(
  kind: Kind,
  before: KubeObject,
  after: KubeObject,
): boolean {
  const wanted = ({ metadata, status, ...rest }: KubeObject) => ({
    ...rest,
    // Deployments have always been told of new annotations, too.
    annotations:
      kind.storage === 'apps/v1/Deployment' ? metadata.annotations : undefined,
    status:
      kind.custom && !kind.subresources.includes('status') ? status : undefined,
  });
  return !sameJson(wanted(before), wanted(after));
}

function sameWithoutTimes(a: KubeObject, b: KubeObject): boolean {
  const plain = (object: KubeObject) => ({
    ...object,
    metadata: {
      ...object.metadata,
      resourceVersion: undefined,
      managedFields: managedFields(object).map(entry => ({
        ...entry,
        time: '',
      })),
    },
  });
  return sameJson(plain(a), plain(b));
}
