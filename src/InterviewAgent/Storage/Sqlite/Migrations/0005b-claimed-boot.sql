ALTER TABLE "Invitations" ADD COLUMN "ClaimedBoot" TEXT NULL;
