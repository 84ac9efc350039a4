// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import DebatePicture from '../../app/_board/screens/stage/debate-picture.tsx';
import { Scene } from '../../app/_board/screens/stage/scene.tsx';
import { CREATE, DebateBuilder } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const begin = { type: 'conclusion.setStatus', open: true } as const;

test('the stage says that there is no conclusion until one is begun', () => {
  const debate = new DebateBuilder().does('system', CREATE);
  show(debate, null, <DebatePicture name="~conclusion" />);
  expect(screen.getByText('No conclusion yet.')).toBeDefined();
  cleanup();
  show(debate.does('olga', begin), null, <DebatePicture name="~conclusion" />);
  expect(screen.queryByText('No conclusion yet.')).toBeNull();
  expect(screen.getByText('The conclusion is being written.')).toBeDefined();
});

test('the stage says that there is no result until a poll has one', () => {
  show(new DebateBuilder().does('system', CREATE), null, <Scene scene={{ kind: 'noResult' }} />);
  expect(screen.getByRole('region', { name: 'Result of the last poll' }).textContent).toContain(
    'No result yet.',
  );
});
