import { fillGoTemplate, fillPlainTemplate } from './goTemplate';

const values = {
  path: {
    basename: 'shop-prod',
    segments: ['k8s-manifests', 'apps', 'shop-prod'],
  },
  metadata: { labels: { tier: 'prod', 'a.b/c': 'x' } },
};
const fill = (template: string) => fillGoTemplate(template, values);

describe('the templates of ApplicationSets', () => {
  it.each([
    ['env-{{.path.basename}}', 'env-shop-prod'],
    ['{{ index .path.segments 2 | upper | trimSuffix "-PROD" }}', 'SHOP'],
    ['{{ index .metadata.labels "a.b/c" }}', 'x'],
    ['{{ .missing | default "none" }}', 'none'],
    [
      '{{ if and (eq .metadata.labels.tier "prod") (not .missing) }}a{{ else }}b{{ end }}',
      'a',
    ],
    [
      '{{ if .missing }}a{{ else if hasSuffix "-prod" .path.basename }}b{{ else }}c{{ end }}d',
      'bd',
    ],
    [
      '{{ if .missing }}{{ if true }}x{{ end }}{{ .missing.more }}{{ end }}y',
      'y',
    ],
    ['a\n  {{- if true }}\nb\n{{- end }}\nc', 'a\nb\nc'],
    [
      '{{ $t := dig "metadata" "labels" "tier" "none" . }}{{ $t }}{{ $.path.basename }}',
      'prodshop-prod',
    ],
    ['{{/* said */}}{{ quote "a\\"b | (c" }}', '"a\\"b | (c"'],
  ])('fill %s', (template, expected) => {
    expect(fill(template)).toBe(expected);
  });

  it.each([
    ['{{ .path.nothing }}', 'map has no entry for key "nothing"'],
    ['{{ frobnicate .path }}', 'function "frobnicate" not defined'],
    ['{{ $x }}', 'undefined variable "$x"'],
    ['{{ if true }}a', '{{if}} without {{end}}'],
    ['a{{ end }}', 'unexpected {{end}}'],
    ['{{ .constructor }}', 'map has no entry'],
  ])('say what is wrong with %s', (template, message) => {
    expect(() => fill(template)).toThrow(message);
  });

  it('leave alone what the older form does not know', () => {
    expect(
      fillPlainTemplate('{{path.basename}}-{{other}}', {
        'path.basename': 'a',
      }),
    ).toBe('a-{{other}}');
  });
});
