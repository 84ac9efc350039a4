// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OwnTeam } from '../../app/_board/features/people/own-team.tsx';
import { PeopleSection } from '../../app/_board/features/people/people-section.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('where a moderator chooses a role, the screen says what each role may do', () => {
  show(aDebate(), 'mona', <PeopleSection />);
  expect(screen.getAllByRole('combobox', { name: /^Role of / }).length).toBeGreaterThan(0);
  expect(screen.getByText(/Debaters argue, vote and comment; suggesters vote and comment/)).toBeTruthy();
});

test('a rejection that sends people to their position names the control by its label', () => {
  show(aDebate(), 'dana', <OwnTeam />);
  const [, label = ''] = /at “(.+?)”/.exec(en.rejection.other_team) ?? [];
  expect(screen.getByRole('combobox', { name: label })).toBeTruthy();
  expect(en.rejection.other_team).toContain(`“${en.board.hereTitle}”`);
  expect(en.rejection.other_team).toContain('moderator');
});

test('the tab of Manage and the section under its Debate tab have different names', () => {
  expect(en.manage.taking).not.toBe(en.manage.joining);
});
