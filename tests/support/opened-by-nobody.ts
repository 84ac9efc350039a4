/** The fields of an opened debate, beside its packed content, for a reader who does not take part. */
export const OPENED_BY_NOBODY = {
  votes: [],
  ratings: [],
  fragment: null,
  authorship: null,
  participantId: null,
  people: [],
};
