import {
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  validate,
  type DetailedError,
} from '@cedar-policy/cedar-wasm/nodejs';

/** What a rule says of itself. */
export interface PolicyNotes {
  /** What people read when it forbids. */
  says?: string;
  /** How many others must agree where it forbids executing. */
  approvals: number;
}

/** Rules that fit their schema, loaded into Cedar under a name. */
export interface CompiledPolicies {
  name: string;
  notes: Map<string, PolicyNotes>;
}

/** Where the rules are in the platform repository. */
const SCHEMA_FILE = 'policies/schema.cedarschema';
const POLICY_FILE = /^policies\/[^/]+\.cedar$/;

const messages = (errors: DetailedError[]) =>
  errors.map(({ message }) => message).join('; ');

/** A mistake in the rules. It names the file, for administrators. */
export class PolicyMistake extends Error {}

interface ReadPolicy {
  text: string;
  notes: PolicyNotes;
}

function readFile(path: string, content: string): Map<string, ReadPolicy> {
  const parts = policySetTextToParts(content);
  if (parts.type === 'failure') {
    throw new PolicyMistake(`${path}: ${messages(parts.errors)}`);
  }
  if (parts.policy_templates.length > 0) {
    throw new PolicyMistake(`${path}: templates are not supported`);
  }
  const policies = new Map<string, ReadPolicy>();
  for (const text of parts.policies) {
    const answer = policyToJson(text);
    if (answer.type === 'failure') {
      throw new PolicyMistake(`${path}: ${messages(answer.errors)}`);
    }
    const { id, says, approvals = '1' } = answer.json.annotations ?? {};
    if (!id || policies.has(id)) {
      throw new PolicyMistake(`${path}: every rule needs an @id of its own`);
    }
    if (!/^[1-9]$/.test(approvals)) {
      throw new PolicyMistake(`${path}: @approvals of ${id} is from 1 to 9`);
    }
    policies.set(id, { text, notes: { says, approvals: Number(approvals) } });
  }
  return policies;
}

/**
 * Reads, checks and loads the rules of a commit.
 *
 * @param name - Loads them under this name, replacing what had it.
 * @throws PolicyMistake when there are none, or one of them doesn't fit the
 * schema; then nothing may be allowed.
 */
export function compilePolicies(
  files: ReadonlyMap<string, string>,
  name: string,
): CompiledPolicies {
  const schema = files.get(SCHEMA_FILE);
  if (schema === undefined) {
    throw new PolicyMistake(`${SCHEMA_FILE} is missing`);
  }
  const policies = new Map<string, ReadPolicy>();
  for (const [path, content] of [...files].sort()) {
    if (!POLICY_FILE.test(path)) {
      continue;
    }
    for (const [id, policy] of readFile(path, content)) {
      if (policies.has(id)) {
        throw new PolicyMistake(`${path}: the id ${id} is taken already`);
      }
      policies.set(id, policy);
    }
  }
  if (policies.size === 0) {
    throw new PolicyMistake('There are no rules in policies/');
  }
  const policySet = {
    staticPolicies: Object.fromEntries(
      [...policies].map(([id, { text }]) => [id, text]),
    ),
  };
  const checked = validate({ schema, policies: policySet });
  if (checked.type === 'failure') {
    throw new PolicyMistake(messages(checked.errors));
  }
  if (checked.validationErrors.length > 0) {
    const [{ policyId, error }] = checked.validationErrors;
    throw new PolicyMistake(`The rule ${policyId}: ${error.message}`);
  }
  for (const loaded of [
    preparseSchema(name, schema),
    preparsePolicySet(name, policySet),
  ]) {
    if (loaded.type === 'failure') {
      throw new PolicyMistake(messages(loaded.errors));
    }
  }
  return {
    name,
    notes: new Map([...policies].map(([id, { notes }]) => [id, notes])),
  };
}
