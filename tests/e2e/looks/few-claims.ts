import type { SeedDebate } from '#prisma/seed/seed-debate.ts';

/** A debate that has just begun: two positions, three claims. */
export const fewClaims: SeedDebate = {
  slug: 'few-claims',
  title: 'Cars in town',
  motion: 'Towns should close their centres to cars.',
  intro: 'A debate that has just begun.',
  source: { title: 'None', note: '', paragraphs: [] },
  positions: [
    {
      key: 'walkers',
      name: 'Walkers',
      hue: 'teal',
      summary: 'A street without cars belongs to those who live in it.',
      claims: [
        {
          key: 'shops',
          position: 'walkers',
          relation: 'support',
          paragraphs: [],
          text: 'A street without cars is a street with shops: people who walk stop and buy.',
          votes: { agree: 3, disagree: 1, pass: 1 },
          claims: [
            {
              key: 'furniture',
              position: 'drivers',
              relation: 'attack',
              paragraphs: [],
              text: 'Nobody carries a wardrobe home on foot.',
              votes: { agree: 2, disagree: 2, pass: 0 },
            },
          ],
        },
      ],
    },
    {
      key: 'drivers',
      name: 'Drivers',
      hue: 'umber',
      summary: 'Those who live outside have to come in somehow.',
      claims: [
        {
          key: 'last-bus',
          position: 'drivers',
          relation: 'support',
          paragraphs: [],
          text: 'The last bus leaves before the last film ends.',
        },
      ],
    },
  ],
  crossLinks: [],
  participants: ['wren', 'quail', 'rook', 'swift', 'teal'].map((key) => ({ key, name: key.toUpperCase() })),
};
