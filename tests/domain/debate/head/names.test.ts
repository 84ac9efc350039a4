import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { packSnapshot } from '#domain/debate/engine/packed-snapshot.ts';
import {
  AUDIENCES,
  audienceIn,
  projectOwnPart,
  projectState,
  projectVotes,
} from '#domain/debate/engine/project.ts';
import { fromSnapshot, ratingsOf, toSnapshot, votesOf } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { NAMES, type Names } from '#domain/debate/head/head.ts';
import type { Report } from '#domain/debate/moderation/report.ts';
import { mayChangeProjection } from '#domain/debate/participants/access.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { projectAuthorship } from '#domain/debate/projection/authorship.ts';
import type { Fragment } from '#domain/debate/projection/fragment.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import { decodeInitialState } from '#domain/protocol/initial-state.ts';
import { type KnownPerson, projectPeople } from '#domain/protocol/project-people.ts';
import { createReplica, submit } from '#domain/sync/replica.ts';
import { drawPseudonym } from '#server/services/participants/draw-pseudonym.ts';
import { anyDebate, PEOPLE } from '#tests/support/any-debate.ts';
import {
  actsIn,
  aDebate,
  comment,
  type DebateBuilder,
  editTo,
  everythingOf,
  giveBack,
  hide,
  hold,
  lock,
  mark,
  newClaim,
  report,
  restore,
  retract,
  revise,
  SOURCE,
  settle,
  unreport,
} from '#tests/support/debate-builder.ts';

const choose = (names: Names) => ({ type: 'debate.configure', names }) as const;
const anonymous = () => aDebate().does('olga', choose('anonymous'));

/** Participants named anywhere in something that leaves the server. */
function namedIn(sent: unknown): string[] {
  const text = JSON.stringify(sent);
  return PEOPLE.filter((id) => text.includes(`"${id}"`));
}

describe('[NM1] authors are shown', () => {
  test('with names, where nothing was chosen, also in debates from before there was the choice', () => {
    expect(aDebate().state.head?.settings.names).toBe('shown');
    const stored = toSnapshot(aDebate().state);
    const { names, ...before } = stored.head?.settings ?? expect.fail('no debate');
    const head = stored.head && { ...stored.head, settings: before as typeof stored.head.settings };
    expect(fromSnapshot({ ...stored, head }).head?.settings.names).toBe('shown');
  });

  test('to fewer from any moment on, never to more again', () => {
    for (const [from, now] of NAMES.entries()) {
      for (const [to, wanted] of NAMES.entries()) {
        const debate = aDebate();
        if (from > 0) debate.does('olga', choose(now));
        const expected = to < from ? 'names_kept' : to === from ? 'nothing_changed' : null;
        expect(debate.refusal('mona', choose(wanted)), `${now} to ${wanted}`).toBe(expected);
      }
    }
    expect(aDebate().refusal('dana', choose('anonymous'))).toBe('not_allowed');
    // With something else that is wanted, neither is done.
    expect(anonymous().refusal('olga', { ...choose('shown'), guests: 'none' })).toBe('names_kept');
  });
});

test('[NM2] from then on everyone starts from a snapshot, readers too', () => {
  const debate = anonymous();
  const entry = debate.entries.at(-1) ?? expect.fail('nothing was chosen');
  for (const who of [...PEOPLE, null]) expect(mayChangeProjection(entry, who)).toBe(true);
  const other = debate.does('olga', { type: 'debate.configure', guests: 'none' }).entries.at(-1);
  expect(other && mayChangeProjection(other, 'dana')).toBe(false);
});

describe('[NM3] pseudonyms', () => {
  const known: KnownPerson[] = [
    { id: 'dana', name: 'Dana Smith', pseudonym: 'Quiet Heron' },
    { id: 'emil', name: 'Emil Jones', pseudonym: 'Early Otter' },
    { id: 'otto', name: 'Otto Late', pseudonym: null },
  ];
  const { state } = aDebate().does('olga', choose('pseudonyms'));

  test('are beside the name for moderators and for the person, and are all that others see', () => {
    const [dana, emil] = [
      { id: 'dana', name: 'Quiet Heron' },
      { id: 'emil', name: 'Early Otter' },
    ];
    for (const audience of ['debaters', 'readers', 'stage'] as const)
      expect(projectPeople(known, state, audience, null)).toEqual([dana, emil]);
    expect(projectPeople(known, state, 'moderators', 'olga')).toEqual(known.slice(0, 2));
    expect(projectPeople(known, state, 'debaters', 'dana')).toEqual([known[0], emil]);
    for (const audience of AUDIENCES)
      expect(projectPeople(known, aDebate().state, audience, null)).toEqual(
        known.map(({ id, name }) => ({ id, name })),
      );
  });

  test('are drawn by chance, each once, however many come', () => {
    const taken = new Set<string>();
    for (let drawn = 0; drawn < 2_000; drawn += 1) taken.add(drawPseudonym(taken));
    expect(taken.size).toBe(2_000);
    for (const pseudonym of taken) expect(pseudonym).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    const always = () => 0;
    const [first, second] = [drawPseudonym(new Set(), always), ''];
    expect(second || drawPseudonym(new Set([first]), always)).toBe(`${first} 2`);
    expect(drawPseudonym(new Set([first, `${first} 2`]), always)).toBe(`${first} 3`);
  });
});

const SEEDS = Array.from({ length: 8 }, (_, seed) => seed);
const statesOf = (debate: DebateBuilder): DebateState[] => {
  const states = [EMPTY_STATE];
  for (const entry of debate.entries) states.push(evolveAll(states.at(-1) ?? EMPTY_STATE, [entry]));
  return states;
};

/** Removes who dealt with the reports: moderators know that of each other. */
function reportersIn<T extends object>(sent: T | { readonly reports: readonly Report[] }): object {
  return 'reports' in sent ? { ...sent, reports: sent.reports.map(({ by: _, ...report }) => report) } : sent;
}

/** Removes who moderated: moderators know that of each other, except who required an approval. */
function withoutModeration(effect: object): object {
  if (!('fragment' in effect)) return effect;
  const fragment = effect.fragment as Fragment;
  const moderationLog = fragment.moderationLog.filter(({ what }) => what === 'resubmitted');
  return { ...effect, fragment: { ...fragment, moderationLog } };
}

describe('[NM4] in an anonymous debate contributions carry no id but the viewer’s own', () => {
  test.each(SEEDS)('in no state, entry, part or frame of a busy debate: seed %i', (seed) => {
    const debate = anyDebate(seed, 'anonymous');
    const states = statesOf(debate);
    for (const who of [...PEOPLE, null]) {
      const steers = audienceIn(debate.state, who) === 'moderators';
      const nobodyElse = (sent: unknown, what: string) =>
        expect(
          namedIn(sent).filter((id) => id !== who),
          `${what} for ${who}`,
        ).toEqual([]);
      const contributions = (state: DebateState) => {
        const { claims, links, sources, comments, hidden, votes, moderationLog, reports, signatures } =
          toSnapshot(state);
        const waiting = hidden.filter(({ status }) => status === 'pending_approval');
        const held = moderationLog.filter(({ what }) => what === 'resubmitted');
        return [claims, links, sources, comments, votes, signatures, waiting, held, reportersIn({ reports })];
      };
      for (let cut = 27; cut < states.length; cut += 7) {
        const seen = debate.projection(who, states[cut]);
        nobodyElse(steers ? contributions(seen) : toSnapshot(seen), `the state at ${cut}`);
        const { entries, own } = debate.frame(who, cut);
        const ofPeople =
          /^(debate\.|participant\.|team\.|agenda\.|task\.)|^content\.(hidden|restored|sentBack|locked|unlocked)$|^flag\.(set|cleared)$|^group\.projected$|^report\.settled$|^floor\.projected$|^claim\.(merged|unmerged|split|joined)$/;
        const logged = (effect: (typeof entries)[number]['effect']) =>
          ofPeople.test(effect.type) || (effect.type === 'claim.retracted' && effect.reason !== undefined);
        const sent = entries.filter(({ effect }) => !steers || !logged(effect));
        nobodyElse(
          [
            sent.map(({ effect, ...by }) => [by, reportersIn(steers ? withoutModeration(effect) : effect)]),
            own,
          ],
          `what came after ${cut}`,
        );
      }
      const part = projectOwnPart(debate.state, audienceIn(debate.state, who), who);
      nobodyElse(part && reportersIn(part), 'the own part');
    }
    const nobody = AUDIENCES.filter((audience) => audience !== 'moderators');
    for (const audience of nobody)
      expect(namedIn(toSnapshot(projectState(debate.state, audience, null)))).toEqual([]);
  });

  test.each(SEEDS)('a projection and the entries after it make the later projection: seed %i', (seed) => {
    const debate = anyDebate(seed, 'anonymous');
    const states = statesOf(debate);
    for (const who of [...PEOPLE, null]) {
      const expected = everythingOf(debate.projection(who));
      // A person whose role changes starts from a snapshot.
      const anew = debate.entries.findLastIndex((entry) => mayChangeProjection(entry, who));
      for (let cut = Math.max(anew + 1, 21); cut < debate.entries.length; cut += 1) {
        const { entries, own = [], to, at } = debate.frame(who, cut);
        const sent = JSON.parse(JSON.stringify([...entries, ...own]));
        const folded = evolveAll(debate.projection(who, states[cut]), sent);
        expect(everythingOf({ ...folded, seq: to, at }), `${who} from ${cut}`).toEqual(expected);
      }
    }
  });

  test.each(SEEDS)(
    'a participant without a frame of their own sees what their audience sees: seed %i',
    (seed) => {
      const debate = anyDebate(seed, 'anonymous');
      for (let cut = 27; cut < debate.entries.length; cut += 5) {
        const apart = participantsWithOwnFrame(debate.entries.slice(cut), debate.state);
        const others = ['dana', 'emil', 'susi', 'otto'].filter((one) => !apart.has(one));
        for (const who of others.filter((one) => audienceIn(debate.state, one) !== 'moderators'))
          expect(debate.frame(who, cut)).toEqual({
            ...debate.frame(null, cut),
            own: debate.frame(who, cut).own,
            // Entries that were only theirs are counted for them.
            after: cursorFor(debate.stateAt(cut), who).seq,
          });
      }
    },
  );

  test.each(SEEDS)('a page includes its reader’s own data beside the shared data: seed %i', (seed) => {
    const { state } = anyDebate(seed, 'anonymous');
    for (const who of PEOPLE) {
      const audience = audienceIn(state, who);
      const packed = packSnapshot(toSnapshot(projectState(state, audience, null)));
      const opening = {
        debateId: 'd',
        packed,
        zipped: false,
        cursor: cursorFor(state, who),
        votes: votesOf(projectVotes(state, audience, who)),
        ratings: ratingsOf(projectState(state, audience, who).ratings),
        fragment: projectOwnPart(state, audience, who),
        authorship: projectAuthorship(state, audience, who),
        participantId: who,
        people: [],
      };
      const opened = finish(decodeInitialState(JSON.parse(JSON.stringify(opening))));
      expect(everythingOf(opened)).toEqual(everythingOf(projectState(state, audience, who)));
    }
  });

  test('authors can still edit, retract and restore their content; nobody else is named for it', () => {
    const debate = aDebate('own').does('olga', choose('anonymous'));
    const view = debate.projection('dana');
    expect(view.claims.get('c-a')?.author).toBe('dana');
    expect(view.claims.get('c-b')?.author).toBe('');
    expect(debate.projection('olga').claims.get('c-a')?.author).toBe('');
    debate.does('dana', editTo(debate.state, 'c-a', 'mine'), retract('c-a'), restore('c-a'));
    expect(debate.refusal('emil', editTo(debate.state, 'c-a', 'not mine'))).toBe('not_allowed');
    const { entries } = debate.frame('dana', debate.entries.length - 3);
    expect(entries.map(({ author }) => author)).toEqual(['dana', 'dana', 'dana']);
    for (const who of ['emil', 'olga', null])
      expect(namedIn(debate.frame(who, debate.entries.length - 3))).toEqual([]);
  });
});

describe('[NM5] of people in an anonymous debate', () => {
  test('moderators know all, the others themselves alone, and nobody’s coming', () => {
    const debate = anonymous().does(SYSTEM, {
      type: 'participant.join',
      participantId: 'nina',
      role: 'debater',
    });
    const entriesFor = (who: string | null) => debate.frame(who, debate.entries.length - 1).entries;
    expect(entriesFor('emil')).toEqual([]);
    expect(entriesFor(null)).toEqual([]);
    expect(entriesFor('nina')).toHaveLength(1);
    expect(entriesFor('mona')).toHaveLength(1);
    expect([...debate.projection('emil').participants.keys()]).toEqual(['emil']);
    expect(debate.projection(null).participants.size).toBe(0);
    expect(debate.projection('mona').participants.size).toBe(7);
    const known = [...PEOPLE, 'nina'].map((id) => ({ id, name: `Name of ${id}`, pseudonym: null }));
    expect(projectPeople(known, debate.state, 'debaters', 'emil')).toEqual([
      { id: 'emil', name: 'Name of emil' },
    ]);
    expect(projectPeople(known, debate.state, 'readers', null)).toEqual([]);
    expect(projectPeople(known, debate.state, 'moderators', null)).toHaveLength(7);
  });

  test('acts of moderation name who did them to moderators, save that something waits', () => {
    const debate = anonymous().does('mona', hide('c-b'), lock('c-a'), hold('c-d'), giveBack('c-d'));
    debate.does('emil', hold('c-d'));
    const acts = actsIn(debate.projection('olga')).map(({ what, by }) => [what, by]);
    expect(acts).toEqual([
      ['hidden', 'mona'],
      ['locked', 'mona'],
      ['resubmitted', ''],
      ['sent_back', 'mona'],
      ['resubmitted', ''],
    ]);
    expect(namedIn(toSnapshot(debate.projection('mona')).hidden)).toEqual(['mona']);
    expect(debate.projection('dana').locks.get('c-a')?.by).toBe('');
    expect(debate.projection('emil').hidden.get('c-b')?.by).toBe('');
  });

  test('moderators do not see who reported, and reporters can withdraw a report on every device', () => {
    const debate = anonymous();
    const before = debate.entries.length;
    debate.does('dana', report('r-1', 'c-b'), report('r-2', 'c-d')).does('otto', report('r-3', 'c-b'));
    expect(namedIn([debate.frame('olga', before), debate.frame(null, before)])).toEqual([]);
    for (const who of ['olga', 'mona'])
      expect([...debate.projection(who).reports.values()].map(({ author }) => author)).toEqual(['', '', '']);
    expect(debate.projection('emil').reports.size).toBe(0);
    const device = createReplica(debate.projection('dana'), 'dana', decide);
    const withdrawn = submit(device, 1, unreport('r-1'));
    expect(withdrawn.view.reports.has('r-1')).toBe(false);
    expect(withdrawn.view.reports.get('r-2')?.author).toBe('dana');
    debate.does('dana', unreport('r-1')).does('mona', settle('flagged', 'r-2'));
    expect(namedIn(debate.frame('olga', before))).toEqual(['mona']);
    const settled = { author: 'dana', outcome: 'flagged', by: '' };
    expect(debate.projection('dana').reports.get('r-2')).toMatchObject(settled);
    expect(debate.projection('olga').reports.get('r-2')).toMatchObject({
      ...settled,
      author: '',
      by: 'mona',
    });
  });

  test('flags name who set them only to moderators; nobody sees who says that it is revised', () => {
    const debate = anonymous();
    const before = debate.entries.length;
    debate.does('mona', mark('c-a', 'unclear')).does('dana', revise('c-a', 'unclear'));
    const marked = (who: string) => debate.projection(who).reviews.get('c-a')?.flags;
    expect(marked('olga')).toMatchObject([{ by: 'mona', note: 'Says who?', revised: true }]);
    expect(marked('dana')).toMatchObject([{ by: '', note: 'Says who?', revised: true }]);
    expect(marked('emil')).toMatchObject([{ by: '', note: '', revised: true }]);
    expect(namedIn(debate.frame('olga', before))).toEqual(['mona']);
    expect(namedIn(debate.frame('dana', before))).toEqual(['dana']);
    expect(namedIn([debate.frame('emil', before), debate.frame(null, before)])).toEqual([]);
  });

  test('only authors see what they did with their own claims, also after the board is cleared', () => {
    const debate = anonymous();
    const before = debate.state.seq;
    const parts = [{ claimId: 'c-p', linkId: 'l-p', text: 'three', takes: [] }];
    debate.does('dana', {
      type: 'claim.split',
      claimId: 'c-a',
      was: 'one two three',
      text: 'one two',
      parts,
    });
    debate.does('dana', { type: 'claim.join', claimId: 'c-a', parts: ['c-p'] });
    debate.does('olga', { type: 'debate.clear' });
    expect(namedIn(debate.frame('mona', before))).toEqual(['olga']);
  });

  test('a merging names who did it whosever claim it was', () => {
    const debate = anonymous().does('mona', newClaim('m', 'c-b'));
    const before = debate.state.seq;
    debate.does('mona', { type: 'claim.merge', claimId: 'c-m', into: 'c-a' });
    debate.does('mona', { type: 'claim.merge', claimId: 'c-d', into: 'c-b' });
    const merged = debate
      .frame('olga', before)
      .entries.filter(({ effect }) => effect.type === 'claim.merged');
    expect(merged.map(({ actor }) => actor)).toEqual(['mona', 'mona']);
    expect([...debate.projection('olga').moderationLog.values()].map(({ by }) => by)).toEqual([
      'mona',
      'mona',
    ]);
  });

  test('moderators do not see who wrote what waits for approval', () => {
    const debate = anonymous().does('olga', { type: 'debate.configure', approval: ['debater', 'suggester'] });
    const before = debate.entries.length;
    debate.does('dana', newClaim('w', 'c-b'), { ...SOURCE, sourceId: 's-w' });
    debate.does('susi', comment({ commentId: 'm-w' }));
    expect(namedIn(debate.frame('olga', before))).toEqual([]);
    expect(debate.projection('olga').hidden.get('c-w')).toMatchObject({ status: 'pending_approval', by: '' });
    expect(debate.projection('dana').claims.get('c-w')?.author).toBe('dana');
  });
});
