// The path of a message reads in the folders of aiops-agent-backend, and
// imports run one way along it (docs/decisions/0001-one-way-along-the-path.md).
const path = [
  'language',
  'conversation',
  'intents',
  'planning',
  'policy',
  'changes',
  'gitops',
  'cluster',
];
const beside = [
  'identity',
  'cost',
  'quota',
  'diagnosis',
  'secrets',
  'audit',
  'words',
];
const src = '^plugins/aiops-agent-backend/src';
// A type names a contract and makes nothing run the other way.
const atRunTime = { dependencyTypesNot: ['type-only'] };
const notTests =
  '\\.test\\.tsx?$|\\.fixture\\.ts$|/(testing|__testUtils__|eval)/';

module.exports = {
  forbidden: [
    ...path.slice(1).map((step, index) => ({
      name: `${step}-does-not-call-back`,
      comment: `'${step}' comes after '${path
        .slice(0, index + 1)
        .join("', '")}' on the path; have the function handed in by plugin.ts.`,
      severity: 'error',
      from: { path: `${src}/${step}/`, pathNot: notTests },
      to: {
        path: `${src}/(${path.slice(0, index + 1).join('|')})/`,
        ...atRunTime,
      },
    })),
    {
      name: 'beside-the-path-uses-no-step',
      severity: 'error',
      from: { path: `${src}/(${beside.join('|')})/`, pathNot: notTests },
      to: { path: `${src}/(${path.join('|')})/`, ...atRunTime },
    },
    {
      name: 'only-the-plugin-knows-the-doors',
      severity: 'error',
      from: { path: `${src}/(${[...path, ...beside].join('|')})/` },
      to: { path: `${src}/doors/` },
    },
    {
      name: 'nothing-depends-on-the-sandbox',
      severity: 'error',
      from: {
        path: '^(packages|plugins)/',
        pathNot: ['^packages/sandbox/', notTests],
      },
      to: { path: '^packages/sandbox/' },
    },
    {
      name: 'the-sandbox-depends-on-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/sandbox/' },
      to: { path: '^(plugins/|packages/(app|backend)/)' },
    },
    {
      name: 'frontend-and-backend-meet-in-common',
      severity: 'error',
      from: { path: '^(plugins/aiops-agent|packages/app)/' },
      to: { path: '^plugins/aiops-agent-(backend|node)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: atRunTime },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
