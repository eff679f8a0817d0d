-- The Idempotency-Key that an answer came with: whoever sends it again says nothing new, whatever was said meanwhile.
ALTER TABLE inbox ADD COLUMN key text;
