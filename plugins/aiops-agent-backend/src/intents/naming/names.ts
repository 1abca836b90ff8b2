import { MAX_NAME_LENGTH, isName, suggestName } from '../../planning/names';

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
  const stem = suggestName(base);
  let name = stem;
  for (let count = 2; !isName(name) || !isFree(name, names); count++) {
    const suffix = `-${count}`;
    const room = MAX_NAME_LENGTH - suffix.length;
    name = `${stem.slice(0, room).replace(/-+$/, '')}${suffix}`;
  }
  return name;
}
