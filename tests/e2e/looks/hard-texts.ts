import type { SeedClaim, SeedDebate } from '#prisma/seed/seed-debate.ts';

/**
 * Texts that are hard on a layout: words without a break, an address, one letter, the longest. In Latin letters only:
 * Parley brings fonts for these, and the pictures must not depend on what others a machine has.
 */
export const hardTexts: SeedDebate = {
  slug: 'hard-texts',
  title: 'Languages at the town hall',
  motion: 'Das Rathaus soll jeden Brief in allen Einwohnersprachengemeinschaftsausgaben verschicken.',
  intro: 'Texts that are hard on a layout.',
  source: { title: 'None', note: '', paragraphs: [] },
  positions: [
    {
      key: 'many',
      name: 'Çok dillilik',
      hue: 'rose',
      summary: 'Who does not understand a letter cannot answer it.',
      claims: [
        held('many', 'cost', 'support', 'Một lá thư không ai hiểu thì tốn kém hơn là dịch nó.', [
          held('one', 'law', 'attack', 'Law No. 7 knows one language of office; a translation binds nobody.'),
        ]),
        held('many', 'visit', 'support', 'Okunmayan mektubun ardından eve bir memur gönderilir.'),
      ],
    },
    {
      key: 'one',
      name: 'Einsprachigkeitsbefürworterinnen',
      hue: 'olive',
      summary: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenbescheide bleiben deutsch.',
      claims: [
        held(
          'one',
          'long-word',
          'support',
          'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzestexte lassen sich nicht übersetzen.',
          [held('many', 'short', 'attack', 'B.')],
        ),
        held('one', 'address', 'attack', `https://example.org/${'letters-to-everyone/'.repeat(6)}`),
        held(
          'one',
          'longest',
          'support',
          'A letter in nine languages is nine letters, and whoever signs it answers for each. '
            .repeat(6)
            .trim(),
        ),
      ],
    },
  ],
  crossLinks: [{ from: 'short', to: 'cost', relation: 'support' }],
  participants: [
    { key: 'wagtail', name: 'Wagtail' },
    { key: 'thrush', name: 'Thrush' },
    { key: 'eisvogel', name: 'Eisvogel' },
  ],
};

function held(
  position: string,
  key: string,
  relation: 'support' | 'attack',
  text: string,
  claims: SeedClaim[] = [],
): SeedClaim {
  return { key, text, position, relation, paragraphs: [], claims, votes: { agree: 1, disagree: 1, pass: 1 } };
}
