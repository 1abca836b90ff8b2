import { setTimeout as wait } from 'node:timers/promises';
import { tokenOf } from './commands/token.mjs';

/** Waits until people can sign in: the catalog reads them a moment after the backend is ready. */
export async function peopleAreKnown() {
  for (let attempt = 0; attempt < 60; attempt++) {
    if (await tokenOf('ada').then(Boolean, () => false)) {
      return;
    }
    await wait(250);
  }
}
