import type { BrowserContext, Page } from '@playwright/test';

/** Errors on one person's pages, and those a test expects. */
export interface Watch {
  readonly problems: readonly string[];
  /** The server goes away on purpose: failed requests to it are no problem from now on. */
  expectLostServer(): void;
  /** Errors that say this are no problem from now on. */
  expectError(said: RegExp): void;
}

/**
 * Notes each error a page throws or logs, and each request to anyone but `origin`: Parley calls nobody else, ever.
 */
export function watchPages(context: BrowserContext, origin: string): Watch {
  const problems: string[] = [];
  const expected: RegExp[] = [];
  const ours = new URL(origin).host;
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== ours) problems.push(`asked ${request.url()}`);
  });
  context.on('weberror', (error) => problems.push(`page error: ${error.error().stack ?? ''}`));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const said = `${message.text()} (${message.location().url})`;
    if (expected.some((pattern) => pattern.test(said))) return;
    problems.push(`console error: ${said}`);
  });
  context.on('page', (page) => watchSockets(page, ours, problems));
  return {
    problems,
    expectLostServer: () => void expected.push(LOST_SERVER),
    expectError: (said) => void expected.push(said),
  };
}

function watchSockets(page: Page, ours: string, problems: string[]): void {
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== ours) problems.push(`opened a socket to ${socket.url()}`);
  });
}

// A service worker that gets no answer has none to give: FAILED.
const LOST_SERVER =
  /net::ERR_(FAILED|CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INTERNET_DISCONNECTED|ABORTED)|WebSocket connection to/;
