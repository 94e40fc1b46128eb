ALTER TABLE "Turns" ADD COLUMN "TraceParent" TEXT NULL;
ALTER TABLE "OutdatedAccounts" ADD COLUMN "TraceParent" TEXT NULL;
