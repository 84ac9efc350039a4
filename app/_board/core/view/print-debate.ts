/** Milliseconds that printing waits for what it needs. */
const PATIENCE = 5_000;

let prepare: () => Promise<unknown> = async () => {};

/** Sets how to load what is printed. */
export function setPrintLoader(load: () => Promise<unknown>): void {
  prepare = load;
}

/** Prints the debate once what is printed is loaded; if the server is unreachable or slow, the page as it is. */
export async function printDebate(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([prepare().catch(() => {}), late]);
  window.print();
}
