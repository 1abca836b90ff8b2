import { html, type Page, type SafeHtml } from '../http';
import type { Site } from './sites';

const STYLE = `
.cover { background: #1f5493; color: #fff; padding: 4rem 1rem; text-align: center; }
.cover h1 { font-size: 2.2rem; margin: 0; } .cover p { margin: .5rem 0 0; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.5rem; margin: 0 0 1.5rem; }
article h2 { margin: 0 0 .25rem; } article p:last-child { margin: 0; }
.serif { font-family: Georgia, serif; }
.wait { color: var(--wait); } .bad { color: var(--bad); }
@keyframes turn { to { transform: rotate(1turn); } }
.spin { width: 2rem; height: 2rem; border: 3px solid var(--line); border-top-color: var(--accent); border-radius: 50%;
  animation: turn 1s linear infinite; margin-bottom: 1rem; }
@media (prefers-reduced-motion: reduce) { .spin { animation: none; } }
`;

/** How soon a page that waits looks again. */
const LOOK_AGAIN_SECONDS = 2;

/** What a host shows, and with which status. */
export function sitePage(site: Site): { status: number; page: Page } {
  switch (site.state) {
    case 'ready':
      return {
        status: 200,
        page: { title: site.title, style: STYLE, body: ready(site) },
      };
    case 'starting':
      return {
        status: 503,
        page: {
          title: `${site.title} is starting`,
          style: STYLE,
          refreshSeconds: LOOK_AGAIN_SECONDS,
          body: html`<main>
            <div class="spin" aria-hidden="true"></div>
            <h1>${site.title} is starting</h1>
            <p role="status">
              This page opens by itself as soon as it answers.
            </p>
            ${facts(site)}
          </main>`,
        },
      };
    case 'asleep':
      return {
        status: 503,
        page: {
          title: `${site.title} is asleep`,
          style: STYLE,
          body: html`<main>
            <h1>${site.title} is asleep</h1>
            <p>
              Nothing runs at the moment, and its data is kept. Ask the
              assistant in the portal to wake it.
            </p>
            ${facts(site)}
          </main>`,
        },
      };
    default:
      return {
        status: 503,
        page: {
          title: `Nothing answers at ${site.host}`,
          style: STYLE,
          body: html`<main>
            <h1>Nothing answers here yet</h1>
            <p>
              The address <code>${site.host}</code> is set up, but no
              application is behind it.
            </p>
            ${facts(site)}
          </main>`,
        },
      };
  }
}

/** Lists the hosts that there are. */
export function unknownHostPage(
  host: string,
  hosts: string[],
  port: number,
): Page {
  return {
    title: 'No such address',
    style: STYLE,
    body: html`<main>
      <h1>
        ${host
          ? html`There is nothing at <code>${host}</code>`
          : 'The addresses of the sandbox'}
      </h1>
      ${hosts.length
        ? html`<p>These addresses exist:</p>
            <ul>
              ${hosts.map(
                one =>
                  html`<li>
                    <a href="http://${one}.localhost:${port}/">${one}</a>
                  </li>`,
              )}
            </ul>`
        : html`<p>No application has an address yet.</p>`}
    </main>`,
  };
}

function ready(site: Site): SafeHtml {
  const name = html`<h1>${site.title}</h1>`;
  switch (site.looks) {
    case 'wordpress':
      return html`<header class="cover">
          ${name}
          <p>Just another WordPress site</p>
        </header>
        <main>
          <article>
            <h2>Hello world!</h2>
            <p>
              Welcome to ${site.title}. This is the first post: edit or delete
              it, then start writing.
            </p>
          </article>
          ${facts(site)}
        </main>`;
    case 'ghost':
      return html`<header class="cover serif">
          ${name}
          <p>Thoughts, stories and ideas</p>
        </header>
        <main class="serif">
          <article>
            <h2>Coming soon</h2>
            <p>
              This is ${site.title}, a brand new publication. Things will be up
              and running here shortly.
            </p>
          </article>
          ${facts(site)}
        </main>`;
    default:
      return html`<header class="cover">${name}</header>
        <main>
          <article>
            <h2>It works</h2>
            <p>${site.title} is running and answers.</p>
          </article>
          ${facts(site)}
        </main>`;
  }
}

function facts(site: Site): SafeHtml {
  return html`<section aria-label="What runs here">
    <p class="muted">The sandbox shows what would run here.</p>
    <dl>
      <dt>Address</dt>
      <dd>${site.host}</dd>
      <dt>Environment</dt>
      <dd>${site.environment}</dd>
      <dt>Application</dt>
      <dd>${site.application}</dd>
      ${site.image
        ? html`<dt>Image</dt>
            <dd><code>${site.image}</code></dd>`
        : undefined}
    </dl>
  </section>`;
}
