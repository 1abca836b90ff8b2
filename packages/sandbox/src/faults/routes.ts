import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLargeError, readBody, sendJson, sendPage } from '../http';
import { FaultError, type Faults } from './Faults';
import { faultsPage } from './page';

const LARGEST_BODY = 4_096;

/** Answers what concerns faults; false for other paths. */
export type FaultRoutes = (
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
) => Promise<boolean>;

/**
 * `GET /faults` as a page, or as JSON for whoever accepts that; `POST /faults`
 * from the page's forms, which carry a key that only the page knows; and
 * `PUT` and `DELETE` of `/faults/<name>` and `DELETE /faults` for scripts,
 * which pages of other origins can't send without asking first.
 */
export function faultRoutes(faults: Faults): FaultRoutes {
  const key = randomBytes(24).toString('base64url');

  const show = async (
    res: ServerResponse,
    status: number,
    said?: string,
  ): Promise<void> =>
    sendPage(res, status, faultsPage(await faults.list(), { key, said }));

  const submit = async (req: IncomingMessage, res: ServerResponse) => {
    const form = new URLSearchParams(await readBody(req, LARGEST_BODY));
    if (!same(form.get('key') ?? '', key)) {
      await show(
        res,
        403,
        'This page was of an earlier start of the sandbox, so nothing was changed. Try again now.',
      );
      return;
    }
    if (form.has('mend')) {
      await faults.mendEverything();
    } else {
      await faults.switch(
        form.get('on') ?? form.get('off') ?? '',
        form.has('on'),
      );
    }
    res.writeHead(303, { location: '/faults' });
    res.end();
  };

  const act = async (req: IncomingMessage, name: string | undefined) => {
    if (name) {
      await faults.switch(name, req.method === 'PUT');
    } else {
      await faults.mendEverything();
    }
  };

  return async (req, res, path) => {
    const [, name] = /^\/faults(?:\/([\w-]+))?$/.exec(path) ?? [];
    if (path !== '/faults' && !name) {
      return false;
    }
    const asJson = /\bapplication\/json\b/.test(req.headers.accept ?? '');
    const submits = req.method === 'POST' && !name;
    try {
      if (submits) {
        await submit(req, res);
      } else if (
        req.method === 'DELETE' ||
        (req.method === 'PUT' && name !== undefined)
      ) {
        await act(req, name);
        sendJson(res, 200, await faults.list());
      } else if (req.method === 'GET' && asJson) {
        sendJson(res, 200, await faults.list());
      } else if (req.method === 'GET' && !name) {
        await show(res, 200);
      } else {
        res.writeHead(405, { allow: 'GET, POST, PUT, DELETE' });
        res.end();
      }
    } catch (error) {
      if (
        !(error instanceof FaultError || error instanceof BodyTooLargeError)
      ) {
        throw error;
      }
      if (submits) {
        await show(res, 409, error.message);
      } else {
        sendJson(res, 409, { error: error.message });
      }
    }
    return true;
  };
}

function same(a: string, b: string): boolean {
  return (
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
  );
}
