-- What flags are put in order by, and what an overview reads, from indexes alone.
ALTER TABLE "Flags" ADD COLUMN "QuotedKinds" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Flags" ADD COLUMN "People" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Flags" ADD COLUMN "Speakers" INTEGER NOT NULL DEFAULT 0;
UPDATE "Flags" SET
    "QuotedKinds" = (SELECT COUNT(*) FROM json_each("Evidence") kind WHERE json_extract(kind.value, '$.isQuoted')),
    "People" = (SELECT COALESCE(MAX(json_extract(kind.value, '$.people')), 0) FROM json_each("Evidence") kind)
WHERE json_valid("Evidence") AND json_type("Evidence") = 'array';
UPDATE "Flags" SET "Speakers" = MAX("People", (
    SELECT COUNT(DISTINCT "RespondentId") FROM "Interviews" WHERE "Id" IN (
        SELECT UPPER(interview.value) FROM json_each("Flags"."Evidence") kind, json_each(kind.value, '$.interviews') interview)))
WHERE json_valid("Evidence") AND json_type("Evidence") = 'array';
CREATE INDEX "IX_Flags_ClosedAt" ON "Flags" ("ClosedAt");
CREATE INDEX "IX_AccountSummaries_Level_AccountId" ON "AccountSummaries" ("Level", "AccountId");
CREATE INDEX "IX_AccountSummaries_Flagged" ON "AccountSummaries" ("Level", "AccountId") WHERE "Flag" IS NOT NULL;
CREATE INDEX "IX_AccountSummaries_Cell" ON "AccountSummaries" ("Health", "People", "Interviews", "Level");
CREATE INDEX "IX_PersonVoices_Role_AccountId_ToRead" ON "PersonVoices" ("Role", "AccountId", "ToRead");
DROP INDEX "IX_ThemeVoices_Whole";
CREATE INDEX "IX_ThemeVoices_Whole" ON "ThemeVoices" ("AccountId", "Code", "People", "FirstWeek", "LastWeek") WHERE "Term" = '';
DROP INDEX "IX_Interviews_Status";
CREATE INDEX "IX_Interviews_Waiting" ON "Interviews" ("Id") WHERE "Status" = 'AwaitingAnalysis' OR ("Status" = 'BrokenOff' AND "AnalysedAt" IS NULL);
