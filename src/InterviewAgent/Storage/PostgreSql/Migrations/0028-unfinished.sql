CREATE INDEX "IX_Tombstones_RespondentId" ON "Tombstones" ("RespondentId");
CREATE INDEX "IX_Interviews_Unfinished" ON "Interviews" ("Id") WHERE "Status" IN ('Open', 'Paused');
