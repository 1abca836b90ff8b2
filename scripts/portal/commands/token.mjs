import { Browser } from '../browser.mjs';
import { portalUrl } from '../ports.mjs';
import { Sentence } from '../sentence.mjs';

/** Sign-in is for the pages' own origin: the portal's, or `yarn start`'s. */
const origins = [portalUrl, 'http://localhost:3000'];

async function openSignIn(browser) {
  let page;
  for (const origin of origins) {
    const query = new URLSearchParams({
      env: 'development',
      scope: 'openid profile email',
      origin,
    });
    page = await browser
      .open(`${portalUrl}/api/auth/corp/start?${query}`)
      .catch(error => {
        throw new Sentence(
          `The portal does not answer at ${portalUrl} (${
            error.cause?.code ?? error.message
          }). Run 'npm start' first.`,
        );
      });
    if (page.status !== 403) {
      break;
    }
  }
  return page;
}

/**
 * A Backstage token of one of the sandbox's people, through the same sign-in
 * that a browser goes through. It is valid for an hour.
 *
 * @throws Sentence when the portal does not run or nobody has that name.
 */
export async function tokenOf(person) {
  const browser = new Browser();
  const list = await openSignIn(browser);
  const people = [
    ...list.text.matchAll(/name="person"\s+value="([^"]+)"/g),
  ].map(([, name]) => name);
  if (!people.includes(person)) {
    throw new Sentence(
      people.length > 0
        ? `Nobody is called '${person}'. There are: ${people.join(', ')}.`
        : `${portalUrl} does not sign in through the sandbox, so there is no token to be had without a password.`,
    );
  }
  const done = await browser.open(list.url, { person });
  const [, posted] = /decodeURIComponent\('([^']*)'\)/.exec(done.text) ?? [];
  const answer = posted && JSON.parse(decodeURIComponent(posted));
  const token = answer?.response?.backstageIdentity?.token;
  if (!token) {
    throw new Sentence(
      `The portal did not sign ${person} in: ${
        answer?.error?.message ?? `status ${done.status}`
      }`,
    );
  }
  return token;
}

/** Prints a token: `npm run -s token -- maya`. */
export async function run([person]) {
  if (!person) {
    throw new Sentence('Whose token? For example: npm run -s token -- maya');
  }
  console.log(await tokenOf(person));
}
