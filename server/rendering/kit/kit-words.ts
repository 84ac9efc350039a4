/** The words of a paper kit, in English, as those of a report. */
export const KIT = {
  title: 'Paper kit',
  over: { poster: 'Debate', join: 'Join the debate', ballot: 'Ballot', tally: 'Tally sheet' },
  join: {
    open: (address: string) => `Open ${address}`,
    type: 'and type this code:',
    scan: 'or scan',
    short: (address: string, code: string) => `Join at ${address} with code ${code}`,
    at: (address: string) => `Read it at ${address}`,
  },
  card: {
    act: 'Scan to open this claim, or search the board for:',
    code: (code: string) => `Code ${code}`,
  },
  more: (shown: number, all: number) =>
    `These are the first ${shown} of ${all} claims. For others, print the kit of a branch.`,
  blank: {
    title: 'A new claim',
    hint: 'One claim per card, in one sentence.',
    supports: 'It supports',
    attacks: 'It attacks',
    code: 'Code of the claim, or name of the position',
    source: 'Source',
    name: 'Name',
  },
  ballot: {
    how: 'Mark one circle in each row. Leave a row empty if you don’t vote on it.',
    columns: ['agree', 'disagree', 'pass'],
    phone: 'With a phone: scan this and vote there instead. One vote per person.',
    page: (page: number, pages: number) => `${page} / ${pages}`,
  },
  tally: {
    how: 'One stroke for each circle marked on a ballot.',
    counted: 'Ballots counted:',
  },
  noClaims: 'No claims yet.',
} as const;
