let prepare: () => Promise<unknown> = async () => {};

/** Sets what is loaded before the debate is printed. */
export function preparePrintingBy(load: () => Promise<unknown>): void {
  prepare = load;
}

/** Prints the debate once what is printed is loaded; if the server is unreachable, the page as it is. */
export async function printDebate(): Promise<void> {
  await prepare().catch(() => {});
  window.print();
}
