import type { StatusCause } from '../resources/status';

/** Collects what is wrong with an object, in the words of Kubernetes. */
export class Problems {
  readonly causes: StatusCause[] = [];

  /** A field that must be there. */
  required(field: string, detail = ''): void {
    this.add(
      'FieldValueRequired',
      field,
      `Required value${detail && `: ${detail}`}`,
    );
  }

  /** A value that isn't allowed. */
  invalid(field: string, value: unknown, detail: string): void {
    this.add(
      'FieldValueInvalid',
      field,
      `Invalid value: ${show(value)}: ${detail}`,
    );
  }

  /** A change or field that is never allowed here. */
  forbidden(field: string, detail: string): void {
    this.add('FieldValueForbidden', field, `Forbidden: ${detail}`);
  }

  /** A value that is none of a list. */
  unsupported(field: string, value: unknown, supported: string[]): void {
    this.add(
      'FieldValueNotSupported',
      field,
      `Unsupported value: ${show(value)}: supported values: ${supported
        .map(one => JSON.stringify(one))
        .join(', ')}`,
    );
  }

  /** Two things with one name. */
  duplicate(field: string, value: unknown): void {
    this.add('FieldValueDuplicate', field, `Duplicate value: ${show(value)}`);
  }

  /** A name that leads nowhere. */
  notFound(field: string, value: unknown): void {
    this.add('FieldValueNotFound', field, `Not found: ${show(value)}`);
  }

  private add(reason: string, field: string, message: string): void {
    this.causes.push({ reason, message, field });
  }
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
