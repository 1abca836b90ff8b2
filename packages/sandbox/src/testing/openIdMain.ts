import { startOpenId } from '../openid';
import { readPeople } from '../world';

/** Starts the OpenID provider alone, and says where; for tests, which give a folder and redirect URIs. */
async function main([
  directory,
  port,
  ...redirectUris
]: string[]): Promise<void> {
  const server = await startOpenId({
    people: readPeople(),
    client: {
      clientId: 'portal',
      clientSecret: 'secret',
      redirectUris,
      postLogoutRedirectUris: [],
    },
    places: {
      kubernetes: 'http://127.0.0.1:7101',
      git: 'http://127.0.0.1:7102',
      vault: 'http://127.0.0.1:7103',
    },
    directory,
    host: '127.0.0.1',
    port: Number(port),
    logger: {
      info: message => process.stderr.write(`${message}\n`),
      warn: message => process.stderr.write(`${message}\n`),
      error: (message, error) =>
        process.stderr.write(`${message} ${error?.stack}\n`),
    },
  });
  process.stdout.write(`${server.url}\n`);
  process.stdin.resume();
  process.stdin.once('end', () => server.close().then(() => process.exit(0)));
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
