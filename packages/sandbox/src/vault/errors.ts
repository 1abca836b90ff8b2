/** An answer of Vault that is not a success: its status and its words. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  /** As they appear in the body; none for what isn't there. */
  readonly errors: string[];

  constructor(readonly status: number, ...errors: string[]) {
    super(errors.join('; '));
    this.errors = errors;
  }
}

/** The token may not do this, or there is none. */
export function permissionDenied(): VaultError {
  return new VaultError(403, '1 error occurred:\n\t* permission denied\n\n');
}

/** The path doesn't know this method. */
export function unsupportedOperation(): VaultError {
  return new VaultError(
    405,
    '1 error occurred:\n\t* unsupported operation\n\n',
  );
}
