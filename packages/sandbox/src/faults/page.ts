import { html, type Page } from '../http';
import type { FaultState } from './Faults';

const STYLE = `
ul { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: .75rem; }
li { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; align-items: start;
  background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; }
li.on { border-color: var(--bad); }
h2 { margin: 0; }
li p { margin: .25rem 0 0; color: var(--muted); font-size: .95rem; }
.since { color: var(--bad); font-weight: 600; }
button { font: inherit; cursor: pointer; color: var(--accent); background: transparent; border: 1px solid var(--accent);
  border-radius: 8px; padding: .45rem 1rem; white-space: nowrap; }
button.strong { background: var(--accent); color: var(--card); font-weight: 600; }
button:disabled { cursor: default; color: var(--muted); border-color: var(--line); background: transparent; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.said { border-left: 4px solid var(--bad); padding: .5rem .75rem; background: var(--card); }
`;

/** What the forms send along, so that no other page can. */
export interface FormKey {
  key: string;
}

/** Lists what can go wrong, and what does, each with its switch. */
export function faultsPage(
  faults: FaultState[],
  { key, said }: FormKey & { said?: string },
): Page {
  const on = faults.filter(({ since }) => since);
  return {
    title: 'What goes wrong · The sandbox',
    style: STYLE,
    body: html`<main>
      <p><a href="/">The sandbox</a></p>
      <h1>What goes wrong</h1>
      <p class="muted">
        Break something, then ask the portal about it. What is wrong in Git is
        mended there too; everything can be mended here.
      </p>
      ${said ? html`<p class="said" role="alert">${said}</p>` : undefined}
      <form method="post" action="/faults">
        <input type="hidden" name="key" value="${key}" />
        <p role="status">
          ${on.length
            ? `${on.length} ${
                on.length === 1 ? 'thing is' : 'things are'
              } broken.`
            : 'Nothing is broken from here.'}
        </p>
        <button
          class="strong"
          name="mend"
          value="everything"
          ${on.length ? undefined : html`disabled`}
        >
          Mend everything
        </button>
        <ul>
          ${faults.map(
            fault => html`<li class="${fault.since ? 'on' : 'off'}">
              <div>
                <h2 id="${fault.name}">${fault.title}</h2>
                ${fault.since
                  ? html`<span class="since"
                      >On since ${clockTime(fault.since)} UTC</span
                    >`
                  : undefined}
                <p>${fault.about}</p>
              </div>
              <button
                name="${fault.since ? 'off' : 'on'}"
                value="${fault.name}"
                aria-describedby="${fault.name}"
              >
                ${fault.since ? 'Mend it' : 'Break it'}
              </button>
            </li>`,
          )}
        </ul>
      </form>
      <p class="muted">
        By script: <code>npm run -s fault -- list</code>,
        <code>on shop-slow</code>, <code>off shop-slow</code>,
        <code>mend</code>.
      </p>
    </main>`,
  };
}

function clockTime(iso: string): string {
  return iso.slice(11, 16);
}
