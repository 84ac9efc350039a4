import { describe, expect, test } from 'vitest';
import { POST as choose, GET as readChoice } from '../../app/api/debates/[id]/notes/route.ts';
import { GET as countNew } from '../../app/api/notes/count/route.ts';
import { POST as markRead } from '../../app/api/notes/read/route.ts';
import { GET as listNotes } from '../../app/api/notes/route.ts';
import { GET as openUnsubscribe, POST as unsubscribe } from '../../app/api/unsubscribe/route.ts';
import { FIRST_PAGE, inboxAddress, readInboxView } from '../../app/inbox/inbox-view.ts';
import { DEFAULT_MAIL } from '../../domain/notifications/mail-times.ts';
import { NOTIFICATION_LIMITS } from '../../domain/notifications/notification.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { mark } from '../support/debate-builder.ts';
import { SOON } from '../support/note-server.ts';
import {
  aClaim,
  argument,
  asked,
  chooses,
  hasNew,
  header,
  listedFor,
  mails,
  nothingMore,
  remark,
  withNotes,
} from '../support/notes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const there = withNotes();
describe('[NO11] unsubscribing', () => {
  async function aMail() {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    const bo = await there.joins(debateId, 'Bo');
    await bo.does(remark(claim, 'One'));
    await hasNew(ann, 1);
    there.pass(2 * MINUTE);
    const [mail] = await mails(ann, 1);
    return { ann, bo, claim, mail };
  }

  test('one press in the mail program, from nowhere and signed in as nobody', async () => {
    const { ann, bo, claim, mail } = await aMail();
    expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const [, url = ''] = header(mail, 'List-Unsubscribe').match(/^<(.*)>$/) ?? [];
    expect(mail?.text).toContain(url);
    const posted = await unsubscribe(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
    );
    expect(posted.status).toBe(200);
    expect(posted.headers.getSetCookie()).toEqual([]);
    await bo.does(remark(claim, 'Two'));
    await hasNew(ann, 2);
    await nothingMore(ann, 1);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    expect(await parley().notificationSettings.mail(person)).toMatchObject({ choice: { pace: 'off' } });
  });

  test('opening the link asks, and ends nothing', async () => {
    const { ann, mail } = await aMail();
    const [, url = ''] = header(mail, 'List-Unsubscribe').match(/^<(.*)>$/) ?? [];
    const opened = openUnsubscribe(new Request(url));
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toMatch(/^\/unsubscribe\?token=/);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    expect(await parley().notificationSettings.mail(person)).toMatchObject({ choice: { pace: 'once' } });
  });

  test('a link that is not ours ends nothing', async () => {
    const { ann, mail } = await aMail();
    const { id } = (await ann.browser.who()) ?? expect.fail('nobody');
    const [, url = ''] = header(mail, 'List-Unsubscribe').match(/^<(.*)>$/) ?? [];
    for (const token of [
      '',
      id,
      `${id}.`,
      `${id}.${'A'.repeat(32)}`,
      `${new URL(url).searchParams.get('token')}x`,
    ]) {
      const request = new Request(`${there.server.origin}/api/unsubscribe?token=${token}`, {
        method: 'POST',
      });
      expect((await unsubscribe(request)).status, token).toBe(422);
    }
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    expect(await parley().notificationSettings.mail(person)).toMatchObject({ choice: { pace: 'once' } });
  });
});

test('nobody has chosen when to be mailed before they save it, also if they save what is so anyway', async () => {
  const { ann } = await aClaim();
  const person = (await ann.browser.who()) ?? expect.fail('nobody');
  expect(await parley().notificationSettings.mail(person)).toEqual({
    choice: DEFAULT_MAIL,
    isZoneChosen: false,
  });
  await chooses(ann, 'daily');
  expect(await parley().notificationSettings.mail(person)).toEqual({
    choice: DEFAULT_MAIL,
    isZoneChosen: true,
  });
});

test('a person who turns emails off without having chosen a time zone is still offered that of their browser', async () => {
  const { ann } = await aClaim();
  const person = (await ann.browser.who()) ?? expect.fail('nobody');
  await parley().notificationSettings.chooseMail(person, { pace: 'off' });
  const off = { ...DEFAULT_MAIL, pace: 'off' };
  expect(await parley().notificationSettings.mail(person)).toEqual({ choice: off, isZoneChosen: false });
});

describe('[NO12] the inbox', () => {
  async function ofAnn() {
    const first = await aClaim();
    const { ann } = first;
    const second = await there.debate();
    const again = await there.rejoins(second.debateId, ann);
    const mine = argument(null, 'Ann’s other claim');
    await again.does(mine);
    there.pass(1_000);
    const bo = await there.joins(first.debateId, 'Bo');
    await bo.does(remark(first.claim, 'One'));
    there.pass(1_000);
    await bo.does(remark(first.claim, 'Two'));
    await hasNew(ann, 2);
    there.pass(1_000);
    // The second of that name here.
    await there.joins(second.debateId, 'Cy');
    there.pass(1_000);
    await (await there.joins(second.debateId, 'Cy')).does(argument(mine.claimId, 'Three'));
    await hasNew(ann, 3);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    return { ann, person, first: first.debateId, claim: first.claim, second: second.debateId };
  }

  async function page(person: SignedIn, after: string | null) {
    const { debates, last } = await parley().inbox.list(person, { after, debateId: null, unread: true }, 2);
    const notes = debates.flatMap((debate) => debate.notes);
    return { words: notes.map(({ words }) => words), about: notes.map(({ about }) => about), last };
  }

  test('is by debate, the newest first, with who wrote what', async () => {
    const { ann, person, first, second } = await ofAnn();
    const which = { after: null, debateId: null, unread: false };
    const { debates, last } = await parley().inbox.list(person, which);
    expect(last).toBeNull();
    expect(debates.map(({ debateId, notes }) => [debateId, notes.map(({ words }) => words)])).toEqual([
      [second, ['Three']],
      [first, ['Two', 'One']],
    ]);
    const newest = await parley().inbox.list(person, which, 1);
    expect(newest.debates.map(({ debateId }) => debateId)).toEqual([second]);
    expect(newest.last).not.toBeNull();
    const [{ names, notes } = expect.fail('nothing')] = debates;
    expect(names.get(notes[0]?.by ?? '')).toBe('Cy (2)');
    expect(names.size).toBe(1);
    expect(await listedFor(ann)).toMatchObject([
      { debateId: second, kind: 'supported', words: 'Three', read: false },
      { debateId: first, words: 'Two', read: false },
      { debateId: first, words: 'One', read: false },
    ]);
    const nobody = await listNotes(new Request(`${there.server.origin}/api/notes`));
    expect(await nobody.json()).toEqual({ ok: true, notes: [] });
    const one = await parley().inbox.list(person, { after: null, debateId: first, unread: true });
    expect(one.debates.map(({ debateId }) => debateId)).toEqual([first]);
  });

  test('fills a page with older ones in place of those that have nothing to show any longer', async () => {
    const { debateId, ann, claim } = await aClaim();
    const bo = await there.joins(debateId, 'Bo');
    for (const word of ['One', 'Two', 'Three']) {
      await bo.does(remark(claim, word));
      there.pass(1_000);
    }
    const later = [remark(claim, 'Four'), remark(claim, 'Five'), remark(claim, 'Six')];
    await bo.does(...later);
    await hasNew(ann, 6);
    await bo.does(...later.map(({ commentId }) => ({ type: 'comment.withdraw', commentId }) as const));
    await hasNew(ann, 3);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    const first = await page(person, null);
    expect(first).toMatchObject({ words: ['Three', 'Two'] });
    // One that is read meanwhile shifts no others.
    await ann.browser.send(markRead, {
      debate: debateId,
      kind: 'commented',
      about: first.about[0] ?? '',
      read: 'true',
    });
    expect(await page(person, first.last)).toMatchObject({ words: ['One'], last: null });
  });

  test('goes on where a page ended, if its last one is renewed meanwhile', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    const bo = await there.joins(debateId, 'Bo');
    const flag = { type: 'flag.set', on: claim, what: 'unclear', other: null, revised: false } as const;
    await bo.does(remark(claim, 'One'));
    there.pass(1_000);
    await owner.does({ ...flag, note: 'First' });
    await hasNew(ann, 2);
    there.pass(1_000);
    await bo.does(remark(claim, 'Two'));
    await hasNew(ann, 3);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    const first = await page(person, null);
    expect(first.about[1]).toBe(claim);
    there.pass(1_000);
    await owner.does({ ...flag, note: 'Second' });
    await expect.poll(async () => (await page(person, null)).about[0], SOON).toBe(claim);
    expect(await page(person, first.last)).toMatchObject({ words: ['One'], last: null });
  });

  test('reaches an older one behind any number that have nothing to show any longer', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    const other = argument(null, 'Ann’s other claim');
    await ann.does(other);
    await (await there.joins(debateId, 'Bo')).does(remark(other.claimId, 'Old'));
    there.pass(1_000);
    const crowd = await Promise.all(
      Array.from({ length: 21 }, (_, index) => there.joins(debateId, `Person ${index + 1}`)),
    );
    const later = Array.from({ length: 15 }, () => crowd.map(() => remark(claim, 'New')));
    for (const round of later)
      await Promise.all(crowd.map((one, index) => one.does(round[index] ?? expect.fail('no remark'))));
    for (const one of crowd) one.close();
    await hasNew(ann, NOTIFICATION_LIMITS.lookedAt);
    for (const round of later) {
      const ids = round.map(({ commentId }) => commentId);
      await owner.does({ type: 'content.hide', ids, reason: 'spam', note: '' });
    }
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    await expect.poll(() => page(person, null), SOON).toMatchObject({ words: ['Old'], last: null });
  });

  test('an address names its page, and a malformed one the first page', () => {
    const view = { after: '7 d_1 replied c_1', until: 0, debateId: 'd_1', unread: true };
    const read = (address: string) =>
      readInboxView(Object.fromEntries(new URL(address, 'http://localhost').searchParams));
    expect(read(inboxAddress(view))).toEqual(view);
    expect(inboxAddress({ ...FIRST_PAGE, debateId: null, unread: false })).toBe('/inbox');
    expect(read('/inbox?after=d_1&until=x')).toEqual({ ...FIRST_PAGE, debateId: null, unread: false });
  });

  test('one note, a debate’s, or all are marked as read, and as new again; nobody else’s', async () => {
    const { ann, person, first } = await ofAnn();
    const other = await ofAnn();
    const { debates } = await parley().inbox.list(person, { after: null, debateId: first, unread: false });
    const [{ kind, about } = expect.fail('nothing')] = debates[0]?.notes ?? [];
    await ann.browser.send(markRead, { debate: first, kind, about, read: 'true' });
    expect(await there.unread(ann)).toBe(2);
    await ann.browser.send(markRead, { debate: first, read: 'true' });
    expect(await there.unread(ann)).toBe(1);
    await ann.browser.send(markRead, { debate: first, kind, about, read: 'false' });
    expect(await there.unread(ann)).toBe(2);
    await ann.browser.send(markRead, { read: 'true' });
    const counted = await countNew(
      new Request(`${there.server.origin}/api/notes/count`, { headers: ann.browser.headers }),
    );
    expect(await counted.json()).toMatchObject({ ok: true, unread: 0, signedIn: true });
    expect(await there.unread(other.ann)).toBe(3);
  });

  test('all of a debate, or of all, are marked up to the newest one shown, and its page is shown again', async () => {
    const { ann, person, first, claim } = await ofAnn();
    const di = await there.joins(first, 'Di');
    const newest = async (debateId: string | null) => {
      const { newestAt } = await parley().inbox.list(person, { after: null, debateId, unread: false });
      return `${newestAt}`;
    };
    const here = { debate: first, until: await newest(first) };
    there.pass(1_000);
    await di.does(remark(claim, 'Four'));
    await hasNew(ann, 4);
    const returnTo = `/inbox?debate=${first}`;
    expect(await ann.browser.send(markRead, { ...here, read: 'true', returnTo })).toMatchObject({
      to: returnTo,
    });
    expect(await there.unread(ann)).toBe(2);
    const until = await newest(null);
    there.pass(1_000);
    await di.does(remark(claim, 'Five'));
    await hasNew(ann, 3);
    await ann.browser.send(markRead, { until, read: 'true' });
    expect(await there.unread(ann)).toBe(1);
  });

  test('a choice for a debate belongs to its person, and is bounded', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    const bo = await there.joins(debateId, 'Bo');
    expect(await asked(readChoice, ann, debateId)).toEqual({
      ok: true,
      choice: { level: 'mine', muted: [] },
    });
    expect(await asked(choose, ann, debateId, { level: 'all' })).toMatchObject({ choice: { level: 'all' } });
    expect(await asked(choose, ann, debateId, { branch: claim, muted: true })).toEqual({
      ok: true,
      choice: { level: 'all', muted: [claim] },
    });
    expect(await asked(choose, ann, debateId, { branch: claim, muted: false })).toMatchObject({
      choice: { muted: [] },
    });
    expect(await asked(choose, ann, debateId, { branch: 'c_nowhere', muted: true })).toMatchObject({
      rejection: { code: 'unknown_target' },
    });
    // To Bo a hidden claim is one that doesn't exist.
    await owner.does({ type: 'content.hide', ids: [claim], reason: 'spam', note: '' });
    expect(await asked(choose, bo, debateId, { branch: claim, muted: true })).toMatchObject({
      rejection: { code: 'unknown_target' },
    });
    expect(await asked(choose, ann, debateId, { level: 'some' })).toMatchObject({
      rejection: { code: 'invalid' },
    });
    const stranger = { ...ann, browser: (await there.account('Eve')).browser };
    expect(await asked(readChoice, stranger, debateId)).toMatchObject({
      rejection: { code: 'debate_not_found' },
    });
  });

  test('a person gets all notifications of a debate or none, as they choose', async () => {
    const { debateId, owner } = await there.debate();
    const ann = await there.joins(debateId, 'Ann');
    await asked(choose, owner, debateId, { level: 'all' });
    await asked(choose, ann, debateId, { level: 'none' });
    const mine = argument();
    await ann.does(mine);
    await (await there.joins(debateId, 'Bo')).does(argument(), remark(mine.claimId, 'Hm'));
    await hasNew(owner, 3);
    expect(await there.unread(ann)).toBe(0);
  });

  test('a contribution is read here once all of its board is marked as read; a decision isn’t', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    const bo = await there.joins(debateId, 'Bo');
    // Claims from before she joined count as read.
    there.pass(MINUTE);
    await bo.does(argument(claim), remark(claim, 'Hm'));
    await owner.does(mark(claim, 'unsupported'));
    await hasNew(ann, 3);
    const until = Date.parse('2030-01-01');
    expect(await ann.socket.emitWithAck('seen', { until })).toMatchObject({ ok: true });
    const notes = await listedFor(ann);
    expect(new Map(notes.map(({ kind, read }) => [kind, read]))).toEqual(
      new Map([
        ['commented', true],
        ['supported', true],
        ['marked', false],
      ]),
    );
  });

  test('forgets what is old', async () => {
    const { ann } = await ofAnn();
    expect(await there.unread(ann)).toBe(3);
    // Her sign-in ends before her notes do.
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    there.pass((NOTIFICATION_LIMITS.keptDays + 1) * DAY);
    // The server sweeps when it starts, and every hour.
    await there.server.restart();
    await expect.poll(() => parley().inbox.unread(person), SOON).toBe(0);
  });
});

describe('[NO13] a person’s data', () => {
  test('the file has notes and choices; erasing takes them along', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'daily', 'Asia/Shanghai', 7);
    await asked(choose, ann, debateId, { branch: claim, muted: false });
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'Bo’s words'));
    await hasNew(ann, 1);
    await asked(choose, ann, debateId, { branch: claim, muted: true });
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    let file = '';
    for await (const piece of await parley().personExport.write(person)) file += piece;
    expect(JSON.parse(file)).toMatchObject({
      notes: [{ debateId, kind: 'commented', read: false }],
      noteChoices: [{ debateId, level: 'mine', muted: [claim] }],
      mailChoice: { pace: 'daily', zone: 'Asia/Shanghai', hour: 7 },
    });
    expect(file).not.toContain('Bo’s words');
    expect(await parley().erasures.erase(person.id, { words: false })).toMatchObject({ ok: true });
    expect(await parley().inbox.unread(person)).toBe(0);
    await nothingMore(ann, 0);
  });
});
