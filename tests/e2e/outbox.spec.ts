import { expect, test, withServer } from './fixtures.ts';
import { LiveProxy } from './live-proxy.ts';
import type { Person } from './person.ts';
import { goesOffline, isSaved } from './saved-debates.ts';

const server = withServer();

const UNDER = 'c_leverage-works';

let way: LiveProxy;
test.beforeEach(async () => {
  way = await LiveProxy.before(server().origin);
});
test.afterEach(() => way.close());

/** Argues where nothing can be sent. */
async function arguesUnheard(person: Person, ...texts: string[]): Promise<void> {
  const waiting = Number(await person.board.getAttribute('data-pending'));
  await person.select(UNDER);
  for (const text of texts) await person.argue('Support', text);
  await expect(person.board).toHaveAttribute('data-pending', String(waiting + texts.length));
}

/** Returns the number of unsent changes that the person's browser has stored. */
function storedChanges({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    const ended = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await ended(indexedDB.open('parley'));
    const kept = await ended<{ outbox: { pending: unknown[] } }[]>(
      database.transaction('outboxes').objectStore('outboxes').getAll(),
    );
    database.close();
    return kept.reduce((sum, { outbox }) => sum + outbox.pending.length, 0);
  });
}

test('[SY14] unsent changes survive a reload, a closed tab and a crash, and arrive once (F9)', async ({
  newPerson,
  seeded,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann', { origin: way.origin }), newPerson('Ben')]);
  ann.watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  way.cut();
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  await arguesUnheard(ann, 'Written before the reload.');

  await ann.page.reload();
  await ann.show('Outline');
  await expect(ann.claim('Written before the reload.')).toBeVisible();
  await expect(ann.board).toHaveAttribute('data-pending', '1');
  await arguesUnheard(ann, 'Written before the tab was closed.');

  const next = await ann.context.newPage();
  await ann.page.close();
  const again = ann.on(next);
  await again.page.goto(seeded);
  await again.show('Outline');
  await expect(again.claim('Written before the tab was closed.')).toBeVisible();
  await arguesUnheard(again, 'Written before the crash.');

  const last = await ann.inAnotherTab();
  // A crash loses what the browser has not stored yet.
  await expect.poll(() => storedChanges(again)).toBe(3);
  await again.page.goto('chrome://crash').catch(() => undefined);
  await last.page.goto(seeded);
  await last.show('Outline');
  await expect(last.claim('Written before the crash.')).toBeVisible();
  await expect(last.board).toHaveAttribute('data-pending', '3');

  way.restore();
  await last.isSaved();
  for (const text of ['before the reload', 'before the tab was closed', 'before the crash']) {
    await expect(ben.claim(`Written ${text}.`)).toHaveCount(1);
  }
});

test('[SY14] of two tabs each sends its own; neither sends what the other has (F9)', async ({
  newPerson,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann', { origin: way.origin }), newPerson('Ben')]);
  ann.watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  const other = await ann.inAnotherTab();
  await other.open();
  way.cut();
  await Promise.all(
    [ann, other].map(({ board }) => expect(board).toHaveAttribute('data-connection', 'reconnecting')),
  );
  await arguesUnheard(ann, 'From the one tab.');
  await arguesUnheard(other, 'From the other tab.');
  await other.page.reload();
  await other.show('Outline');
  await expect(other.claim('From the other tab.')).toBeVisible();
  await expect(other.claim('From the one tab.')).toHaveCount(0);
  way.restore();
  await Promise.all([ann.isSaved(), other.isSaved()]);
  await expect(ben.claim('From the one tab.')).toHaveCount(1);
  await expect(ben.claim('From the other tab.')).toHaveCount(1);
});

for (const why of ['barred', 'full'] as const) {
  test(`where the browser's storage is ${why}, the page warns while something is unsent (F9)`, async ({
    newPerson,
  }) => {
    const ann = await newPerson('Ann', { origin: way.origin });
    ann.watch.expectLostServer();
    await ann.context.addInitScript((problem) => {
      if (problem === 'barred') {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Storage is barred', 'SecurityError');
        };
      } else {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('Storage is full', 'QuotaExceededError');
        };
      }
    }, why);
    await ann.open();
    await ann.join();
    way.cut();
    await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
    await arguesUnheard(ann, 'Only in this tab.');
    await expect(ann.page.getByRole('banner').getByText('Keep this tab open')).toBeVisible();
    way.restore();
    await ann.isSaved();
    await expect(ann.page.getByText('Keep this tab open')).toHaveCount(0);
  });
}

test('[SY14] a browser closed in the middle of a sentence, without a network, has it when it is opened again', async ({
  newPerson,
  seeded,
}) => {
  const [ann, ben] = await Promise.all([newPerson('Ann', { serviceWorkers: 'allow' }), newPerson('Ben')]);
  ann.watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  await ann.select(UNDER);
  await ann.argue('Support', 'A lever needs a place to stand.');
  await ann.isSaved();
  await expect(ann.board).toHaveAttribute('data-whole', '');
  await isSaved(ann);
  const id = await ann.idOf('A lever needs a place to stand.');
  await ann.select(id);
  await ann.choose('Edit claim');
  await goesOffline(ann);
  await expect(ann.page.getByRole('textbox', { name: 'Claim text' })).toBeFocused();
  await ann.page.keyboard.type(' And somebody wh');
  await expect(ann.board).toHaveAttribute('data-pending', '1');

  const again = await ann.inAnotherTab();
  await ann.page.close();
  await again.page.goto(seeded);
  await again.show('Outline');
  await expect(again.claim('A lever needs a place to stand. And somebody wh')).toBeVisible();
  await again.context.setOffline(false);
  await again.isSaved();
  await expect(ben.claim('A lever needs a place to stand. And somebody wh')).toHaveCount(1);
});
