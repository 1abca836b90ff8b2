import {
  ANNOTATION_PREFIX,
  ASLEEP_SINCE_ANNOTATION,
  REMOVE_AFTER_ANNOTATION,
  WAKE_REPLICAS_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import { isMap, type Document } from 'yaml';
import type { Path } from './documents';

/** An ingress class that no controller serves. */
const ASLEEP_CLASS = 'asleep';
/** A label that no node has, so that a DaemonSet's pods fit nowhere. */
const NOWHERE = `${ANNOTATION_PREFIX}/asleep`;
/** What an annotation says where the field wasn't there. */
const UNSET = 'unset';

/** A field that is parked: what it becomes, and where the old value is kept. */
interface Parked {
  path: Path;
  annotation: string;
  asleep: string | number | boolean;
  read(kept: string): string | number | boolean;
}

const replicas: Parked = {
  path: ['spec', 'replicas'],
  annotation: WAKE_REPLICAS_ANNOTATION,
  asleep: 0,
  read: Number,
};
const suspended: Parked = {
  path: ['spec', 'suspend'],
  annotation: `${ANNOTATION_PREFIX}/wake-suspend`,
  asleep: true,
  read: kept => kept === 'true',
};
const nodeSelector: Parked = {
  path: ['spec', 'template', 'spec', 'nodeSelector', NOWHERE],
  annotation: `${ANNOTATION_PREFIX}/wake-node`,
  asleep: 'true',
  read: String,
};
const ingressClass: Parked = {
  path: ['spec', 'ingressClassName'],
  annotation: `${ANNOTATION_PREFIX}/wake-ingress-class`,
  asleep: ASLEEP_CLASS,
  read: String,
};
const ingressClassAnnotation: Parked = {
  path: ['metadata', 'annotations', 'kubernetes.io/ingress.class'],
  annotation: `${ANNOTATION_PREFIX}/wake-ingress-class`,
  asleep: ASLEEP_CLASS,
  read: String,
};

/** What makes a kind of object rest, and whether it carries the date. */
function parkedField(document: Document): Parked | undefined {
  switch (document.get('kind')) {
    case 'Deployment':
    case 'StatefulSet':
      return replicas;
    case 'CronJob':
    case 'Job':
      return suspended;
    case 'DaemonSet':
      return nodeSelector;
    case 'Ingress':
      return document.hasIn(ingressClassAnnotation.path)
        ? ingressClassAnnotation
        : ingressClass;
    default:
      return undefined;
  }
}

const annotationPath = (name: string): Path => [
  'metadata',
  'annotations',
  name,
];

/** Removes a field, and the maps around it that are empty then. */
function removeField(document: Document, path: Path) {
  document.deleteIn(path);
  for (let length = path.length - 1; length > 1; length--) {
    const parent = path.slice(0, length);
    const node = document.getIn(parent);
    if (!isMap(node) || node.items.length > 0) {
      return;
    }
    document.deleteIn(parent);
  }
}

/** When something fell asleep, and when it is to be removed (ISO 8601). */
export interface SleepDates {
  since: string;
  removeAfter?: string;
}

/** Writes the dates of a sleep, or takes them away. */
export function markSleep(document: Document, dates?: SleepDates) {
  const marks: Array<[name: string, value: string | undefined]> = [
    [ASLEEP_SINCE_ANNOTATION, dates?.since],
    [REMOVE_AFTER_ANNOTATION, dates?.removeAfter],
  ];
  for (const [name, value] of marks) {
    if (value) {
      document.setIn(annotationPath(name), value);
    } else if (document.hasIn(annotationPath(name))) {
      removeField(document, annotationPath(name));
    }
  }
}

/**
 * Lets an object rest: nothing of it runs or is reached, its data stays. One
 * that rests already is left as it is.
 *
 * @returns Whether it is of a kind that rests.
 */
export function putToSleep(document: Document, dates: SleepDates): boolean {
  const field = parkedField(document);
  if (!field) {
    return false;
  }
  if (!document.hasIn(annotationPath(field.annotation))) {
    const old = document.getIn(field.path);
    document.setIn(
      annotationPath(field.annotation),
      old === undefined || old === null ? UNSET : String(old),
    );
    document.setIn(field.path, field.asleep);
  }
  markSleep(document, dates);
  return true;
}

/** Puts an object back as it was. Returns whether it rested. */
export function wakeUp(document: Document): boolean {
  const field = parkedField(document);
  const kept = field && document.getIn(annotationPath(field.annotation));
  if (!field || kept === undefined) {
    return false;
  }
  if (kept === UNSET) {
    removeField(document, field.path);
  } else {
    document.setIn(field.path, field.read(String(kept)));
  }
  removeField(document, annotationPath(field.annotation));
  markSleep(document);
  return true;
}
