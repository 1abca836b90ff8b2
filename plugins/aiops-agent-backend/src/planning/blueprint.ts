import { z } from 'zod';

const size = z.record(z.string(), z.union([z.string(), z.number()]));
const sizeName = z.enum(['small', 'medium', 'large']);
const trafficName = z.enum(['low', 'medium', 'high']);
const access = z.enum(['team', 'company', 'public']);
const bounds = z.strictObject({
  minimum: z.union([z.string(), z.number()]),
  maximum: z.union([z.string(), z.number()]),
  default: z.union([z.string(), z.number()]).optional(),
  /** A sentence that says why it can't be more. */
  because: z.string().optional(),
});
const pointer = z.string().startsWith('/');

const setter = z.strictObject({
  /** Name of a value; see `gitops/blueprints/README.md`. */
  from: z.string(),
  file: z.string(),
  document: z.int().min(0).default(0),
  path: z
    .union([pointer, z.array(pointer)])
    .transform(path => (Array.isArray(path) ? path : [path])),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  as: z.literal('string').optional(),
});

const secret = z.union([
  z.strictObject({
    generate: z.literal('password'),
    length: z.int().min(16).max(128).optional(),
  }),
  z.strictObject({ value: z.string() }),
  z.strictObject({ from: z.string() }),
]);

/** What `blueprint.yaml` says. */
export const blueprintSchema = z.strictObject({
  title: z.string(),
  noun: z.string(),
  description: z.string(),
  role: z.enum(['application', 'database', 'cache', 'environment']),
  engine: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  web: z.boolean().default(false),
  image: z.string().optional(),
  needsImage: z.boolean().default(false),
  sizes: z.strictObject({ small: size, medium: size, large: size }),
  /** How many copies run at so much traffic, and the size that it takes. */
  traffic: z
    .partialRecord(
      trafficName,
      z.strictObject({
        replicas: z.int().min(1),
        size: sizeName.optional(),
      }),
    )
    .default({}),
  parameters: z.partialRecord(z.enum(['replicas', 'storage', 'port']), bounds),
  access: z.array(access).default(['team']),
  needs: z.array(
    z.strictObject({
      blueprint: z.string(),
      as: z.string(),
      suffix: z.string(),
    }),
  ),
  health: z.strictObject({ path: z.string().optional() }),
  progress: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum([
        'Namespace',
        'ExternalSecret',
        'Deployment',
        'StatefulSet',
        'Ingress',
      ]),
    }),
  ),
  secrets: z.record(z.string(), secret),
  links: z.array(z.strictObject({ title: z.string(), path: z.string() })),
  /** Files that are there only when there is this value. */
  optional: z
    .array(z.strictObject({ file: z.string(), when: z.string() }))
    .default([]),
  values: z.array(setter),
});

/** A blueprint and its manifests, by the names of their files. */
export interface Blueprint extends z.infer<typeof blueprintSchema> {
  name: string;
  manifests: Map<string, string>;
}

/** How one field of a manifest is filled in. */
export type Setter = Blueprint['values'][number];
