import { z } from 'zod';
import type { Extractor } from '../types';
import { firstOf } from './match';

/** The allowed words of a parameter, when it is a choice of words. */
export function optionsOf(schema: unknown): string[] | undefined {
  let inner: unknown = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.unwrap();
  }
  return inner instanceof z.ZodEnum ? inner.options.map(String) : undefined;
}

/** Any of a choice of words, said as they are written. */
export function choiceOf(options: string[]): Extractor {
  return reading =>
    firstOf(
      reading,
      options.map((option): [RegExp, string] => [
        new RegExp(
          `\\b${option
            .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
            .replace(/[-_]/g, '[ _-]')}\\b`,
        ),
        option,
      ]),
    );
}
