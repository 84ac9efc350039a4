// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PersonName } from '../../app/_board/core/people/person-name.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('[NM10] two people with the same name are shown with different names', () => {
  const people = [
    { id: 'dana', name: 'Sam' },
    { id: 'emil', name: 'Sam' },
    { id: 'mona', name: 'Mona' },
  ];
  const names = people.map(({ id }) => (
    <li key={id}>
      <PersonName id={id} />
    </li>
  ));
  show(aDebate(), 'mona', <ul>{names}</ul>, people);
  const shown = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(new Set(shown)).toEqual(new Set(['Sam', 'Sam (2)', 'Mona']));
});
