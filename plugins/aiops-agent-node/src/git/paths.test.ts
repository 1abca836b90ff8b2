import { checkPath } from './paths';

describe('checkPath', () => {
  it.each([
    '../outside',
    'k8s-manifests/../policies/x.cedar',
    'k8s-manifests/.. /policies/x.cedar',
    '/etc/passwd',
    'k8s-manifests//x',
    'k8s-manifests/.git/hooks/pre-push',
    'k8s-manifests/.GIT./config',
    'k8s-manifests/.g\u200cit/config',
    'k8s-manifests/GIT~1/config',
    'k8s-manifests\\x',
    'k8s-manifests/C:x',
    'k8s-manifests/a\nb',
    'k8s-manifests/a\0b',
    `k8s-manifests/${'x'.repeat(1100)}`,
    'k8s-manifests',
    'k8s-manifests/',
    'K8S-manifests/x',
    'policies/x.cedar',
    'argo-apps/x.yaml',
    'README.md',
    '',
  ])('refuses %j', path => {
    expect(() => checkPath(path)).toThrow(/is not a path|lies outside/);
  });

  it('accepts manifests, and guarded folders where they are asked for', () => {
    checkPath('k8s-manifests/apps/shop-prod/web/deployment.yaml');
    checkPath('k8s-manifests/apps/shop-prod/web/.gitkeep');
    checkPath('k8s-manifests/apps/shop-prod/web/ein schöner Name.yaml');
    checkPath('policies/quotas.yaml', ['policies']);
    expect(() => checkPath('argo-apps/x.yaml', ['policies'])).toThrow(
      'lies outside',
    );
  });
});
