import type { SeedDebate } from '../seed-debate.ts';
import { chamber } from './chamber.ts';
import { hawks } from './hawks.ts';
import { planners } from './planners.ts';

/** The debate that a fresh installation opens with: three camps on China's industrial plan, as of 2018. */
export const madeInChina2025: SeedDebate = {
  slug: 'made-in-china-2025',
  title: 'Made in China 2025: strength or setback?',
  motion: '“Made in China 2025” will strengthen China’s economy more than it harms it.',
  intro:
    'In 2015 Beijing set out to lift ten advanced industries with state money. Three camps argue over what that does to China’s own economy: U.S. hawks, Beijing’s planners and the European chamber. Each has its best case here, and nearly every claim names the paragraph it rests on.',
  source: {
    title: 'A 2018 commentary on the U.S.–China technology conflict',
    note: 'A newspaper commentary, retold here paragraph by paragraph in other words; its own text is not reproduced. Its author doubts the plan, so the board adds the answers the camps would give.',
    paragraphs: [
      {
        number: 1,
        digest:
          'A truce agreed on 19–20 May 2018 interrupts the trade dispute, yet China’s need for technology from elsewhere means it cannot last.',
      },
      {
        number: 2,
        digest:
          'American pressure has drawn attention to the foreign know-how China seeks for its advanced factories, and since neither side is changing course, friction between them will grow.',
      },
      {
        number: 3,
        digest:
          'Americans see a rival that already excels, in internet services, mobile payments and electrical equipment, and that funds artificial intelligence and quantum computing generously.',
      },
      {
        number: 4,
        digest:
          'Beijing sees how easily ZTE was stopped once a sanctions dispute cost it American parts, and concludes that it must soon need such parts less.',
      },
      {
        number: 5,
        digest:
          'Xi’s own intervention won ZTE a way back, over objections in the Senate, but nothing deeper was settled.',
      },
      {
        number: 6,
        digest:
          'Guojie Li, a leading computing researcher, told a Beijing audience that China has internet companies of the first rank but lags in the foundations of computing.',
      },
      {
        number: 7,
        digest:
          'The plan of 2015 answers with more investment in ten fields, robotics and aerospace among them, though both sides know that it will need outside technology.',
      },
      {
        number: 8,
        digest:
          'Huawei and ZTE show that the mixture of aid, protection and borrowed knowledge is old; the money, set beside Germany’s small programme, is what has changed.',
      },
      {
        number: 9,
        digest:
          'One danger is a growing role for the state at the very point where growth in many economies slows before they become rich.',
      },
      {
        number: 10,
        digest:
          'Three Asian neighbours got past that point, and had mostly exchanged protection for openness when they stood where China stands.',
      },
      {
        number: 11,
        digest:
          'Under Xi the movement is towards state companies and away from openness, whereas South Korean champions had to prove themselves abroad.',
      },
      {
        number: 12,
        digest:
          'The other danger is that a plan run by the state brings China into open conflict with America.',
      },
      {
        number: 13,
        digest:
          'Threats have not weakened Beijing’s purpose, and ZTE’s case may have hardened it, while America watches its technology more anxiously than ever.',
      },
      {
        number: 14,
        digest:
          'Theft and pressure account for only some of China’s gains, beside its own research and ordinary contracts, but Washington is acting on them and European leaders, uneasy about its methods, see the same problem.',
      },
      {
        number: 15,
        digest: 'Having left the road its neighbours took, China may find that the plan weakens its economy.',
      },
    ],
  },
  positions: [hawks, planners, chamber],
  crossLinks: [
    { from: 'neighbours-opened', to: 'middle-income', relation: 'attack' },
    { from: 'out-of-proportion', to: 'grounds-supplied', relation: 'support' },
    { from: 'services-not-basics', to: 'cutoff-risk', relation: 'support' },
    { from: 'senate-resists', to: 'cutoff-risk', relation: 'support' },
    { from: 'lever-wears-out', to: 'rules-need-teeth', relation: 'attack' },
    { from: 'home-research', to: 'taken-know-how', relation: 'attack' },
    { from: 'one-order', to: 'open-to-whom', relation: 'support' },
  ],
  participants: [
    { key: 'alder', name: 'Alder' },
    { key: 'badger', name: 'Badger' },
    { key: 'birch', name: 'Birch' },
    { key: 'curlew', name: 'Curlew' },
    { key: 'dunlin', name: 'Dunlin' },
    { key: 'elm', name: 'Elm' },
    { key: 'finch', name: 'Finch' },
    { key: 'fox', name: 'Fox' },
    { key: 'gannet', name: 'Gannet' },
    { key: 'heron', name: 'Heron' },
    { key: 'ibis', name: 'Ibis' },
    { key: 'kestrel', name: 'Kestrel' },
    { key: 'larch', name: 'Larch' },
    { key: 'lynx', name: 'Lynx' },
    { key: 'marten', name: 'Marten' },
    { key: 'otter', name: 'Otter' },
    { key: 'plover', name: 'Plover' },
    { key: 'poplar', name: 'Poplar' },
    { key: 'siskin', name: 'Siskin' },
    { key: 'spruce', name: 'Spruce' },
    { key: 'stoat', name: 'Stoat' },
    { key: 'tern', name: 'Tern' },
  ],
};
