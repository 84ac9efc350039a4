import { describe, expect, test } from 'vitest';
import { guides } from '../../app/_ui/messages/en/guides/guides.ts';
import { DEBATE_FORMATS, templateOfFormat } from '../../domain/formats/template/library.ts';

test('[TM6] each debate format has a guide, and no other has one', () => {
  expect(Object.keys(guides.of)).toEqual([...DEBATE_FORMATS]);
});

describe.each(DEBATE_FORMATS)('[TM6] the guide to %s', (name) => {
  const { purpose, people, steps, ...lists } = guides.of[name];

  test('has a step for each phase', () => {
    expect(steps.split('\n')).toHaveLength(templateOfFormat(name).agenda.length);
  });

  test('says for what and whom it is, and what is needed, can go wrong, can be changed and was read', () => {
    expect(purpose.length).toBeGreaterThan(150);
    expect(people).toMatch(/\d/);
    expect(Object.keys(lists).sort()).toEqual(['before', 'hazards', 'materials', 'sources', 'variants']);
    for (const list of Object.values(lists)) expect(list.split('\n').length).toBeGreaterThan(1);
  });
});
