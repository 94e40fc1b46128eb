CREATE TABLE "StoredKeys" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_StoredKeys" PRIMARY KEY,
    "Value" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "UseCounts" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_UseCounts" PRIMARY KEY,
    "Minute" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL
);

CREATE INDEX "IX_UseCounts_Minute" ON "UseCounts" ("Minute");

CREATE TABLE "LiveServers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_LiveServers" PRIMARY KEY,
    "StartedAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL
);

ALTER TABLE "Interviews" ADD COLUMN "ModelCodingBy" TEXT NULL;
ALTER TABLE "Interviews" ADD COLUMN "ModelCodingUntil" INTEGER NULL;
ALTER TABLE "Conversations" ADD COLUMN "CalledBy" TEXT NULL;
ALTER TABLE "Conversations" ADD COLUMN "CalledUntil" INTEGER NULL;
