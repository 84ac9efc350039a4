import { type BrowserContextOptions, test as base, expect, type Locator, type Page } from '@playwright/test';
import { ParleyProcess, type ProcessOptions } from './parley-process.ts';
import { Person } from './person.ts';
import { watchPages } from './watch-page.ts';

export interface Fixtures {
  /** A new person with a browser of their own. Errors on their pages fail the test. */
  newPerson: (name: string, options?: BrowserContextOptions & { origin?: string }) => Promise<Person>;
  /** The path of the debate Parley opens with, which this story has for itself: on a shared server a copy of it. */
  seeded: string;
  /** Makes that copy when it is first asked for. */
  copySeeded: () => Promise<string>;
}

/** The server of the test file that runs. */
let current: ParleyProcess | null = null;
/** The server that the stories of this worker share; it ends with the worker. */
let shared: Promise<ParleyProcess> | null = null;

/**
 * Gives a test file a server: with options one of its own, started before its first test and stopped after its last; without any
 * the one that all such files share. On that one others have left debates and people behind: lists are longer than one made them.
 */
export function withServer(options?: ProcessOptions): () => ParleyProcess {
  test.beforeAll(async () => {
    if (options === undefined) shared ??= ParleyProcess.start({ copies: true });
    current = await (options === undefined ? shared : ParleyProcess.start(options));
  });
  test.afterAll(async () => {
    if (options !== undefined) await current?.stop();
    current = null;
  });
  return serverNow;
}

function serverNow(): ParleyProcess {
  if (current === null) throw new Error('The server has not started');
  return current;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture asks for.
  copySeeded: async ({}, use) => {
    let copy: Promise<string> | null = null;
    await use(() => {
      copy ??= serverNow().copySeeded();
      return copy;
    });
  },
  seeded: async ({ copySeeded }, use) => use(await copySeeded()),
  newPerson: async ({ browser, contextOptions, copySeeded }, use) => {
    const people: Person[] = [];
    await use(async (name, { origin: asked, ...options } = {}) => {
      const origin = asked ?? current?.origin ?? '';
      const context = await browser.newContext({
        ...contextOptions,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        // Requests of theirs cannot be watched; the stories of offline pages allow them.
        serviceWorkers: 'block',
        baseURL: origin,
        ...options,
      });
      const watch = watchPages(context, origin);
      const person = new Person(name, context, watch, await context.newPage(), copySeeded);
      people.push(person);
      return person;
    });
    for (const { name, watch } of people) expect(watch.problems, `on the pages of ${name}`).toEqual([]);
    await Promise.all(people.map(({ context }) => context.close()));
  },
});

export { expect, type Locator, type Page };
