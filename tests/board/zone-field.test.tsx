// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZoneField } from '../../app/account/zone-field.tsx';

const zone = process.env.TZ;

beforeEach(() => {
  process.env.TZ = 'Europe/Helsinki';
});
afterEach(() => {
  cleanup();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const ZONES = ['Asia/Tokyo', 'Europe/Helsinki', 'UTC'];

test.each([
  ['this browser’s, until one is chosen', 'UTC', false, 'Europe/Helsinki'],
  ['UTC, if it was chosen', 'UTC', true, 'UTC'],
  ['another, if it was chosen', 'Asia/Tokyo', true, 'Asia/Tokyo'],
])('the selected time zone is %s', (_, inForce, isChosen, selected) => {
  render(<ZoneField zones={ZONES} zone={inForce} isChosen={isChosen} />);
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe(selected);
});
