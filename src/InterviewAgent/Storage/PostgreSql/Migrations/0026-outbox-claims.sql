ALTER TABLE "Outbox" ADD COLUMN "Claim" uuid;
