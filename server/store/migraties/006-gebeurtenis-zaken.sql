-- The zaken that a contactmoment is about, which its event does not name: who may see none of them does not hear of it.
ALTER TABLE gebeurtenissen ADD COLUMN zaken jsonb;
