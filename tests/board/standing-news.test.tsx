// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Role } from '../../domain/debate/participants/participant.ts';
import { aDebate } from '../support/debate-builder.ts';
import { newGroup } from '../support/grouped.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const said = () => document.querySelector('[data-message] [aria-live]')?.textContent;
const turn = (status: 'open' | 'closed' | 'archived'): Operation => ({ type: 'debate.setStatus', status });

test('a change of the status is announced to everyone who is in the debate', () => {
  for (const who of ['dana', 'olga', null]) {
    const debate = aDebate();
    const { update } = show(debate, who, <StripWhenOn />);
    const after = (status: 'open' | 'closed' | 'archived') => {
      debate.does('olga', turn(status));
      update();
      return said();
    };
    expect(said()).toBe('');
    expect(after('closed')).toBe('This debate is closed. You can read it, but not change it.');
    expect(after('open')).toBe('This debate is open again.');
    if (who !== null) expect(after('archived')).toMatch(/^This debate is archived\./);
    cleanup();
  }
});

test('the end of the debate and the votes it reveals are one announcement', () => {
  const debate = aDebate();
  debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
  const { update } = show(debate, 'dana', <StripWhenOn />);
  debate.does('olga', turn('closed'));
  update();
  expect(said()).toMatch(/^This debate is closed\..*totals/);
});

test('an opened page announces no status, and a closed small group has words of its own', () => {
  show(aDebate().does('olga', turn('closed')), 'dana', <StripWhenOn />);
  expect(said()).toBe('');
  cleanup();
  const group = newGroup();
  const { update } = show(group, 'dana', <StripWhenOn />);
  group.does(SYSTEM, turn('closed'));
  update();
  expect(said()).toMatch(/^This small group has ended\./);
});

test('a person reads that their role was changed and what they may do now; others read nothing', () => {
  const debate = aDebate();
  const { update } = show(debate, 'dana', <StripWhenOn />);
  const appoint = (participantId: string, role: Exclude<Role, 'owner'>) => {
    debate.does('olga', { type: 'participant.appoint', participantId, role });
    update();
    return said();
  };
  expect(appoint('emil', 'observer')).toBe('');
  expect(appoint('dana', 'observer')).toBe('You’re now an observer: you can read, but not contribute.');
  expect(appoint('dana', 'suggester')).toBe('You’re now a suggester: you can vote and comment.');
  expect(appoint('dana', 'moderator')).toBe('You’re now a moderator.');
});

test('joining announces no role', () => {
  const debate = aDebate();
  const { store } = show(debate, null, <StripWhenOn />);
  store.hydrateFromCache(debate.projection('dana'), 'dana', []);
  expect(said()).toBe('');
});
