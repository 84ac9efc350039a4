import type { SeedPosition } from '../seed-debate.ts';

export const chamber: SeedPosition = {
  key: 'chamber',
  name: 'EU chamber',
  hue: 'violet',
  summary:
    'Subsidy on this scale tilts the field and dulls the companies it feeds. Open markets and competition would do more for China; tariffs would not.',
  claims: [
    {
      key: 'neighbours-opened',
      position: 'chamber',
      relation: 'support',
      paragraphs: [10, 15],
      text: 'Japan, South Korea and Taiwan rose to advanced status, and at China’s present stage all three had largely set protection aside.',
      votes: { agree: 14, disagree: 4, pass: 3 },
      undercuts: [
        {
          key: 'no-rule-for-china',
          position: 'planners',
          relation: 'attack',
          paragraphs: [10, 13],
          text: 'What suited three smaller economies sets no rule for one of China’s size, least of all under threat of tariffs.',
          votes: { agree: 9, disagree: 9, pass: 2 },
        },
      ],
      comments: [
        {
          by: 'plover',
          text: '“Largely” should stay whatever else is edited: none of the three is said to have stopped altogether.',
          replies: [
            {
              by: 'curlew',
              text: 'Yes. Without it the planners could answer with a single protected industry.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'protected-first',
          position: 'planners',
          relation: 'attack',
          paragraphs: [10],
          text: 'All three sheltered their industries on the way up; China is asked to do without what its neighbours had.',
          votes: { agree: 10, disagree: 8, pass: 2 },
          claims: [
            {
              key: 'shelter-has-been',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [8, 10],
              text: 'China has had its sheltered years, and Huawei and ZTE grew up in them; the neighbours’ next step was to let foreign trade and investors in.',
              votes: { agree: 12, disagree: 5, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'out-of-proportion',
      position: 'chamber',
      relation: 'support',
      paragraphs: [8],
      text: 'Germany gives “Industrie 4.0” 200 million euros of public money; Beijing’s pledges run to “hundreds of billions of euros”, out of all proportion to its model.',
      votes: { agree: 13, disagree: 5, pass: 3 },
      comments: [
        {
          by: 'siskin',
          text: 'One figure is a budget and the other a pledge, and neither comes with a period. Are we comparing like with like?',
          replies: [
            {
              by: 'marten',
              text: 'There is a claim about the pledge further down. I would leave this wording alone and argue it there.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'rivals-give-up',
          position: 'chamber',
          relation: 'support',
          paragraphs: [8],
          text: 'Rivals without a treasury behind them cannot match such sums, and when they give up, China loses the competition that would have improved its own makers.',
          votes: { agree: 11, disagree: 5, pass: 4 },
        },
        {
          key: 'germany-did-it',
          position: 'planners',
          relation: 'attack',
          paragraphs: [8],
          text: 'If Germany’s programme was the model, Europe is objecting to China doing more of what it does itself.',
          votes: { agree: 9, disagree: 9, pass: 3 },
          claims: [
            {
              key: 'size-is-kind',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [8],
              text: 'Two hundred million euros can nudge an industry; a thousand times as much decides which of its companies survive.',
              votes: { agree: 14, disagree: 4, pass: 2 },
              claims: [
                {
                  key: 'pledges-not-payments',
                  position: 'planners',
                  relation: 'attack',
                  paragraphs: [8],
                  text: 'Pledges are not payments, and the vast figure is the chamber’s own count.',
                  votes: { agree: 11, disagree: 5, pass: 4 },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'own-remedy',
      position: 'chamber',
      relation: 'support',
      paragraphs: [10, 11],
      text: 'The better remedy is one China knows, “reform and opening up”: the course its neighbours took and Xi is leaving.',
      votes: { agree: 12, disagree: 6, pass: 3 },
      claims: [
        {
          key: 'open-to-whom',
          position: 'planners',
          relation: 'attack',
          paragraphs: [13, 14],
          text: 'Opening pays when others stay open, and an America that blocks acquisitions and threatens tariffs does not.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'europe-still-open',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [14],
              text: 'America is not the only partner: Europe’s leaders dislike its methods, and China can still open towards them.',
              votes: { agree: 10, disagree: 6, pass: 4 },
              claims: [
                {
                  key: 'europe-worries-too',
                  position: 'hawks',
                  relation: 'attack',
                  paragraphs: [14],
                  text: 'Those leaders have the same worries as Washington, so while the plan stands China cannot count on their welcome.',
                  votes: { agree: 11, disagree: 4, pass: 4 },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'rules-not-tariffs',
      position: 'chamber',
      relation: 'support',
      paragraphs: [8, 13],
      text: 'Common rules on subsidies go to the cause; tariffs charge the buyers and leave the subsidies where they were.',
      votes: { agree: 13, disagree: 4, pass: 4 },
      claims: [
        {
          key: 'rules-need-teeth',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 14],
          text: 'Rules bind those who fear a penalty; unless access can be lost, Beijing has no reason to accept any.',
          votes: { agree: 11, disagree: 8, pass: 2 },
        },
        {
          key: 'chamber-has-a-stake',
          position: 'planners',
          relation: 'attack',
          paragraphs: [8, 14],
          text: 'The chamber speaks for companies with business in China, so its idea of fair rules happens to favour them.',
          votes: { agree: 10, disagree: 5, pass: 5 },
          claims: [
            {
              key: 'interested-and-right',
              position: 'chamber',
              relation: 'attack',
              paragraphs: [],
              text: 'An interested witness can be right: Chinese buyers gain as well when the better product wins.',
              votes: { agree: 14, disagree: 3, pass: 3 },
            },
          ],
        },
      ],
    },
  ],
};
