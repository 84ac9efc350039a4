import { hostname, networkInterfaces } from 'node:os';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { expect, test, withServer } from './fixtures.ts';

const server = withServer('0.0.0.0');

/** This machine by its name on the local network, for where it is on none. */
const name = `${hostname().toLowerCase()}.local`;
const options = chromiumLaunchOptions();

test.use({
  launchOptions: { ...options, args: [...options.args, `--host-resolver-rules=MAP ${name} 127.0.0.1`] },
});

test('on the address of the machine in its network, over plain http, two people debate', async ({
  newPerson,
}) => {
  const origin = `http://${ownAddress() ?? name}:${server().port}`;
  const [ann, ben] = await Promise.all([newPerson('Ann', { origin }), newPerson('Ben', { origin })]);
  await Promise.all([ann.open(), ben.open()]);
  expect(await ann.page.evaluate(() => window.isSecureContext)).toBe(false);
  await Promise.all([ann.join(), ben.join()]);
  await ann.select('c_cutoff-risk');
  const words = 'A part one can store is not a part one can be refused at once.';
  await ann.argue('Attack', words);
  await expect(ben.claim(words)).toBeVisible();
  const id = await ben.idOf(words);
  await ben.select(id);
  await ben.vote('Agree');
  await expect(ann.row(id).getByRole('img', { name: '1 agrees, nobody disagrees' })).toBeVisible();
  await ann.select(id);
  await ann.choose('Copy a link to it');
  await expect(ann.page.getByText('Link copied.').or(ann.page.getByText(`${origin}/debates/`))).toBeVisible();
  await Promise.all([ann.isSaved(), ben.isSaved()]);

  await ben.page.goto(origin);
  await expect(
    ben.page.getByText('At this address debates open only while the server can be reached'),
  ).toBeVisible();
  ben.watch.expectLostServer();
  await ben.context.setOffline(true);
  await expect(ben.page.getByRole('status')).toContainText('The server cannot be reached.');
});

/** The first address of this machine that others can reach. */
function ownAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
