const node = (nodeID: string, type: string, text: string, more: object = {}) => ({
  nodeID,
  text,
  type,
  timestamp: `2021-05-04 10:00:${nodeID.padStart(2, '0')}`,
  ...more,
});
const edge = (edgeID: number, fromID: string, toID: string) => ({
  edgeID: `${edgeID}`,
  fromID,
  toID,
  formEdgeID: null,
});

/** An AIF document with what no map shows whole: shared premises, a premise of itself, steps without an end, schemes. */
export const SCHEMES = {
  nodes: [
    node('1', 'I', 'The bridge holds'),
    node('2', 'I', ' It was  tested '),
    node('3', 'I', 'By an engineer'),
    node('4', 'RA', 'Argument from Expert Opinion', {
      scheme: 'Argument from Expert Opinion',
      schemeID: '11',
    }),
    node('5', 'RA', 'Default Inference', { scheme: 'Default Inference', schemeID: '72' }),
    node('6', 'CA', 'Default Conflict', { scheme: 'Default Conflict', schemeID: '71' }),
    node('7', 'CA', 'CA', { scheme: 'Conflict From Bias', schemeID: '7' }),
    node('8', 'RA', 'RA', { scheme: 'Argument from Sign', schemeID: '30' }),
    node('9', 'CA', 'CA'),
    node('10', 'RA', 'RA'),
    node('11', 'I', 'It is old'),
    node('12', 'I', ''),
    node('13', 'I', 'W'.repeat(700)),
    node('14', 'RA', 'RA'),
    node('15', 'L', 'Ann: it holds'),
    node('16', 'YA', 'Asserting'),
    node('17', 'CA', 'CA', { scheme: 'Conflict From Propositional Negation', schemeID: '9' }),
  ],
  edges: [
    edge(1, '2', '4'),
    edge(2, '3', '4'),
    edge(3, '4', '1'),
    // The same premise in a second step, which is denied.
    edge(4, '2', '5'),
    edge(5, '5', '1'),
    edge(6, '11', '6'),
    edge(7, '6', '5'),
    // It attacks itself.
    edge(8, '11', '7'),
    edge(9, '7', '11'),
    // Steps without a premise, and without a conclusion.
    edge(10, '8', '1'),
    edge(11, '11', '9'),
    // A step that supports a step.
    edge(12, '3', '10'),
    edge(13, '10', '4'),
    edge(14, '13', '14'),
    edge(15, '14', '12'),
    edge(16, '15', '16'),
    edge(17, '16', '1'),
    edge(18, '1', '11'),
    edge(19, '1', '17'),
    edge(20, '17', '11'),
    edge(21, '11', '17'),
    edge(22, '17', '1'),
    edge(23, '99', '1'),
  ],
  locutions: [
    { nodeID: '15', personID: '3', timestamp: '2021-05-04 10:00:15', start: null, end: null, source: null },
  ],
};

/** Files that hold what other people's do: circles, self-loops, unconnected parts, shared premises, what no map shows. */
export const FOREIGN_FILES: readonly (readonly [string, string])[] = [
  ['circle.tgf', 'a\nb\nc said\n#\na b\nb c\nc a\n'],
  ['alone.tgf', 'a\nb\n#\na a\nb a\na b\n'],
  [
    'said.json',
    JSON.stringify({
      nodes: [
        { nodeID: '1', text: 'The bridge holds', type: 'I', timestamp: '2021-05-04 10:00:00' },
        { nodeID: '2', text: 'It was tested', type: 'I', timestamp: '2021-05-04 10:00:01' },
        { nodeID: '3', text: 'By an engineer', type: 'I', timestamp: '2021-05-04 10:00:02' },
        { nodeID: '4', text: 'RA', type: 'RA', timestamp: '2021-05-04 10:00:03' },
        { nodeID: '5', text: 'Tests tell little', type: 'I', timestamp: '2021-05-04 10:00:04' },
        { nodeID: '6', text: 'CA', type: 'CA', timestamp: '2021-05-04 10:00:05' },
        { nodeID: '7', text: 'Ann says so', type: 'L', timestamp: '2021-05-04 10:00:06' },
        { nodeID: '8', text: 'Asserting', type: 'YA', timestamp: '2021-05-04 10:00:07' },
        { nodeID: '9', text: 'CA', type: 'CA', timestamp: '2021-05-04 10:00:08' },
      ],
      edges: [
        { edgeID: '1', fromID: '2', toID: '4', formEdgeID: null },
        { edgeID: '2', fromID: '3', toID: '4', formEdgeID: null },
        { edgeID: '3', fromID: '4', toID: '1', formEdgeID: null },
        { edgeID: '4', fromID: '5', toID: '6', formEdgeID: null },
        { edgeID: '5', fromID: '6', toID: '4', formEdgeID: null },
        { edgeID: '6', fromID: '7', toID: '8', formEdgeID: null },
        { edgeID: '7', fromID: '8', toID: '1', formEdgeID: null },
        { edgeID: '8', fromID: '1', toID: '9', formEdgeID: null },
        { edgeID: '9', fromID: '9', toID: '5', formEdgeID: null },
        { edgeID: '10', fromID: '1', toID: '9', formEdgeID: null },
      ],
      locutions: [
        {
          nodeID: '7',
          personID: '3',
          timestamp: '2021-05-04 10:00:06',
          start: null,
          end: null,
          source: null,
        },
      ],
    }),
  ],
  [
    'bridge.argdown',
    '# The bridge\n\n[Safe]: The bridge holds.\n  + <Tested>: It was **tested** [here](https://example.org/a_b). #pro\n    _ <Little>: Tests tell little.\n  - <Old>\n\n<Old>: It is old.\n  + [Safe]\n\n<Proof>\n\n(1) [P]: Steel is strong.\n(2) It is steel.\n----\n(3) [Safe]\n',
  ],
  [
    'old.txt',
    'Discussion Title: The bridge\n\n1. It holds.\n\n1.1. Pro: It was tested, see [a report](https://example.org/r_\\(1\\)).\nTwice.\n1.1.1. Con: Tests tell little \\(so they say\\).\n1.2. Con: -> See 1.1.1.\n1.3. Con: 1.1. is no proof\n',
  ],
  [
    'new.txt',
    'Discussion Name:\r\nThe bridge\r\n\r\n1. Question:\r\nDoes it hold?\r\n  1.1. Thesis:\r\n  Yes\r\n    1.1.1. Pro:\r\n    It was tested [1].\r\n    1.1. is no heading here.\r\n    1.1.2. Con:\r\n    -> See 1.2.1.\r\n    1.1.3. Con:\r\n    -> See discussion #35761: Bridges\r\n  1.2. Thesis:\r\n  No\r\n    1.2.1. Pro:\r\n    It is old.\r\n\r\nSources:\r\n[1] A report https://example.org/report\r\nFirst line\r\nsecond line\r\n',
  ],
  ['schemes.json', JSON.stringify(SCHEMES)],
  [
    'ours.argdown',
    '===\ntitle: "Our debate"\nparley: 1\n===\n\n[Motion]: Should it be so? {kind: "motion"}\n\n[P1]: Yes {kind: "position", name: "Yes", hue: "teal", summary: ""}\n  + <1.1>: It is good.\n    + <1.1.1>: It helps.\n    - <1.1.2>: It costs.\n  + <1.2>: It is old.\n',
  ],
  [
    'deep.txt',
    `Discussion Name:\r\nDeep\r\n\r\n1. Thesis:\r\nIt goes deep\r\n${Array.from({ length: 45 }, (_, at) => {
      const indent = '  '.repeat(at + 1);
      return `${indent}1${'.1'.repeat(at + 1)}. ${at % 2 ? 'Con' : 'Pro'}:\r\n${indent}Claim at level ${at + 1}\r\n`;
    }).join('')}`,
  ],
  [
    'theses.txt',
    `Discussion Name:\r\nWhat to build\r\n\r\n1. Question:\r\nWhat should we build?\r\n${Array.from(
      { length: 12 },
      (_, at) =>
        `  1.${at + 1}. Thesis:\r\n  Build number ${at + 1}\r\n    1.${at + 1}.1. Con:\r\n    It costs ${at + 1} million\r\n`,
    ).join('')}`,
  ],
];
