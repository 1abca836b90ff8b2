/**
 * The assistant's backend: from a sentence to a live change through Git.
 *
 * @packageDocumentation
 */
export { aiopsAgentPlugin as default } from './plugin';
