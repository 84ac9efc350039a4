-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "erasing" TEXT;

-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "erased_at" INTEGER NOT NULL DEFAULT 0;

-- Takes a person out of a debate's log. `server/log/log-statements.ts` calls it. The answer is the debate's head as it was met;
-- where that is another than `met`, nothing was written, and null where there is no such debate.
--
-- Why it is right when others append or store states at the same time (READ COMMITTED): the debate's row is locked first, as
-- every append locks it, and each statement after it sees what was committed until then. A state is stored under the same
-- lock: before, and it is removed here; or after, and `erased_at` keeps it out.
CREATE FUNCTION erase_from_log(
  debate text, met int, participant text, words boolean,
  -- one element an entry that is written anew
  seqs int[], shapes int[], payloads text[],
  -- the entry that says so
  entry_at bigint, entry_actor text, entry_author text, entry_shape int, entry_type text, entry_payload text
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  newest int;
BEGIN
  SELECT d.head INTO newest FROM debate d WHERE d.id = debate FOR UPDATE;
  IF newest IS NULL OR newest <> met THEN
    RETURN newest;
  END IF;
  UPDATE log_entry e SET shape = written.shape, payload = written.payload::json
    FROM unnest(seqs, shapes, payloads) AS written (seq, shape, payload)
    WHERE e.debate_id = debate AND e.seq = written.seq;
  INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
    VALUES (debate, met + 1, entry_at, entry_actor, entry_author, entry_shape, entry_type, entry_payload::json);
  -- When it last changed is left as it was: a deleted debate is kept no longer for it.
  UPDATE debate d
    SET head = met + 1,
        access_version = d.access_version + 1,
        erased_at = CASE WHEN words THEN met + 1 ELSE d.erased_at END
    WHERE d.id = debate;
  IF words THEN
    DELETE FROM snapshot s WHERE s.debate_id = debate;
  END IF;
  DELETE FROM submission s WHERE s.debate_id = debate AND starts_with(s.client_id, participant || ':');
  DELETE FROM participant p WHERE p.debate_id = debate AND p.id = participant;
  RETURN met;
END
$$;
