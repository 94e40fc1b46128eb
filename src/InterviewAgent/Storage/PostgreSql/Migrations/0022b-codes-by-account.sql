-- A code is asked for in some accounts, never in all.
CREATE INDEX "IX_Findings_Code_AccountId" ON "Findings" ("Code", "AccountId");
DROP INDEX "IX_Findings_Code";
