-- PostgreSQL planned the statements of an append again each time: it takes plans made for the values at hand to be cheaper, which holds
-- for the statements but not for planning them. `append_to_logs` finds its rows by index whatever a plan was made for, so one plan a
-- connection is enough.
ALTER FUNCTION append_to_logs(
  text[], int[], int[], bigint[], text[], text[], text[], int[],
  text[], int[], bigint[], text[], text[], int[], text[], text[],
  text[], text[], int[], text[], text[]
) SET plan_cache_mode = force_generic_plan;
