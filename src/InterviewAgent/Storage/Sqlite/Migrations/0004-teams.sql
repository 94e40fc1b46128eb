ALTER TABLE "Accounts" ADD COLUMN "TenantId" TEXT NULL;

ALTER TABLE "Respondents" ADD COLUMN "AadObjectId" TEXT NULL;

CREATE INDEX "IX_Respondents_AadObjectId" ON "Respondents" ("AadObjectId");

ALTER TABLE "Turns" ADD COLUMN "Corrects" INTEGER NULL;

ALTER TABLE "Links" ADD COLUMN "PairingHash" TEXT NULL;

ALTER TABLE "Links" ADD COLUMN "PairingUntil" INTEGER NULL;

CREATE INDEX "IX_Links_PairingHash" ON "Links" ("PairingHash");
