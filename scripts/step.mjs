/** Prints one line of the launcher, separate from the command's own standard output. */
export function say(text) {
  process.stderr.write(`parley: ${text}\n`);
}

/** Runs one slow step and prints, in a line before and a line after, what it is and how long it took. */
export async function step(doing, done, action) {
  say(`${doing} …`);
  const started = performance.now();
  await action();
  say(`${done} in ${seconds(performance.now() - started)}`);
}

/** Milliseconds in readable form: `0.4 s`, `38 s`. */
export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}
