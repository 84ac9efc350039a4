/** Milliseconds a deleted debate is kept: its owner can bring it back meanwhile. */
export const GRACE = 7 * 24 * 60 * 60 * 1_000;

/** Everything a person can grow, its bound, its unit and why it is there. Over a bound an operation is rejected whole. */
export const LIMITS = {
  /** Characters (code points) in a motion: it must be readable as a headline. */
  motionCharacters: 300,
  /** Characters in a debate's title: one line in a list. */
  titleCharacters: 120,
  /** Characters in a claim's wording: one statement, not an essay. */
  wordingCharacters: 500,
  /** Characters in a comment. */
  commentCharacters: 5_000,
  /** People one comment names: each of them hears of it. */
  mentions: 20,
  /** Characters in a position's name: fits its place on the map. */
  positionNameCharacters: 60,
  /** Characters in a position's summary. */
  positionSummaryCharacters: 300,
  /** Characters in a person's name. */
  nameCharacters: 60,
  /** Characters in a source's title. */
  sourceTitleCharacters: 300,
  /** Characters in a source's web address. */
  sourceUrlCharacters: 2_000,
  /** Characters in a source's excerpt or note: a whole document fits. */
  sourceTextCharacters: 200_000,
  /** Characters in an article's text: a long one fits. */
  articleCharacters: 200_000,
  /** Characters (UTF-16 units) in all articles of a debate: whoever opens it fetches them. */
  allArticlesCharacters: 1_000_000,
  /** UTF-16 units of an article in a passage that is cited: some paragraphs, not a copy. */
  passageUnits: 2_000,
  /** UTF-16 units of what stands before a cited passage, and of what stands behind it. */
  contextUnits: 32,
  /** Passages cited by one claim. */
  passagesPerClaim: 20,
  /** Wordings suggested for one claim that nobody has answered yet. */
  openSuggestionsPerClaim: 20,
  /** Wordings suggested by one person that nobody has answered yet: whoever suggests more waits for an answer first. */
  openSuggestions: 50,
  /** Suggested wordings in a debate, answered ones included. */
  suggestions: 20_000,
  /** Of these as many as are given with a new source, in one message; more is written in their editors. */
  newSourceTextCharacters: 5_000,
  /** Characters in a source's locator (a paragraph or page). */
  sourceLocatorCharacters: 40,
  /** Positions in a debate: as many as there are hues that stay apart. */
  positions: 8,
  /** Claims in a debate, retracted ones included: the size the map is built for. */
  claims: 10_000,
  /** Claims that one is split into at once, beside itself: a wording of 500 characters says no more. */
  parts: 8,
  /** Cross-links in a debate. */
  crossLinks: 20_000,
  /** Comments in a debate. */
  comments: 100_000,
  /** Sources in a debate. */
  sources: 5_000,
  /** Sources cited by one claim. */
  sourcesPerClaim: 20,
  /** Claims between a position and its deepest descendant: walks stay short. */
  depth: 60,
  /** Participants in a debate. */
  participants: 2_000,
  /** Claims and comments hidden, or shown again, in one act: their ids must fit into a message. */
  hiddenAtOnce: 1_000,
  /** Characters in a note to the author of what is hidden. */
  noteCharacters: 1_000,
  /** New claims of one person within `PACE_WINDOW`, at most what a debate can choose. */
  pace: 100,
  /** Minutes a mute or ban with an end lasts: a year. */
  sanctionMinutes: 525_600,
  /** Reasons for hiding that a debate has. */
  reasons: 20,
  /** Characters in a reason for hiding. */
  reasonCharacters: 60,
  /** Phases of an agenda: a day's work, and still looked over at once. */
  phases: 30,
  /** Characters in a phase's name: one line over the board. */
  phaseTitleCharacters: 60,
  /** Characters in what people are asked to do in a phase: two lines over the board. */
  phaseNoteCharacters: 200,
  /** Minutes a phase lasts: a day. */
  phaseMinutes: 1_440,
  /** Votes from which on the totals of a secret ballot are told: of fewer one could guess whose they are. */
  secretTotal: 5,
  /** Totals of a secret ballot that are told of one claim or link, one after another: each is compared with all before it. */
  toldTotals: 50,
  /** Characters in what is said with a report. */
  reportCharacters: 500,
  /** For the owner to read, by an administrator. */
  restrictionCharacters: 1_000,
  /** Reports of one person that nobody has dealt with yet: whoever reports more waits for an answer first. */
  openReports: 20,
  /** Reports of one person that are remembered. */
  rememberedReports: 50,
  /** Reports in a debate that nobody has dealt with yet: more than those who run it can go through. */
  allOpenReports: 2_000,
  /** Small groups of a debate, ended ones included: a board of its own each, that those who run it look after. */
  groups: 200,
  /** Of these as many as are formed at once. */
  groupsAtOnce: 50,
  /** Claims copied into all the groups that are formed at once, each counted in each group. */
  claimsCopiedAtOnce: 20_000,
  /** Characters in a group's name. */
  groupNameCharacters: 60,
  /** People in a group of an anonymous debate, at least: of fewer one would know who wrote what. */
  anonymousGroup: 3,
  /** Meetings in a debate. */
  meetings: 200,
  /** Characters in the question of a poll: read from the back row. */
  pollQuestionCharacters: 200,
  /** Characters in an option of a poll: a button on a phone. */
  pollOptionCharacters: 80,
  /** Options of a poll: they stand below each other on a phone. */
  pollOptions: 8,
  /** Polls in a debate. */
  polls: 200,
  /** Answers of at least so many people make a total of a secret poll; fewer would tell of single ones. */
  toldAnswers: 5,
  /** Seconds somebody may be given to speak. */
  speakingSeconds: 3_600,
  /** Times that somebody had the floor, in a debate. */
  speeches: 5_000,
  /** Mail addresses invited in one go: what one pastes, and can still look over. */
  invitedAtOnce: 100,
  /** Characters in what is written to whom one invites by mail: a sentence or two, and no letter of one's own. */
  invitationNoteCharacters: 300,
  /** Changes a text remembers until it is sealed, so that one made on an older revision can still be merged. */
  rememberedChanges: 300,
  /** Characters (UTF-16 units) that the changes a text remembers have put in: what is pasted weighs more. */
  rememberedCharacters: 100_000,
  /** Characters for which each part of such a change counts besides: merging takes as long as there are parts. */
  rememberedPart: 16,
  /** Characters (UTF-16 units) one edit puts into a text: it must fit into a message. */
  editCharacters: 10_000,
  /** Parts of one edit (kept and replaced ones): typing and pasting make three, a long draft written offline some hundred. */
  editParts: 500,
  /** Operations a browser may keep waiting for the server. */
  pendingOperations: 1_000,
  /** Claims, positions and links one has seen something new at, one by one, beyond what is taken for seen altogether. */
  seenLater: 2_000,
  /** Bytes in one message from a client. */
  messageBytes: 64 * 1024,
} as const;
