import { describe, expect, test } from 'vitest';
import { POST as choose } from '../../app/api/debates/[id]/notes/route.ts';
import { POST as markRead } from '../../app/api/notes/read/route.ts';
import { parley } from '../../server/handle.ts';
import { suggest } from '../support/debate-builder.ts';
import { type NotedPerson, SOON } from '../support/note-server.ts';
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
import { ROOT } from '../support/signed-in-with-account.ts';
import type { SmtpRefusal } from '../support/smtp-sink.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const there = withNotes();

/** Returns how often an email could not be sent. */
const refusals = () => there.server.logs.filter((line) => line.includes('sending an email failed')).length;

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
      /^- Person \d+, Person \d+, and 18 others commented on “Trade makes friends of towns”: 100 times, most recently “Remark 5 of \d+ 漢字 🙂”$/m,
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
    const before = refusals();
    there.smtp.breakOff();
    there.pass(2 * MINUTE);
    await mails(ann, 1);
    // The next try is due a while after the failure is noticed.
    await expect.poll(refusals, SOON).toBeGreaterThan(before);
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

  test.each<[string, SmtpRefusal]>([
    ['at sign-in', 'sign-in'],
    ['at our sender', 'sender'],
    [
      'at the recipient, for our sender',
      { to: 'recipient', reply: '553 5.7.1 <a@x>: Sender address rejected' },
    ],
    ['after the text, for our sender', { to: 'text', reply: '554 Message rejected: not verified' }],
  ])('a mail server that refuses us %s loses no email, however often it is tried', async (_when, refusal) => {
    const claims = [await aClaim(), await aClaim()];
    for (const { debateId, ann, claim } of claims) {
      await chooses(ann, 'once');
      await (await there.joins(debateId, 'Bo')).does(remark(claim, 'One'));
      await hasNew(ann, 1);
    }
    there.smtp.refuse(refusal);
    for (const _ of Array.from({ length: 6 })) {
      const before = refusals();
      there.pass(3 * HOUR);
      await expect.poll(refusals, SOON).toBeGreaterThan(before);
    }
    there.smtp.refuse(false);
    there.pass(3 * HOUR);
    for (const { ann } of claims) await mails(ann, 1);
  });

  test('a mail server that was away gets it when it is back', async () => {
    const { debateId, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    await (await there.joins(debateId, 'Bo')).does(remark(claim, 'One'));
    await hasNew(ann, 1);
    there.smtp.refuse('for now');
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

  test('lists what a later choice leaves out, and leaves out nothing else', async () => {
    const { debateId, owner, ann, claim } = await aClaim();
    await chooses(ann, 'once');
    await asked(choose, ann, debateId, { level: 'all' });
    const bo = await there.joins(debateId, 'Bo');
    await bo.does(argument(null, 'Said to everyone'), argument(claim, 'Argued about hers'));
    const other = argument(null, 'Another claim of hers');
    const below = argument(other.claimId, 'One below it');
    await ann.does(other, below);
    await bo.does(
      remark(other.claimId, `See <@${ann.id}>, under what she mutes`),
      suggest('w_1', other.claimId, [other.text, 'Suggested']),
    );
    await owner.does({ type: 'content.hide', ids: [below.claimId], reason: 'spam', note: 'No sales here' });
    await hasNew(ann, 5);
    await asked(choose, ann, debateId, { branch: other.claimId, muted: true });
    await asked(choose, ann, debateId, { level: 'mine' });
    there.pass(2 * MINUTE);
    const [mail] = await mails(ann, 1);
    expect(mail?.text).toContain('Argued about hers');
    expect(mail?.text).toContain('No sales here');
    for (const unwanted of ['Said to everyone', 'under what she mutes', 'Suggested'])
      expect(mail?.text).not.toContain(unwanted);
  });

  test('is offered where there is no mail server or no address', () => {
    expect(parley().notificationSettings.mails).toBe(true);
  });
});
