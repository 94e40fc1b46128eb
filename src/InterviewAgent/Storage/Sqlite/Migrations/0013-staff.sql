ALTER TABLE "SignInLinks" ADD COLUMN "Role" TEXT NOT NULL DEFAULT 'Admin';
ALTER TABLE "SignInLinks" ADD COLUMN "Owner" TEXT NULL;

CREATE TABLE "StaffSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StaffSessions" PRIMARY KEY,
    "Who" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "Via" TEXT NOT NULL,
    "BeganAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL
);

CREATE INDEX "IX_StaffSessions_Who" ON "StaffSessions" ("Who");
