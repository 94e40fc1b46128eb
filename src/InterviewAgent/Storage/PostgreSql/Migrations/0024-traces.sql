ALTER TABLE "Turns" ADD COLUMN "TraceParent" text COLLATE "C";
ALTER TABLE "OutdatedAccounts" ADD COLUMN "TraceParent" text COLLATE "C";
