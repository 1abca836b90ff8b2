import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';

/** Most names of one kind that a model is told, so that its context suffices. */
const MOST = 30;

/** The words of a text, in small letters and without what stands between them. */
export const words = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Everything that a value may have been taken from. */
export function saidWords({ text, context }: UnderstandInput): string[] {
  return words(`${text} ${context.entity ?? ''}`);
}

/**
 * Whether somebody may have meant a thing by its name, of which people say a
 * part: "our production site" may be `site-prod`.
 */
function isSaid(name: string, said: string[]): boolean {
  return words(name).some(part => said.some(word => word.startsWith(part)));
}

/** Names of a list that may have been said. */
export function saidNames(names: string[], input: UnderstandInput): string[] {
  const said = saidWords(input);
  return names.filter(name => isSaid(name, said)).slice(0, MOST);
}

/** As many names as a model is told, those that may have been said first. */
export function toldNames(names: string[], input: UnderstandInput): string[] {
  return [...new Set([...saidNames(names, input), ...names])].slice(0, MOST);
}
