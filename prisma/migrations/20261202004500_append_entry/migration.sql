-- Appends one entry with its answer to one debate, which nearly every append is. `append_to_logs`, for any append, costs about twice
-- as much, for its arrays and the look for stored answers. `server/log/log-statements.ts` calls it. The answer is false where that is
-- not the debate's head, or there is no such debate: then nothing was written, and `append_to_logs` says why.
--
-- Why it is right when others append at the same time (READ COMMITTED):
-- * The update compares the head on the row as it is once it is locked. From then on nobody else moves that head.
-- * Stored answers are not looked for: inserting the same identity hits the primary key and the whole statement is undone; run again, by
--   `append_to_logs`, it finds the answer.
--
-- Its settings are those of `append_to_logs`, for the same reasons.
CREATE FUNCTION append_entry(
  debate text, met int,
  -- the entry
  entry_at bigint, entry_actor text, entry_author text, entry_shape int, entry_type text, entry_payload json,
  -- its answer
  answer_client text, answer_seq int, answer_hash text, answer_json json,
  -- the debate; null where it stays as it is
  shown_at bigint, new_listing json, new_title text, new_visibility text, access_changes int
) RETURNS boolean LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  UPDATE debate d
    SET head = met + 1,
        changed_at = to_timestamp(shown_at / 1000.0),
        listing = coalesce(new_listing, d.listing),
        title = coalesce(new_title, d.title),
        visibility = coalesce(new_visibility, d.visibility),
        access_version = d.access_version + access_changes
    WHERE d.id = debate AND d.head = met;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
    VALUES (debate, met + 1, entry_at, entry_actor, entry_author, entry_shape, entry_type, entry_payload);
  INSERT INTO submission (debate_id, client_id, client_seq, hash, answer)
    VALUES (debate, answer_client, answer_seq, answer_hash, answer_json);
  RETURN true;
END
$$;
