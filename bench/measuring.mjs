// What the benchmarks share: how long something takes, and how it is printed.

export const print = line => console.log(JSON.stringify(line));

export const round = (number, digits = 2) => Number(number.toFixed(digits));

/** The value that `part` (0 to 1) of the values don't exceed. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)
  ];
}

/** Runs something, and says in milliseconds how long it took. */
export async function timed(run) {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}

/** Runs `count` calls, `width` at a time, and returns how long each took. */
export async function load(count, width, call) {
  const times = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next++;
      times.push((await timed(() => call(index))).ms);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return times;
}

/** Asks `probe` until it answers with something true. */
export async function until(what, probe, seconds = 300) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await probe();
    if (answer) {
      return answer;
    }
    if (performance.now() > end) {
      throw new Error(`${what}: not within ${seconds} s`);
    }
    await new Promise(done => setTimeout(done, 250));
  }
}
