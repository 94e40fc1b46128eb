ALTER TABLE "Interviews" ADD COLUMN "ReplyOwedSince" INTEGER NULL;
CREATE INDEX "IX_Interviews_ReplyOwedSince" ON "Interviews" ("ReplyOwedSince");
