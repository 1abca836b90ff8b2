import { sandboxPort } from '../ports.mjs';
import { Sentence } from '../sentence.mjs';

const usage =
  'For example: npm run -s fault -- list, on shop-slow, off shop-slow, mend';

async function call(method, path) {
  const url = `http://127.0.0.1:${sandboxPort}/faults${path}`;
  const answer = await fetch(url, {
    method,
    headers: { accept: 'application/json' },
  }).catch(error => {
    throw new Sentence(
      `The sandbox does not answer at ${url} (${
        error.cause?.code ?? error.message
      }). Run 'npm start' first.`,
    );
  });
  const body = await answer.json().catch(() => undefined);
  if (!answer.ok || !Array.isArray(body)) {
    throw new Sentence(
      body?.error ?? `The sandbox answered with status ${answer.status}.`,
    );
  }
  return body;
}

/** Lists, breaks and mends what can go wrong in the sandbox: `npm run -s fault -- on shop-slow`. */
export async function run([verb = 'list', name = '']) {
  const path = name && `/${encodeURIComponent(name)}`;
  const asked = {
    list: () => call('GET', ''),
    mend: () => call('DELETE', ''),
    ...(name && {
      on: () => call('PUT', path),
      off: () => call('DELETE', path),
    }),
  }[verb];
  if (!asked) {
    throw new Sentence(`What about which fault? ${usage}`);
  }
  for (const fault of await asked()) {
    console.log(
      `${fault.since ? 'on ' : 'off'}  ${fault.name.padEnd(20)} ${fault.title}`,
    );
  }
}
