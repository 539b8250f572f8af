-- An own write is announced on the register's answer and once more by its notificatie: `bron`, the uuid of the status,
-- substatus or klantcontact that was made, shows that it is the same one.
-- `niveau` is the least that one must be allowed to see of the zaak to hear of it: an interne substatus is for `inhoud`.
ALTER TABLE gebeurtenissen ADD COLUMN bron text;
ALTER TABLE gebeurtenissen ADD COLUMN niveau text NOT NULL DEFAULT 'status';
CREATE UNIQUE INDEX gebeurtenissen_bron ON gebeurtenissen (onderwerp, soort, bron) WHERE bron IS NOT NULL;
