/** What entities are made with besides the repository itself. */
export interface EntityOptions {
  /** How a host opens for people, with `{host}` in it. */
  ingressUrl: string;
  /** Where a file or folder of the repository can be looked at. */
  fileUrl(path: string): string | undefined;
}
