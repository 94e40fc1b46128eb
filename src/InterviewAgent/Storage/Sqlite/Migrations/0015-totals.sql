CREATE TABLE "TotalsAtoms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_TotalsAtoms" PRIMARY KEY,
    "Code" TEXT NOT NULL,
    "Segment" TEXT NULL,
    "Week" TEXT NOT NULL,
    "People" INTEGER NOT NULL,
    "Accounts" INTEGER NOT NULL
);

CREATE TABLE "TotalsMembers" (
    "Code" TEXT NOT NULL,
    "RespondentId" TEXT NOT NULL,
    "AtomId" TEXT NOT NULL,
    CONSTRAINT "PK_TotalsMembers" PRIMARY KEY ("Code", "RespondentId")
);

CREATE INDEX "IX_TotalsMembers_RespondentId" ON "TotalsMembers" ("RespondentId");

CREATE TABLE "TotalsWeeks" (
    "Monday" TEXT NOT NULL CONSTRAINT "PK_TotalsWeeks" PRIMARY KEY
);
