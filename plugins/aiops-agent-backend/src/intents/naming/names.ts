import { freeName as firstFree } from '../../planning/names';

/** Where names are taken. */
export interface Names {
  isNameTaken(name: string): boolean;
  /** The domain that addresses are made in. */
  domain: string;
}

/** Is it free, both as a name and as an address in the portal's domain? */
export function isFree(name: string, names: Names): boolean {
  return (
    !names.isNameTaken(name) && !names.isNameTaken(`${name}.${names.domain}`)
  );
}

/** The first good and free one of `blog`, `blog-2`, `blog-3`, … */
export function freeName(base: string, names: Names): string {
  return firstFree(base, name => isFree(name, names));
}
