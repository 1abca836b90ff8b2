import type { ServerResponse } from 'node:http';

/** Markup that is safe as it stands. */
export class SafeHtml {
  constructor(readonly markup: string) {}
}

type Part = string | number | SafeHtml | SafeHtml[] | undefined;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

function render(part: Part): string {
  if (part === undefined) {
    return '';
  }
  if (part instanceof SafeHtml) {
    return part.markup;
  }
  return Array.isArray(part)
    ? part.map(render).join('')
    : escapeHtml(String(part));
}

/** Template tag: everything that is put in is escaped, unless it is `html` itself. */
export function html(
  strings: TemplateStringsArray,
  ...parts: Part[]
): SafeHtml {
  return new SafeHtml(
    strings.reduce(
      (markup, text, index) => markup + render(parts[index - 1]) + text,
    ),
  );
}

/** A page of the sandbox, in the theme of the reader's system. */
export interface Page {
  title: string;
  body: SafeHtml;
  /** Loads itself again after so many seconds. */
  refreshSeconds?: number;
  /** More style, written by us. */
  style?: string;
}

const STYLE = `
:root { color-scheme: light dark; --back: #f6f7f9; --card: #fff; --text: #1b1f24; --muted: #57606a;
  --line: #d8dee4; --accent: #1f5493; --good: #1a7f37; --bad: #b42318; --wait: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --back: #121417; --card: #1c1f24; --text: #eceff2; --muted: #a4adb8; --line: #363c44;
    --accent: #9cc9ff; --good: #6fdd8b; --bad: #ff9b8f; --wait: #f0c060; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
small, .muted { color: var(--muted); }
code, pre { font: .85rem/1.45 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
`;

/** A whole document. */
export function renderPage(page: Page): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${page.refreshSeconds
          ? html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`
          : undefined}
        <title>${page.title}</title>
        <style>
          ${new SafeHtml(STYLE + (page.style ?? ''))}
        </style>
      </head>
      <body>
        ${page.body}
      </body>
    </html> `.markup;
}

/** Answers with a page that runs no scripts and cannot be framed. */
export function sendPage(
  res: ServerResponse,
  status: number,
  page: Page,
): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  res.end(renderPage(page));
}

/** Answers with JSON. */
export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
): void {
  res.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(JSON.stringify(body));
}
