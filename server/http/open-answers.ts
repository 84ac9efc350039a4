import type { Server, ServerResponse } from 'node:http';

/** A server's answers that aren't sent yet, those to sockets aside. */
export class OpenAnswers {
  readonly #open = new Set<ServerResponse>();
  #isClosing = false;
  #emptied: (() => void) | undefined;

  /** Counts the requests from now on; call it before sockets are attached to the server. */
  constructor(server: Server) {
    server.on('request', (_, answer: ServerResponse) => {
      this.#open.add(answer);
      if (this.#isClosing) endConnectionAfter(answer);
      answer.once('close', () => {
        this.#open.delete(answer);
        if (this.#open.size === 0) this.#emptied?.();
      });
    });
  }

  /** Resolves when none is left. Each is the last on its connection from now on, if its head isn't sent yet. */
  async finish(): Promise<void> {
    this.#isClosing = true;
    for (const answer of this.#open) endConnectionAfter(answer);
    if (this.#open.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
  }
}

function endConnectionAfter(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('Connection', 'close');
}
