-- Appending to debates' logs, found by index. The plans of the function are kept for a connection, and PostgreSQL makes them while the
-- tables are small or unknown: as one statement of joins it read all stored answers at every append from then on.
-- `server/log/log-statements.ts` calls it.
--
-- Why it is right when others append at the same time (READ COMMITTED):
-- * Several debates are locked in one order first, so that two appends cannot wait for each other.
-- * The update compares the head on the row as it is once it is locked. From then on nobody else moves that head.
-- * Answers are looked for before that: one that is committed while we wait for the lock is not found. If its append moved the head,
--   we are behind anyway. If it stored refusals only, inserting the same identity hits the primary key and the whole
--   statement is undone; run again, it finds the answer.
CREATE OR REPLACE FUNCTION append_to_logs(
  -- one element a debate
  ids text[], heads int[], counts int[], ats bigint[], listings text[], titles text[], visibilities text[],
  access_changes int[],
  -- one element an entry
  entry_debates text[], entry_seqs int[], entry_ats bigint[], entry_actors text[], entry_authors text[],
  entry_shapes int[], entry_types text[], entry_payloads text[],
  -- one element an answer
  answer_debates text[], answer_clients text[], answer_seqs int[], answer_hashes text[], answer_texts text[]
) RETURNS TABLE (id text, head int, accepted boolean, answered json) LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  known_debates text[];
  known_answers json[];
  refused text[] := '{}';
BEGIN
  SELECT array_agg(debate_id), array_agg(answers) INTO known_debates, known_answers
  FROM (
    SELECT stored.debate_id,
           json_agg(json_build_object('clientId', stored.client_id, 'clientSeq', stored.client_seq,
                                      'hash', stored.hash, 'answer', stored.answer)) AS answers
    FROM unnest(answer_debates, answer_clients, answer_seqs) AS asked (debate_id, client_id, client_seq)
    -- The limit keeps the planner from joining with the whole table.
    CROSS JOIN LATERAL (
      SELECT * FROM submission
      WHERE submission.debate_id = asked.debate_id AND submission.client_id = asked.client_id
        AND submission.client_seq = asked.client_seq
      LIMIT 1
    ) AS stored
    GROUP BY stored.debate_id
  ) AS known;

  IF cardinality(ids) > 1 THEN
    PERFORM FROM debate WHERE debate.id = ANY (ids) ORDER BY debate.id FOR UPDATE;
  END IF;
  FOR place IN 1 .. cardinality(ids) LOOP
    id := ids[place];
    head := heads[place];
    answered := known_answers[array_position(known_debates, id)];
    accepted := answered IS NULL;
    IF accepted AND counts[place] > 0 THEN
      UPDATE debate
      SET head = heads[place] + counts[place],
          changed_at = to_timestamp(ats[place] / 1000.0),
          listing = coalesce(listings[place]::json, debate.listing),
          title = coalesce(titles[place], debate.title),
          visibility = coalesce(visibilities[place], debate.visibility),
          access_version = debate.access_version + access_changes[place]
      WHERE debate.id = ids[place] AND debate.head = heads[place];
      accepted := FOUND;
    ELSIF accepted THEN
      PERFORM FROM debate WHERE debate.id = ids[place] AND debate.head = heads[place] FOR UPDATE;
      accepted := FOUND;
    END IF;
    IF NOT accepted THEN
      refused := refused || id;
      head := (SELECT debate.head FROM debate WHERE debate.id = ids[place]);
    END IF;
    RETURN NEXT;
  END LOOP;

  INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
  SELECT new.debate_id, new.seq, new.at, new.actor, new.author, new.shape, new.type, new.payload::json
  FROM unnest(entry_debates, entry_seqs, entry_ats, entry_actors, entry_authors, entry_shapes, entry_types,
              entry_payloads) AS new (debate_id, seq, at, actor, author, shape, type, payload)
  WHERE new.debate_id <> ALL (refused);

  INSERT INTO submission (debate_id, client_id, client_seq, hash, answer)
  SELECT new.debate_id, new.client_id, new.client_seq, new.hash, new.answer::json
  FROM unnest(answer_debates, answer_clients, answer_seqs, answer_hashes, answer_texts)
    AS new (debate_id, client_id, client_seq, hash, answer)
  WHERE new.debate_id <> ALL (refused);
END
$$;
