import { extendEnvironment } from '../extend-environment';
import { grantAccess } from '../grant-access';
import { provisionInfrastructure } from '../provision-infrastructure';
import { ask } from '../testing/ask';
import { PEOPLE } from '../testing/people';
import { World } from '../testing/world';

const { dev, maya } = PEOPLE;

describe('a wish that nothing can be done about yet', () => {
  it('is asked about in one message, then answered with who can', async () => {
    const world = new World();
    const asked = await ask(world, dev, grantAccess, { role: 'viewer' });
    expect(asked.missing.map(({ parameter }) => parameter)).toEqual([
      'subject',
      'target',
    ]);
    const { answer, params } = await ask(world, maya, grantAccess, {
      subject: 'anna',
      target: 'marketing-prod',
      role: 'viewer',
    });
    expect(params).toMatchObject({ target: 'marketing-prod' });
    expect(answer?.text).toMatch(
      /can't do that yet \(Give somebody access\), so nothing was changed\. .*Lena.* can\./,
    );
    expect(answer?.facts).toContainEqual({ label: 'subject', value: 'anna' });
  });

  it('knows the environment of the page, and names nothing that is unknown', async () => {
    const world = new World();
    const { params, missing } = await ask(
      world,
      dev,
      extendEnvironment,
      {},
      'system:default/shop-staging',
    );
    expect(params).toEqual({ environment: 'shop-staging' });
    expect(missing).toMatchObject([{ parameter: 'ttl' }]);
    const unknown = await ask(world, dev, extendEnvironment, {
      environment: 'nowhere',
      ttl: 'P1W',
    });
    expect(unknown.missing[0].text).toContain('"nowhere"');
  });

  it('is for the administrators where no team decides', async () => {
    const { answer } = await ask(new World(), dev, provisionInfrastructure, {
      resource: 'node',
    });
    expect(answer?.text).toContain('Ada can.');
  });
});
