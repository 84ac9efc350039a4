/** Kialo's text with references to claims, to themselves, to theses and to nothing, numbers missing between, links and citations. */
export const KIALO = `Discussion Name:
\\Sources: of light

1. Question:
Is it [so](http://q.example)?
  1.1. Thesis:
  A first line
  then more
    1.1.1. Pro: on the same line [1] [7] [2]
      1.1.1.1. Con:
      -> See 1.1.1.
    1.1.3. Con:
    after a gap \\[1\\], [two](https://two.example/a_\\(b\\)) [open [3]
    1.1.4. Pro:
    -> See 1.1.1
    1.1.5. Con:
    -> See 1.1.1.
    1.1.6. Pro:
    -> See 1.1.
    1.1.7. Con:
    -> See 9.9.
    1.1.8. Pro:
    -> See discussion #12: x
  1.2. Thesis:
  ${'long '.repeat(14)}name
  1.4. Thesis:
  Short

Sources:
[1] A \\[report\\] https://example.org/r
First line

last line
[2] www.only.example
[3] Only a title
`;

/** Kialo's text in its old form. */
export const KIALO_OLD = `Discussion Title:  Old form
1. The thesis

1.1. Pro: With [a link](https://a.example) and [a link](https://a.example)
    indented more
1.1.1. Con: no
1.3. not a claim, as it has no kind
2. Second
2.1. Con: -> See 1.1.
`;

export const POLIS_TABLES = {
  'summary.csv': "topic,'=Trees\nurl,http://x\n",
  'comments.csv': [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta',
    '1731527035000,Wed Nov 13 2024 19:43:55 GMT,3,5,0,0,1,"\'-Plant, more",false',
    '1731527036,Wed Nov 13 2024 19:43:56 GMT,1,,0,0, -1 ,Fell them,t',
    '1000,,2,6,0,0,0,Old,\n',
  ].join('\n'),
  'votes.csv': [
    'timestamp,comment-id,voter-id,vote',
    '5,3,1,1',
    '4,3,1,-1',
    '6,3,2,-1',
    '6,3,2,0',
    '7,9,1,1',
    '8,2,1,2',
    '9,2,7, 1 \n',
  ].join('\n'),
};

/** The columns of our table of claims that are read. */
export const CLAIM_COLUMNS =
  'claim_id,text,target_kind,target_id,relation,position_id,author_id,author,at,wording,retracted,state,merged_into,agree,disagree,pass,link_id,best_case_by,recognized';

/** Our own tables as people change them. */
export const OWN_TABLES = {
  'debate.csv': "title,motion,visibility,created_at\nT,'=M,public,x\n",
  'positions.csv': 'position_id,name,hue,summary\nnorth,North,teal,Up\nsouth,South,pink,\n',
  'participants.csv': 'participant_id,name,role,team_id,joined_at\nann,Ann,debater,,\nbob,,debater,,\n',
  'sources.csv': 'source_id,title,url,locator,excerpt,note,author_id\ns-1,Book,,p. 1,Says,Mine,ann\n',
  'articles.csv': 'source_id,text\ns-1,All of it\ns-9,None\n',
  'citations.csv': 'claim_id,source_id\nc-1,s-1\nc-1,s-9\n',
  'passages.csv': [
    'passage_id,claim_id,source_id,exact,prefix,suffix,start,end',
    'q-1,c-1,s-1,of,All , it,4,6',
    'q-1,c-1,s-1,it,,,7,9',
    'q-2,c-2,s-1,All,,,0,3',
    'q-3,c-1,s-1, ,,,3,4\n',
  ].join('\n'),
  'claims.csv': [
    CLAIM_COLUMNS,
    'c-1,One,position,north,support,north,ann,,2026-01-01T00:00:00Z,1,false,,,0,0,0,l-1,,',
    'c-2,Two,claim,c-1,attack,gone,,,soon,1,true,,,0,0,0,,,',
    'c-3,Three,link,l-1,attack,,bob,,,1,false,,,0,0,0,l-3,,',
    'c-4,Four,position,north,support,,bob,,,1,false,hidden,,0,0,0,l-4,,',
    'c-5,Under two,claim,c-2,support,,bob,,,1,false,,,0,0,0,l-5,,\n',
  ].join('\n'),
  'links.csv': [
    'link_id,from_claim_id,target_kind,target_id,relation,author_id,at',
    'x-1,c-2,position,south,support,,',
    'x-2,c-2,link,l-3,attack,,',
    'x-3,c-9,claim,c-1,attack,,\n',
  ].join('\n'),
  'votes.csv': [
    'claim_id,participant_id,answer,wording',
    'c-1,ann,agree,1',
    'c-1,ann,pass,1',
    'c-1,cyd,disagree,1',
    'c-1,bob,maybe,1',
    'c-9,bob,agree,1\n',
  ].join('\n'),
  'comments.csv': [
    'comment_id,on_kind,on_id,reply_to,text,author_id,author,at,resolved',
    'm-1,position,north,,Cold,ann,,2026-01-02T00:00:00Z,false',
    'm-2,claim,c-1,,Why,,,,false',
    'm-3,link,l-1,m-2,Since,bob,,,false',
    'm-4,claim,c-1,m-9,Lost,bob,,,false',
    'm-5,claim,c-9,,Gone,bob,,,false',
    'm-6,link,l-9,,Gone too,bob,,,false',
    'm-7,position,none,,Nowhere,bob,,,false',
    'm-8,claim,c-1,, ,bob,,,false\n',
  ].join('\n'),
};

const node = (nodeID: number, type: string, text: string | number | null, more: object = {}) => ({
  nodeID,
  type,
  text,
  ...more,
});
const edge = (edgeID: number, fromID: number, toID: number) => ({ edgeID, fromID, toID });
const POSITION = { scheme: 'Parley: position on a motion' };

/** AIF of Parley with two positions, and with what it would not write: a position of a position, a second step of one, ids as numbers. */
export const POSITIONS_IN_AIF = {
  nodes: [
    node(1, 'I', 'Motion', { timestamp: '2026-01-02 03:04:05' }),
    node(2, 'I', 'Yes\nAnd more'),
    node(3, 'I', 'No'),
    ...[4, 5, 12, 13].map((id) => node(id, 'RA', 'RA', POSITION)),
    node(6, 'I', 'So', { timestamp: 'soon' }),
    node(7, 'RA', 'Argument from Positive_Consequences'),
    node(8, 'I', null),
    node(9, 'CA', 'CA'),
    node(10, 'CA', 'CA'),
    node(11, 'I', 5, { timestamp: '2026-01-02 03:04:06' }),
    node(11, 'I', 'Six', { timestamp: '2026-01-02 03:04:07' }),
    node(14, 'L', 'Ann: so'),
    node(15, 'RA', 'RA'),
    node(16, 'MA', 'MA'),
  ],
  edges: [
    edge(1, 2, 4),
    edge(2, 4, 1),
    edge(3, 3, 5),
    edge(4, 5, 1),
    edge(5, 6, 7),
    edge(6, 7, 2),
    edge(7, 8, 9),
    edge(8, 9, 7),
    edge(9, 11, 10),
    edge(10, 10, 3),
    edge(11, 6, 12),
    edge(12, 12, 3),
    edge(13, 2, 13),
    edge(14, 13, 8),
    edge(20, 10, 14),
    edge(15, 11, 15),
    edge(16, 15, 9),
    edge(17, 6, 8),
    edge(18, 99, 6),
    edge(19, 6, 98),
  ],
  locutions: [{ nodeID: 14, personID: 3 }],
};
