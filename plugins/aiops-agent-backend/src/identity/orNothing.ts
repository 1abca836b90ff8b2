/** Undefined for what is gone or out of sight; other failures are thrown. */
export async function orNothing<T>(
  question: Promise<T>,
): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
