-- Appending to debates' logs, as a function: the statement is planned once a connection instead of at every append,
-- which on the embedded database is most of what an append costs. `server/log/log-statements.ts` calls it.
--
-- Why it is right when others append at the same time (READ COMMITTED):
-- * `locked` takes the debates' rows in one order, so that two appends cannot wait for each other, and gives each row
--   as it is after waiting for its lock. From then on nobody else moves that head.
-- * `accepted` compares the head with that row, never with the statement's own older view of the table.
-- * `answered` is such an older view: an answer committed while we waited is not in it. If its append moved the head,
--   we are behind anyway. If it stored refusals only, inserting the same identity hits the primary key and the whole
--   statement is undone; run again, it sees the answer.
CREATE FUNCTION append_to_logs(
  -- one element a debate
  ids text[], heads int[], counts int[], ats bigint[], listings text[], titles text[], visibilities text[],
  access_changes int[],
  -- one element an entry
  entry_debates text[], entry_seqs int[], entry_ats bigint[], entry_actors text[], entry_authors text[],
  entry_shapes int[], entry_types text[], entry_payloads text[],
  -- one element an answer
  answer_debates text[], answer_clients text[], answer_seqs int[], answer_hashes text[], answer_texts text[]
) RETURNS TABLE (id text, head int, accepted boolean, answered json) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH wanted AS (
    SELECT * FROM unnest(ids, heads, counts, ats, listings, titles, visibilities, access_changes)
      WITH ORDINALITY AS wanted (id, head, entries, at, listing, title, visibility, access_changes, place)
  ), locked AS (
    SELECT debate.id, debate.head FROM debate WHERE debate.id = ANY (ids) ORDER BY debate.id FOR UPDATE
  ), asked AS (
    SELECT * FROM unnest(answer_debates, answer_clients, answer_seqs, answer_hashes, answer_texts)
      AS asked (debate_id, client_id, client_seq, hash, answer)
  ), answered AS (
    SELECT submission.debate_id,
           json_agg(json_build_object('clientId', submission.client_id, 'clientSeq', submission.client_seq,
                                      'hash', submission.hash, 'answer', submission.answer)) AS answers
    FROM asked
    JOIN submission USING (debate_id, client_id, client_seq)
    GROUP BY submission.debate_id
  ), accepted AS (
    SELECT wanted.* FROM wanted JOIN locked ON locked.id = wanted.id AND locked.head = wanted.head
    WHERE NOT EXISTS (SELECT FROM answered WHERE answered.debate_id = wanted.id)
  ), moved AS (
    UPDATE debate
    SET head = accepted.head + accepted.entries,
        changed_at = to_timestamp(accepted.at / 1000.0),
        listing = coalesce(accepted.listing::json, debate.listing),
        title = coalesce(accepted.title, debate.title),
        visibility = coalesce(accepted.visibility, debate.visibility),
        access_version = debate.access_version + accepted.access_changes
    FROM accepted WHERE debate.id = accepted.id AND accepted.entries > 0
  ), entered AS (
    INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
    SELECT new.debate_id, new.seq, new.at, new.actor, new.author, new.shape, new.type, new.payload::json
    FROM unnest(entry_debates, entry_seqs, entry_ats, entry_actors, entry_authors, entry_shapes, entry_types,
                entry_payloads) AS new (debate_id, seq, at, actor, author, shape, type, payload)
    JOIN accepted ON accepted.id = new.debate_id
  ), submitted AS (
    INSERT INTO submission (debate_id, client_id, client_seq, hash, answer)
    SELECT asked.debate_id, asked.client_id, asked.client_seq, asked.hash, asked.answer::json
    FROM asked JOIN accepted ON accepted.id = asked.debate_id
  )
  SELECT wanted.id, locked.head, accepted.id IS NOT NULL, answered.answers
  FROM wanted
  LEFT JOIN locked ON locked.id = wanted.id
  LEFT JOIN accepted ON accepted.id = wanted.id
  LEFT JOIN answered ON answered.debate_id = wanted.id
  ORDER BY wanted.place;
END
$$;
