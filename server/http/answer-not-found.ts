import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

const answers = new AsyncLocalStorage<ServerResponse>();

/** Runs the handling of a request, so that a page can tell what became of it. */
export function answeringWith<T>(response: ServerResponse, handle: () => T): T {
  return answers.run(response, handle);
}

/** The page being rendered is about something that is not there: its answer says so to machines too. */
export function answerNotFound(): void {
  const response = answers.getStore();
  if (response && !response.headersSent) response.statusCode = 404;
}
