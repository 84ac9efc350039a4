import type { SeedClaim, SeedDebate } from '#prisma/seed/seed-debate.ts';

/** Long German words, Arabic and Chinese: claims of one debate, two of them with an argument. */
export const languages: SeedDebate = {
  slug: 'languages',
  title: 'Signs in our town',
  motion: 'Every sign in our town should be written in the languages of those who live here.',
  intro: 'A debate in three languages.',
  source: { title: 'None', note: '', paragraphs: [] },
  positions: [
    {
      key: 'all',
      name: 'كل اللغات',
      hue: 'teal',
      summary: '看不懂的路牌帮不了任何人。',
      claims: [
        claim('rescue', 'all', 'support', 'من لا يقرأ اللافتة لا يجد طريق المستشفى في الليل.', [
          claim('pictures', 'one', 'attack', 'الصورة تكفي: الصليب الأحمر يفهمه الجميع.'),
        ]),
        claim('tourists', 'all', 'support', '游客和新来的居民都靠路牌认路，多一种文字就少一次迷路。', [
          claim('phones', 'one', 'attack', '手机里的地图早就会翻译了。'),
        ]),
      ],
    },
    {
      key: 'one',
      name: 'Einheitsbeschilderung',
      hue: 'umber',
      summary: 'Straßenverkehrsordnungsschilder sind einheitlich.',
      claims: [
        claim(
          'costs',
          'one',
          'support',
          'Die Verkehrsinfrastrukturfinanzierungsgesellschaft bezahlt keine Mehrsprachigkeitsbeschilderung.',
        ),
        claim(
          'room',
          'one',
          'support',
          'Auf einer Vorwegweisertafel ist für Geschwindigkeitsbegrenzungshinweise in fünf Sprachen kein Platz.',
        ),
      ],
    },
  ],
  crossLinks: [],
  participants: [
    { key: 'layla', name: 'ليلى' },
    { key: 'mei', name: '梅' },
    { key: 'jutta', name: 'Jutta' },
  ],
};

function claim(
  key: string,
  position: string,
  relation: 'support' | 'attack',
  text: string,
  claims: SeedClaim[] = [],
): SeedClaim {
  return { key, text, position, relation, paragraphs: [], claims, votes: { agree: 2, disagree: 1, pass: 0 } };
}
