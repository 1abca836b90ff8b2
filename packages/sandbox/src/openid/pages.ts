import { html, SafeHtml, type Page } from '../http';
import type { Person } from '../world';

const STYLE = `
main { max-width: 32rem; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: .75rem; }
button { font: inherit; color: inherit; cursor: pointer; }
.person { width: 100%; text-align: left; display: grid; grid-template-columns: 2.75rem 1fr; gap: .1rem .9rem; align-items: center;
  background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.person:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.mark { grid-row: span 2; width: 2.75rem; height: 2.75rem; border-radius: 50%; display: grid; place-items: center;
  background: var(--accent); color: var(--card); font-weight: 600; }
.name { font-weight: 600; } .team { color: var(--muted); font-weight: 400; }
.about { color: var(--muted); font-size: .9rem; line-height: 1.4; }
.yes { background: var(--accent); color: var(--card); border: 0; border-radius: 8px; padding: .6rem 1.2rem; font-weight: 600; }
`;

function initials(person: Person): string {
  return person.displayName
    .split(' ')
    .map(word => word[0])
    .join('');
}

/** Lists the people; one click signs in. */
export function signInPage(action: string, people: Person[]): Page {
  return {
    title: 'Sign in · corp.example.com',
    style: STYLE,
    body: html`<main>
      <h1>Who would you like to be?</h1>
      <p class="muted">
        This is the sign-in of an invented company. Nobody needs a password
        here, and nothing you do leaves this machine.
      </p>
      <form method="post" action="${action}">
        <ul>
          ${people.map(
            person => html`<li>
              <button class="person" name="person" value="${person.name}">
                <span class="mark" aria-hidden="true">${initials(person)}</span>
                <span class="name"
                  >${person.displayName}${person.teams.length
                    ? html`<span class="team">
                        · ${person.teams.join(', ')}</span
                      >`
                    : undefined}</span
                >
                <span class="about">${person.about}</span>
              </button>
            </li>`,
          )}
        </ul>
      </form>
    </main>`,
  };
}

/** Asks whether to sign out; `form` is the provider's own, with its token. */
export function signOutPage(form: string): Page {
  return {
    title: 'Sign out · corp.example.com',
    style: STYLE,
    body: html`<main>
      <h1>Sign out of corp.example.com?</h1>
      <p class="muted">The next sign-in lists the people again.</p>
      ${new SafeHtml(form)}
      <button class="yes" form="op.logoutForm" name="logout" value="yes">
        Sign out
      </button>
    </main>`,
  };
}

/** Says one thing. */
export function messagePage(title: string, message: string): Page {
  return {
    title,
    style: STYLE,
    body: html`<main>
      <h1>${title}</h1>
      <p>${message}</p>
    </main>`,
  };
}
