-- Which field a register named when it refused, beside the reason in words: the form shows it there.
ALTER TABLE outbox ADD COLUMN fouten jsonb NOT NULL DEFAULT '[]';
-- How each task that runs beside the requests went last, whichever process ran it. No person, no content.
CREATE TABLE taakstand (
  naam text PRIMARY KEY,
  gelukt_op timestamptz,
  mislukt_op timestamptz,
  reden text
);
