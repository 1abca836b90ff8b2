import { createServer } from 'node:net';
import { Sentence } from './sentence.mjs';

/** Where the portal answers. */
export const portalPort = Number(process.env.AIOPS_PORT ?? 7007);

/** The first of the sandbox's ports: control, Kubernetes, Git, Vault, sign-in, web. */
export const sandboxPort = Number(process.env.AIOPS_SANDBOX_PORT ?? 7100);

export const portalUrl = `http://localhost:${portalPort}`;

const sandboxParts = [
  'control page',
  'Kubernetes API',
  'Git server',
  'Vault',
  'sign-in',
  'web',
];

/** All ports a start needs, with the words for each. */
export function neededPorts({ sandbox }) {
  const ports = [
    { port: portalPort, what: 'the portal', variable: 'AIOPS_PORT' },
  ];
  if (sandbox) {
    sandboxParts.forEach((part, index) =>
      ports.push({
        port: sandboxPort + index,
        what: `the sandbox's ${part}`,
        variable: 'AIOPS_SANDBOX_PORT',
      }),
    );
  }
  return ports;
}

/** @throws Sentence that names the busy port and how to choose another. */
export async function assertFree(ports) {
  for (const { port, what, variable } of ports) {
    if (!(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Sentence(
        `${variable} must be a port number between 1 and 65535. Nothing was started.`,
      );
    }
    const busy = await new Promise((done, fail) => {
      const probe = createServer();
      probe.once('error', error =>
        error.code === 'EADDRINUSE' ? done(true) : fail(error),
      );
      probe.listen(port, '127.0.0.1', () => probe.close(() => done(false)));
    });
    if (busy) {
      throw new Sentence(
        `Port ${port}, which ${what} needs, is in use by another program (perhaps another 'npm start'). ` +
          `Nothing was started. Stop that program, or choose another port: ${variable}=${
            port + 1000
          } npm start`,
      );
    }
  }
}
