const started = Date.now();

const seconds = () =>
  `${((Date.now() - started) / 1000).toFixed(0)} s`.padStart(5);

/** One line a person sees while they wait. Goes to stderr: stdout is for results. */
export function step(text) {
  process.stderr.write(`${seconds()}  ${text}\n`);
}
