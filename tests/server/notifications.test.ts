import { describe, expect, test, vi } from 'vitest';
import { POST as changeMail } from '../../app/api/account/notes/route.ts';
import { POST as choose, GET as readChoice } from '../../app/api/debates/[id]/notes/route.ts';
import { GET as countNew } from '../../app/api/notes/count/route.ts';
import { POST as markRead } from '../../app/api/notes/read/route.ts';
import { GET as listNotes } from '../../app/api/notes/route.ts';
import { GET as openUnsubscribe, POST as unsubscribe } from '../../app/api/unsubscribe/route.ts';
import type { Names } from '../../domain/debate/head/head.ts';
import { NOTIFICATION_LIMITS } from '../../domain/notifications/notification.ts';
import type { ListedNotification } from '../../domain/protocol/route-answers.ts';
import { parley } from '../../server/handle.ts';
import { type NotedPerson, SOON, withNoteServer } from '../support/note-server.ts';
import { ROOT } from '../support/signed-in-with-account.ts';
import type { ReceivedMail } from '../support/smtp-sink.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Each story waits for looks of the server, which are a second apart.
vi.setConfig({ testTimeout: 90_000 });

const there = withNoteServer();
let keys = 0;

/** An argument for or against something, or the first of a debate. */
function argument(on: string | null = null, text = 'It does', relation: 'support' | 'attack' = 'support') {
  keys += 1;
  const target =
    on === null ? ({ kind: 'position', id: 'p_position1' } as const) : ({ kind: 'claim', id: on } as const);
  return {
    type: 'claim.add',
    claimId: `c_${keys}`,
    linkId: `l_${keys}`,
    target,
    relation,
    positionId: null,
    text,
  } as const;
}

function remark(on: string, text: string, replyTo: string | null = null) {
  keys += 1;
  return {
    type: 'comment.add',
    commentId: `m_${keys}`,
    on: { kind: 'claim', id: on },
    replyTo,
    text,
  } as const;
}

/** Ann, with an account, whose claim is the first of a debate. */
async function aClaim(names?: Names) {
  const { debateId, owner } = await there.debate(names);
  const ann = await there.joins(debateId, 'Ann', 'account');
  const claim = argument(null, 'Trade makes friends of towns');
  await ann.does(claim);
  return { debateId, owner, ann, claim: claim.claimId };
}

async function chooses(who: NotedPerson, pace: string, zone = 'UTC', hour = 8): Promise<void> {
  const answer = await who.browser.send(changeMail, { pace, zone, hour: `${hour}` });
  expect(answer).toMatchObject({ to: '/account', refused: null });
}

async function asked(route: typeof choose, who: NotedPerson, debateId: string, body?: unknown) {
  const { headers } = who.browser;
  headers.set('content-type', 'application/json');
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const request = new Request(`${there.server.origin}/api/debates/x/notes`, { headers, ...sent });
  return (await route(request, { params: Promise.resolve({ id: debateId }) })).json();
}

/** Kept when someone has as many new notes. */
async function hasNew(who: NotedPerson, count: number): Promise<void> {
  await expect.poll(() => there.unread(who), SOON).toBe(count);
}

/** A person's inbox as a board lists it, the newest first. */
async function listedFor({ browser: { headers } }: NotedPerson): Promise<ListedNotification[]> {
  const answer = await listNotes(new Request(`${there.server.origin}/api/notes`, { headers }));
  return (await answer.json()).notes;
}

/** The mails someone got, once they are so many. */
async function mails(who: NotedPerson, count: number): Promise<readonly ReceivedMail[]> {
  await expect.poll(() => there.mailsTo(who).length, SOON).toBe(count);
  return there.mailsTo(who);
}

/** Proves that nothing more is mailed to someone: someone else's mail, due at the same time, has come. */
async function nothingMore(who: NotedPerson, count: number): Promise<void> {
  const { ann, claim, debateId } = await aClaim();
  const bo = await there.joins(debateId, 'Bo');
  await chooses(ann, 'once');
  await bo.does(remark(claim, 'After all that'));
  await hasNew(ann, 1);
  there.pass(DAY);
  await mails(ann, 1);
  expect(there.mailsTo(who)).toHaveLength(count);
}

function header(mail: ReceivedMail | undefined, name: string): string {
  const unfolded = mail?.head.replace(/\r\n[ \t]+/g, ' ') ?? '';
  return unfolded.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';
}

describe('[NO8] gathered', () => {
  test('twenty people’s hundred notes are one message', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'daily', 'Europe/Berlin');
    const crowd = await Promise.all(
      Array.from({ length: 20 }, (_, index) => there.joins(debateId, `Person ${index + 1}`)),
    );
    for (let round = 0; round < 5; round += 1)
      await Promise.all(
        crowd.map((one, index) => one.does(remark(claim, `Remark ${round + 1} of ${index + 1} 漢字 🙂`))),
      );
    await hasNew(ann, 100);
    there.pass(DAY);
    const [mail] = await mails(ann, 1);
    expect(mail?.subject).toBe('100 notifications: Trade');
    expect(mail?.text).toMatch(
      /^- Person \d+, Person \d+ and 18 others commented on “Trade makes friends of towns”: 100 times, most recently “Remark 5 of \d+ 漢字 🙂”$/m,
    );
    expect(mail?.text).toContain(`${there.server.origin}/debates/${debateId}#${claim}`);
    await nothingMore(ann, 1);
    for (const one of crowd) one.close();
  });

  test('notifications from many debates are one email too', async () => {
    const { debateId, ann, claim } = await aClaim();
    const other = await there.debate();
    const again = await there.rejoins(other.debateId, ann);
    const mine = argument();
    await again.does(mine);
    await chooses(ann, 'hourly');
    await (await there.joins(debateId, 'Bo')).does(argument(claim, 'Bo’s reason', 'attack'));
    await (await there.joins(other.debateId, 'Cy')).does(argument(mine.claimId, 'Cy’s reason'));
    await hasNew(ann, 2);
    there.pass(HOUR);
    const [mail] = await mails(ann, 1);
    expect(mail?.text).toContain('Bo argued against “Trade makes friends of towns”: “Bo’s reason”');
    expect(mail?.text).toContain('Cy argued for “It does”: “Cy’s reason”');
    expect(mail?.subject).toMatch(/^2 notifications: /);
  });
});

describe('[NO7] once a day at eight', () => {
  test.each([
    // The Sunday on which clocks in Berlin go forward, and the one on which they go back; Shanghai’s never do.
    ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T05:59:00Z', '2026-03-29T06:00:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T06:59:00Z', '2026-10-25T07:00:00Z'],
    ['Asia/Shanghai', '2027-03-27T12:00:00Z', '2027-03-27T23:59:00Z', '2027-03-28T00:00:00Z'],
  ])('in %s after %s', async (zone, written, before, due) => {
    there.setClock(written);
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'daily', zone);
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'Is that so?'));
    await hasNew(ann, 1);
    there.setClock(before);
    // Someone who is mailed at once is a sign that the server has looked.
    const sign = await aClaim();
    await chooses(sign.ann, 'once');
    await (await there.joins(sign.debateId, 'Cy')).does(remark(sign.claim, 'A sign'));
    await hasNew(sign.ann, 1);
    there.setClock(before.replace(':00Z', ':59Z'));
    expect(there.mailsTo(ann)).toEqual([]);
    there.setClock(due);
    await mails(ann, 1);
    there.pass(MINUTE);
    await mails(sign.ann, 1);
    expect(there.mailsTo(ann)).toHaveLength(1);
  });
});

describe('[NO5] nothing is shown', () => {
  /** Bo's texts to Ann, and their states before the email. */
  test.each<
    [string, (all: { bo: NotedPerson; owner: NotedPerson; ids: readonly [string, string] }) => Promise<void>]
  >([
    ['hidden', ({ owner, ids }) => owner.does({ type: 'content.hide', ids, reason: 'spam', note: '' })],
    [
      'retracted and withdrawn',
      ({ bo, ids: [claimId, commentId] }) =>
        bo.does(
          { type: 'claim.retract', claimId, reason: 'off_topic' },
          { type: 'comment.withdraw', commentId },
        ),
    ],
    ['made to wait', ({ owner, ids }) => owner.does({ type: 'content.resubmit', ids })],
    [
      'erased with their words',
      async ({ bo }) => {
        const { id } = (await bo.browser.who()) ?? expect.fail('nobody');
        expect(await parley().erasures.erase(id, { words: true })).toMatchObject({ ok: true });
      },
    ],
  ])('of what is %s since', async (_, happens) => {
    const { debateId, owner, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    const bo = await there.joins(debateId, 'Bo');
    const [reason, words] = [argument(claim, 'Unspeakable'), remark(claim, 'Unspeakable too')];
    await bo.does(reason, words);
    await hasNew(ann, 2);
    expect((await listedFor(ann)).map((note) => note.words).sort()).toEqual([
      'Unspeakable',
      'Unspeakable too',
    ]);
    await happens({ bo, owner, ids: [reason.claimId, words.commentId] });
    await hasNew(ann, 0);
    expect(await listedFor(ann)).toEqual([]);
    await nothingMore(ann, 0);
    expect(JSON.stringify(there.mailsTo(ann))).not.toContain('Unspeakable');
  });

  test('of what is written blind, until the reveal', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    const phase = { title: '', note: '', minutes: null };
    const phases = [
      {
        ...phase,
        id: 'f_blind',
        kind: 'silent_writing' as const,
        may: ['add' as const],
        hides: ['claims' as const],
      },
      { ...phase, id: 'f_open', kind: 'open_debate' as const, may: ['add' as const], hides: [] },
    ];
    await owner.does(
      { type: 'agenda.set', phases, base: 0 },
      { type: 'agenda.goTo', from: null, to: 'f_blind' },
    );
    await (await there.joins(debateId, 'Bo')).does(argument(claim, 'Written blind'));
    await nothingMore(ann, 0);
    expect(await there.unread(ann)).toBe(0);
    expect(await listedFor(ann)).toEqual([]);
    await owner.does({ type: 'agenda.goTo', from: 'f_blind', to: 'f_open' });
    await hasNew(ann, 1);
    expect(await listedFor(ann)).toHaveLength(1);
    there.pass(DAY);
    const [mail] = await mails(ann, 1);
    expect(mail?.text).toContain('Written blind');
  });

  test('of a debate the person is banned from, or a deleted one', async () => {
    const banned = await aClaim();
    const deleted = await aClaim();
    for (const { debateId, ann, claim } of [banned, deleted]) {
      await chooses(ann, 'once');
      await (await there.joins(debateId, 'Bo')).does(remark(claim, 'Hello?'));
      await hasNew(ann, 1);
    }
    const { ann } = banned;
    await banned.owner.does({
      type: 'participant.setMembership',
      participantId: ann.id,
      membership: 'banned',
      reason: 'other',
    });
    await deleted.owner.does({ type: 'debate.delete', deleted: true });
    await hasNew(ann, 0);
    await hasNew(deleted.ann, 0);
    await nothingMore(ann, 0);
    expect(there.mailsTo(deleted.ann)).toEqual([]);
  });

  test('[AD7] [AD8] of a debate that an administrator hid, except that, with the reason, to its owner', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    for (const one of [ann, owner]) await chooses(one, 'once');
    await asked(choose, owner, debateId, { level: 'all' });
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'Hello?'));
    await hasNew(ann, 1);
    const { debateRestrictions } = parley();
    await debateRestrictions.restrict(ROOT, debateId, 'hidden', 'It names a private person.');
    await hasNew(ann, 0);
    await hasNew(owner, 1);
    there.pass(HOUR);
    await expect.poll(() => there.mailsTo(owner).at(-1)?.text, SOON).toContain('It names a private person.');
    const mail = there.mailsTo(owner).at(-1)?.text ?? '';
    expect(mail).toContain('An administrator hid this debate');
    expect(mail).not.toContain('Hello?');
    expect(there.mailsTo(ann)).toEqual([]);
  });

  test('of names in an anonymous debate, and pseudonyms stand where there are some', async () => {
    for (const names of ['anonymous', 'pseudonyms'] as const) {
      const { debateId, owner } = await there.debate(names);
      const ann = await there.joins(debateId, 'Ann', 'account');
      for (const who of [ann, owner]) await chooses(who, 'once');
      await asked(choose, owner, debateId, { level: 'all' });
      const mine = argument();
      await ann.does(mine);
      const bo = await there.joins(debateId, 'Bartholomew');
      await bo.does(argument(mine.claimId, 'A reason'), remark(mine.claimId, 'A remark'));
      await hasNew(ann, 2);
      await hasNew(owner, 3);
      there.pass(DAY);
      const all = [...(await mails(ann, 1)), ...(await mails(owner, 1))];
      for (const { text, head } of all) {
        expect(text).toContain('A reason');
        expect(text + head).not.toContain('Bartholomew');
        expect(text).not.toContain(bo.id);
        expect(text.includes('Someone'), text).toBe(names === 'anonymous');
      }
    }
  });
});

describe('[NO6] [NO9] a server that stops', () => {
  test('loses nothing and sends nothing twice', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    const bo = await there.joins(debateId, 'Bo');
    await bo.does(remark(claim, 'One'), remark(claim, 'Two'), remark(claim, 'Three'));
    // At once, whether it was looked at or not.
    await there.server.restart();
    await hasNew(ann, 3);
    there.pass(2 * MINUTE);
    await there.server.restart();
    await mails(ann, 1);
    await there.server.restart();
    there.pass(DAY);
    await nothingMore(ann, 1);
    expect(await there.unread(ann)).toBe(3);
  });

  test('before it hears that the mail was taken: it is the same mail', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'One'));
    await hasNew(ann, 1);
    there.smtp.breakOff();
    there.pass(2 * MINUTE);
    await mails(ann, 1);
    there.pass(2 * MINUTE);
    const [first, second] = await mails(ann, 2);
    expect(header(first, 'Message-ID')).toMatch(/^<[\w-]{20}@127\.0\.0\.1>$/);
    expect(header(second, 'Message-ID')).toBe(header(first, 'Message-ID'));
    there.pass(DAY);
    await nothingMore(ann, 2);
  });

  test('a temporary failure of the mail server is retried; a permanent one is not', async () => {
    const [later, never] = [await aClaim(), await aClaim()];
    for (const { debateId, ann, claim } of [later, never]) {
      await chooses(ann, 'once');
      await (await there.joins(debateId, 'Bo')).does(remark(claim, 'One'));
      await hasNew(ann, 1);
    }
    there.smtp.refuse('for now');
    const refusals = () =>
      there.server.logs.filter((line) => line.includes('sending an email failed')).length;
    const before = refusals();
    there.pass(2 * MINUTE);
    await expect.poll(refusals, SOON).toBeGreaterThanOrEqual(before + 2);
    there.smtp.refuse(true);
    // Everything that waits is refused for good now; both stand in their inboxes still.
    there.pass(2 * MINUTE);
    await expect.poll(refusals, SOON).toBeGreaterThanOrEqual(before + 4);
    there.smtp.refuse(false);
    there.pass(DAY);
    await nothingMore(never.ann, 0);
    expect(await there.unread(later.ann)).toBe(1);
  });

  test('a mail server that was away gets it when it is back', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'One'));
    await hasNew(ann, 1);
    there.smtp.refuse('for now');
    const refusals = () =>
      there.server.logs.filter((line) => line.includes('sending an email failed')).length;
    const before = refusals();
    there.pass(2 * MINUTE);
    await expect.poll(refusals, SOON).toBe(before + 1);
    there.smtp.refuse(false);
    there.pass(2 * MINUTE);
    await mails(ann, 1);
  });
});

describe('[NO10] no mail', () => {
  test('goes to guests, who have the inbox', async () => {
    const { debateId } = await there.debate();
    const gil = await there.joins(debateId, 'Gil');
    const mine = argument();
    await gil.does(mine);
    await (await there.joins(debateId, 'Bo')).does(remark(mine.claimId, 'Hm'));
    await hasNew(gil, 1);
    const before = there.smtp.mails.length;
    await nothingMore(gil, 0);
    expect(there.smtp.mails.slice(before).filter(({ text }) => text.includes(debateId))).toEqual([]);
  });

  test('lists what was read, and what the person muted', async () => {
    const all = await Promise.all([aClaim(), aClaim(), aClaim(), aClaim()]);
    for (const { debateId, ann, claim } of all) {
      await chooses(ann, 'once');
      await (await there.joins(debateId, 'Bo')).does(remark(claim, 'Hm'));
      await hasNew(ann, 1);
    }
    const [read, none, muted, off] = all;
    await read?.ann.browser.send(markRead, { read: 'true' });
    if (none) await asked(choose, none.ann, none.debateId, { level: 'none' });
    if (muted) await asked(choose, muted.ann, muted.debateId, { branch: muted.claim, muted: true });
    if (off) await chooses(off.ann, 'off');
    there.pass(DAY);
    if (read) await nothingMore(read.ann, 0);
    for (const { ann } of all) expect(there.mailsTo(ann)).toEqual([]);
    // Nor what comes while one does not want it, when one wants it again.
    if (!off) return;
    await (await there.joins(off.debateId, 'Cy')).does(remark(off.claim, 'Later'));
    await hasNew(off.ann, 2);
    await chooses(off.ann, 'once');
    await nothingMore(off.ann, 0);
  });

  test('is offered where there is no mail server or no address', () => {
    expect(parley().noteSettings.mails).toBe(true);
  });
});

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
    expect(await parley().noteSettings.mail(person)).toMatchObject({ pace: 'off' });
  });

  test('opening the link asks, and ends nothing', async () => {
    const { ann, mail } = await aMail();
    const [, url = ''] = header(mail, 'List-Unsubscribe').match(/^<(.*)>$/) ?? [];
    const opened = openUnsubscribe(new Request(url));
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toMatch(/^\/unsubscribe\?token=/);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    expect(await parley().noteSettings.mail(person)).toMatchObject({ pace: 'once' });
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
    expect(await parley().noteSettings.mail(person)).toMatchObject({ pace: 'once' });
  });
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
    await (await there.joins(first.debateId, 'Bo')).does(
      remark(first.claim, 'One'),
      remark(first.claim, 'Two'),
    );
    await hasNew(ann, 2);
    there.pass(1_000);
    // The second of that name here.
    await there.joins(second.debateId, 'Cy');
    there.pass(1_000);
    await (await there.joins(second.debateId, 'Cy')).does(argument(mine.claimId, 'Three'));
    await hasNew(ann, 3);
    const person = (await ann.browser.who()) ?? expect.fail('nobody');
    return { ann, person, first: first.debateId, second: second.debateId };
  }

  test('is by debate, the newest first, with who wrote what', async () => {
    const { ann, person, first, second } = await ofAnn();
    const { debates, more } = await parley().inbox.list(person, { page: 1, debateId: null, unread: false });
    expect(more).toBe(false);
    expect(debates.map(({ debateId, notes }) => [debateId, notes.map(({ words }) => words)])).toEqual([
      [second, ['Three']],
      [first, ['Two', 'One']],
    ]);
    const which = { page: 1, debateId: null, unread: false };
    const newest = await parley().inbox.list(person, which, 1);
    expect(newest.debates.map(({ debateId }) => debateId)).toEqual([second]);
    expect(newest.more).toBe(true);
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
    const one = await parley().inbox.list(person, { page: 1, debateId: first, unread: true });
    expect(one.debates.map(({ debateId }) => debateId)).toEqual([first]);
  });

  test('one note, a debate’s, or all are marked as read, and as new again; nobody else’s', async () => {
    const { ann, person, first } = await ofAnn();
    const other = await ofAnn();
    const { debates } = await parley().inbox.list(person, { page: 1, debateId: first, unread: false });
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
    for await (const piece of parley().personExport.write(person) ?? expect.fail('busy')) file += piece;
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
