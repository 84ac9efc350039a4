import type { SeedPosition } from '../seed-debate.ts';

export const planners: SeedPosition = {
  key: 'planners',
  name: 'Beijing planners',
  hue: 'ochre',
  summary:
    'China is weak in basic technology and at its suppliers’ mercy. Planned investment has made champions and can carry the country beyond middle income.',
  claims: [
    {
      key: 'cutoff-risk',
      position: 'planners',
      relation: 'support',
      paragraphs: [4],
      text: 'What a foreign supplier can switch off is no safe foundation: after ZTE, China has to be able to make its own essentials.',
      votes: { agree: 15, disagree: 4, pass: 2 },
      claims: [
        {
          key: 'nobody-makes-everything',
          position: 'chamber',
          relation: 'attack',
          paragraphs: [2, 12],
          text: 'No advanced economy makes everything it uses; safety lies in having many suppliers, and the conflict this plan feeds leaves China with fewer.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'one-order',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4],
              text: 'Many suppliers are no comfort when one order from Washington can stop every American component at once, as it did for ZTE.',
              votes: { agree: 11, disagree: 6, pass: 3 },
            },
          ],
        },
        {
          key: 'keep-the-rules',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 7],
          text: 'ZTE lost its parts in a dispute over sanctions on Iran and North Korea; staying clear of such disputes costs less than ten new industries.',
          votes: { agree: 10, disagree: 9, pass: 2 },
          claims: [
            {
              key: 'politics-not-rules',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4, 5],
              text: 'Supply that resumed once a president had pressed for it obeys politics, so good conduct alone would not secure it.',
              votes: { agree: 13, disagree: 4, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'champions-before',
      position: 'planners',
      relation: 'support',
      paragraphs: [8],
      text: 'The method has a record: state support, a sheltered home market and know-how from abroad made champions of Huawei and ZTE.',
      votes: { agree: 12, disagree: 6, pass: 2 },
      undercuts: [
        {
          key: 'two-not-ten',
          position: 'chamber',
          relation: 'attack',
          paragraphs: [7, 8],
          text: 'Two champions are no proof that ten sectors, from aerospace to medical devices, can be raised together by the same means.',
          votes: { agree: 14, disagree: 4, pass: 2 },
        },
      ],
      claims: [
        {
          key: 'champion-fell',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [4, 8],
          text: 'ZTE is half of that record, and it stood still as soon as American components stopped coming.',
          votes: { agree: 12, disagree: 6, pass: 2 },
          claims: [
            {
              key: 'half-done',
              position: 'planners',
              relation: 'attack',
              paragraphs: [4, 6, 7],
              text: 'ZTE stood still for want of parts that China does not yet make; its trouble shows the method unfinished, not mistaken.',
              votes: { agree: 9, disagree: 8, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'middle-income',
      position: 'planners',
      relation: 'support',
      paragraphs: [9],
      text: 'China has reached the level of income where growth tends to stall, and a planned move into advanced industry is its way past it.',
      votes: { agree: 11, disagree: 7, pass: 3 },
      comments: [
        {
          by: 'birch',
          text: 'What would count as being past it? Without a measure, both camps will say in 2025 that they were right.',
          replies: [
            { by: 'larch', text: 'Income per head would do for me, with the year agreed before we vote.' },
            {
              by: 'birch',
              text: 'Good. Then we should also agree how much of any rise is owed to the plan.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'leap-cut-short',
          position: 'hawks',
          relation: 'attack',
          paragraphs: [1, 7, 12],
          text: 'A leap that needs foreign technology falls short where that technology is withheld, and the truce of May 2018 only puts the moment off.',
          votes: { agree: 11, disagree: 7, pass: 2 },
          claims: [
            {
              key: 'home-research',
              position: 'planners',
              relation: 'attack',
              paragraphs: [14],
              text: 'Much of China’s progress is paid for and worked out at home, so a closed door would slow the leap without ending it.',
              votes: { agree: 12, disagree: 5, pass: 3 },
            },
          ],
        },
      ],
    },
    {
      key: 'patient-state',
      position: 'planners',
      relation: 'support',
      paragraphs: [7, 8],
      text: 'The state can back ten sectors at once and wait years for its return, which private investors seldom do.',
      votes: { agree: 11, disagree: 6, pass: 4 },
      claims: [
        {
          key: 'nobody-calls-back',
          position: null,
          relation: 'attack',
          paragraphs: [],
          text: 'Patient money is also money that nobody calls back: an official who has picked a winner is slow to admit a loser.',
          votes: { agree: 13, disagree: 3, pass: 4 },
        },
      ],
    },
    {
      key: 'leans-on-state-firms',
      position: 'chamber',
      relation: 'attack',
      paragraphs: [11],
      text: 'The plan follows a turn towards state-owned enterprises, the companies least used to winning customers against rivals.',
      votes: { agree: 14, disagree: 5, pass: 2 },
      comments: [
        {
          by: 'gannet',
          text: 'How much of the plan’s money goes to state firms? Paragraph 11 gives a direction and no share.',
          replies: [
            {
              by: 'alder',
              text: 'No share that I can find. I took the claim to be about who leads, and voted on that.',
            },
          ],
        },
      ],
      claims: [
        {
          key: 'state-firms-task',
          position: 'planners',
          relation: 'attack',
          paragraphs: [3, 6],
          text: 'State firms can take on what no private company would finance alone, and Alibaba and Tencent have thrived beside them.',
          votes: { agree: 10, disagree: 7, pass: 3 },
        },
        {
          key: 'korea-competed',
          position: 'chamber',
          relation: 'support',
          paragraphs: [11],
          text: 'South Korea sent its champions out to compete with the world’s best, which taught them what a protected market cannot.',
          votes: { agree: 15, disagree: 2, pass: 3 },
          claims: [
            {
              key: 'big-home-market',
              position: 'planners',
              relation: 'attack',
              paragraphs: [3],
              text: 'South Korea had to look abroad for competition; China’s home market is large enough to hold plenty of it.',
              votes: { agree: 8, disagree: 9, pass: 3 },
              claims: [
                {
                  key: 'rivals-outside',
                  position: 'chamber',
                  relation: 'attack',
                  paragraphs: [8],
                  text: 'Rivalry behind a wall leaves out the very companies that would test Chinese makers hardest.',
                  votes: { agree: 14, disagree: 3, pass: 2 },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
