ALTER TABLE "Interviews" ADD COLUMN "ModelCodingOwedSince" INTEGER NULL;
ALTER TABLE "Interviews" ADD COLUMN "ModelCoding" TEXT NULL;
ALTER TABLE "Findings" ADD COLUMN "SetAside" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "IX_Interviews_ModelCodingOwedSince" ON "Interviews" ("ModelCodingOwedSince");
