import { expect, test, withServer } from './fixtures.ts';
import { LiveProxy } from './live-proxy.ts';

const server = withServer();

test('a page older than the server keeps what is unsent, offers to reload, and the new page sends it (I11)', async ({
  newPerson,
}) => {
  const way = await LiveProxy.before(server().origin);
  const [ann, ben] = await Promise.all([newPerson('Ann', { origin: way.origin }), newPerson('Ben')]);
  ann.watch.expectLostServer();
  await Promise.all([ann.open(), ben.open()]);
  await ann.join();
  way.cut();
  await expect(ann.board).toHaveAttribute('data-connection', 'reconnecting');
  await ann.select('c_leverage-works');
  await ann.argue('Support', 'Written before the server was renewed.');
  await expect(ann.board).toHaveAttribute('data-pending', '1');

  // From now on what the page says is what a page of an earlier protocol would.
  await ann.page.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (message) {
      send.call(
        this,
        typeof message === 'string' ? message.replace(/"protocol":\d+/, '"protocol":0') : message,
      );
    };
  });
  way.restore();
  await expect(ann.board).toHaveAttribute('data-connection', 'refused');
  const notice = ann.page.getByRole('alert').filter({ hasText: 'different versions' });
  await expect(notice).toBeVisible();
  await expect(ann.claim('Written before the server was renewed.')).toBeVisible();
  await expect(ben.claim('Written before the server was renewed.')).toHaveCount(0);

  await notice.getByRole('button', { name: 'Reload' }).click();
  await ann.isSaved();
  await expect(ben.claim('Written before the server was renewed.')).toHaveCount(1);
  await way.close();
});
