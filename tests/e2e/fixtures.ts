import { type BrowserContextOptions, test as base, expect, type Locator, type Page } from '@playwright/test';
import { ParleyProcess } from './parley-process.ts';
import { Person } from './person.ts';
import { watchPages } from './watch-page.ts';

interface Fixtures {
  /** A new person with a browser of their own. Errors on their pages fail the test. */
  newPerson: (name: string, options?: BrowserContextOptions & { origin?: string }) => Promise<Person>;
}

/** The server of a test file, started before its first test and stopped after its last. */
let current: ParleyProcess | null = null;

/** Gives a test file a server of its own; see `ParleyProcess.start`. */
export function withServer(...parts: Parameters<typeof ParleyProcess.start>): () => ParleyProcess {
  test.beforeAll(async () => {
    current = await ParleyProcess.start(...parts);
  });
  test.afterAll(async () => {
    await current?.stop();
    current = null;
  });
  return () => {
    if (current === null) throw new Error('The server has not started');
    return current;
  };
}

export const test = base.extend<Fixtures>({
  newPerson: async ({ browser, contextOptions }, use) => {
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
      const person = new Person(name, context, watch, await context.newPage());
      people.push(person);
      return person;
    });
    for (const { name, watch } of people) expect(watch.problems, `on the pages of ${name}`).toEqual([]);
    await Promise.all(people.map(({ context }) => context.close()));
  },
});

export { expect, type Locator, type Page };
