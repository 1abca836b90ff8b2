/** Follows pages as a browser does: keeps cookies, by host, and redirects itself. */
export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** One request, redirects not followed. */
  async request(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; location?: string; text: string }> {
    const { hostname } = new URL(url);
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>();
    this.#cookies.set(hostname, jar);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      body: form && new URLSearchParams(form),
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value && !/expires=thu, 01 jan 1970/i.test(cookie)) {
        jar.set(name, value);
      } else {
        jar.delete(name);
      }
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location ? new URL(location, url).href : undefined,
      text: await response.text(),
    };
  }

  /** Follows redirects until a page comes, or until one leads to `stopAt`. */
  async follow(
    url: string,
    form?: Record<string, string>,
    stopAt?: string,
  ): Promise<{ status: number; url: string; text: string }> {
    let current = url;
    let body = form;
    for (let hops = 0; hops < 10; hops++) {
      if (stopAt && current.startsWith(stopAt)) {
        return { status: 0, url: current, text: '' };
      }
      const answer = await this.request(current, body);
      const submitted = selfSubmittingForm(answer.text);
      if (submitted) {
        current = new URL(submitted.action, current).href;
        body = submitted.fields;
        continue;
      }
      if (!answer.location) {
        return { status: answer.status, url: current, text: answer.text };
      }
      current = answer.location;
      body = undefined;
    }
    throw new Error(`Too many redirects from ${url}`);
  }
}

/** The form of a page whose script submits it at once. */
function selfSubmittingForm(page: string) {
  const action =
    /document\.forms\[0\]\.submit\(\)[^]*<form method="post" action="([^"]*)"/.exec(
      page,
    );
  if (!action) {
    return undefined;
  }
  const fields = [
    ...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g),
  ];
  return {
    action: action[1],
    fields: Object.fromEntries(fields.map(([, name, value]) => [name, value])),
  };
}
