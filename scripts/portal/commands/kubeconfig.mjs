import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from '../sentence.mjs';
import { sandboxDir } from '../paths.mjs';

/** Prints the path of the sandbox's kubeconfig. */
export async function run() {
  const path = join(sandboxDir, 'kubeconfig');
  if (!existsSync(path)) {
    throw new Sentence(
      "There is no sandbox yet. Run 'npm start' once, and while it runs use this path with kubectl.",
    );
  }
  console.log(path);
}
