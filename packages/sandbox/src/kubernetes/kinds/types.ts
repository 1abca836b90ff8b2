/** A kind of object as the API serves it. */
export interface Kind {
  group: string;
  version: string;
  /** `apps/v1`, or `v1` for the core group. */
  apiVersion: string;
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames: string[];
  categories: string[];
  subresources: string[];
  verbs: string[];
  /** Comes from a CustomResourceDefinition. */
  custom: boolean;
  /** Where its objects are kept; another kind's key when this is a view of that one. */
  storage: string;
  /** Columns that its CustomResourceDefinition asks for. */
  columns?: PrinterColumn[];
  /** Paths of the scale subresource of a CustomResourceDefinition. */
  scalePaths?: { spec: string; status: string; selector?: string };
}

/** `additionalPrinterColumns` of a CustomResourceDefinition. */
export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  priority?: number;
  description?: string;
  format?: string;
}

/** What names a kind: `apps/v1/Deployment`. */
export function kindKey(apiVersion: string, kind: string): string {
  return `${apiVersion}/${kind}`;
}
