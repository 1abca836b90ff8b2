import { listPermissions } from './list-permissions';
import { ask } from './testing/ask';
import { PEOPLE } from './testing/people';
import { World } from './testing/world';

const { ada, dev, lena, maya } = PEOPLE;

describe('who has access', () => {
  it('is names and what they may, for the environment and its sites', async () => {
    const { answer } = await ask(new World(), lena, listPermissions, {
      target: 'marketing-prod',
    });
    expect(answer).toMatchObject({
      text: '**marketing-prod** is for production and belongs to the team **marketing**: Lena and Maya. Ada administers the platform and reaches everything. Vic may look.',
      items: [
        {
          title: 'Lena',
          subtitle:
            'leads the team · may scale and fix it; other changes need somebody else to agree · agrees to what others ask for',
          entityRef: 'user:default/lena',
        },
        {
          title: 'Maya',
          subtitle:
            'in the team · may scale and fix it; other changes need somebody else to agree',
        },
        {
          title: 'Ada',
          subtitle: expect.stringMatching(/^administers the platform/),
        },
        { title: 'Vic', subtitle: 'not in the team · may look' },
        {
          title: 'marketing-web',
          subtitle:
            'its site opens for everyone on the internet: www.corp.example.com',
          tone: 'warning',
        },
      ],
      details: [],
    });
  });

  it('shows developers names and roles, and admins bindings and policies too', async () => {
    const details = async (person: typeof dev) =>
      (
        await ask(new World(), person, listPermissions, {
          target: 'checkout-api',
        })
      ).answer?.details ?? [];
    const [roles, ...rest] = await details(dev);
    expect(roles.body).toContain(
      'user:default/dev  role view, changes with-approval, fixes alone',
    );
    expect(rest).toEqual([]);
    const [, bindings, policies] = await details(ada);
    expect(bindings.body).toContain(
      'team: Group/shop -> ClusterRole/view  (k8s-manifests/platform/environments/shop-prod/role-bindings.yaml)',
    );
    expect(policies.body).toContain('members-change-their-own');
    expect(policies.body).toContain('production-changes');
  });

  it('stays unseen where the asker sees nothing', async () => {
    const { missing } = await ask(new World(), maya, listPermissions, {
      target: 'shop-prod',
    });
    expect(missing).toMatchObject([
      {
        parameter: 'target',
        text: expect.stringMatching(
          /^I don't know anything called "shop-prod"/,
        ),
      },
    ]);
    expect(JSON.stringify(missing[0].choices)).not.toContain('shop');
  });
});
