/** Follows pages as a browser does: keeps cookies by host and follows redirects. */
export class Browser {
  #cookies = new Map();

  async #request(url, form) {
    const { hostname } = new URL(url);
    const jar = this.#cookies.get(hostname) ?? new Map();
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
    // Node 18 has no getSetCookie in its first releases.
    const cookies = response.headers.getSetCookie?.() ?? [
      response.headers.get('set-cookie') ?? '',
    ];
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) {
        jar.set(name, value);
      }
    }
    return response;
  }

  /** The page at the end of the redirects from `url`, `form` posted first. */
  async open(url, form) {
    let current = url;
    let body = form;
    for (let hops = 0; hops < 12; hops++) {
      const response = await this.#request(current, body);
      const location = response.headers.get('location');
      if (!location) {
        return {
          status: response.status,
          url: current,
          text: await response.text(),
        };
      }
      current = new URL(location, current).href;
      body = undefined;
    }
    throw new Error(`Too many redirects from ${url}`);
  }
}
