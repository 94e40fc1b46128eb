-- What flags are put in order by, and what an overview reads, from indexes alone.
ALTER TABLE "Flags" ADD COLUMN "QuotedKinds" integer NOT NULL DEFAULT 0;
ALTER TABLE "Flags" ADD COLUMN "People" integer NOT NULL DEFAULT 0;
ALTER TABLE "Flags" ADD COLUMN "Speakers" integer NOT NULL DEFAULT 0;
UPDATE "Flags" SET
    "QuotedKinds" = (SELECT COUNT(*) FROM jsonb_array_elements("Evidence"::jsonb) kind WHERE (kind->>'isQuoted')::boolean),
    "People" = (SELECT COALESCE(MAX((kind->>'people')::integer), 0) FROM jsonb_array_elements("Evidence"::jsonb) kind)
WHERE "Evidence" LIKE '[%'; -- Only this product writes it; IS JSON is of PostgreSQL 16.
UPDATE "Flags" SET "Speakers" = GREATEST("People", (
    SELECT COUNT(DISTINCT "RespondentId") FROM "Interviews" WHERE "Id" IN (
        SELECT interview::uuid FROM jsonb_array_elements("Flags"."Evidence"::jsonb) kind, jsonb_array_elements_text(kind->'interviews') interview)))
WHERE "Evidence" LIKE '[%';
CREATE INDEX "IX_Flags_ClosedAt" ON "Flags" ("ClosedAt");
CREATE INDEX "IX_AccountSummaries_Level_AccountId" ON "AccountSummaries" ("Level", "AccountId");
CREATE INDEX "IX_AccountSummaries_Flagged" ON "AccountSummaries" ("Level", "AccountId") WHERE "Flag" IS NOT NULL;
CREATE INDEX "IX_AccountSummaries_Cell" ON "AccountSummaries" ("Health", "People", "Interviews", "Level");
CREATE INDEX "IX_PersonVoices_Role_AccountId_ToRead" ON "PersonVoices" ("Role", "AccountId", "ToRead");
DROP INDEX "IX_ThemeVoices_Whole";
CREATE INDEX "IX_ThemeVoices_Whole" ON "ThemeVoices" ("AccountId", "Code", "People", "FirstWeek", "LastWeek") WHERE "Term" = '';
DROP INDEX "IX_Interviews_Status";
CREATE INDEX "IX_Interviews_Waiting" ON "Interviews" ("Id") WHERE "Status" = 'AwaitingAnalysis' OR ("Status" = 'BrokenOff' AND "AnalysedAt" IS NULL);
