CREATE TABLE "StoredKeys" (
    "Name" text COLLATE "C" NOT NULL,
    "Value" text COLLATE "C" NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_StoredKeys" PRIMARY KEY ("Name")
);

CREATE TABLE "UseCounts" (
    "Key" text COLLATE "C" NOT NULL,
    "Minute" bigint NOT NULL,
    "Times" integer NOT NULL,
    CONSTRAINT "PK_UseCounts" PRIMARY KEY ("Key")
);

CREATE INDEX "IX_UseCounts_Minute" ON "UseCounts" ("Minute");

CREATE TABLE "LiveServers" (
    "Id" uuid NOT NULL,
    "StartedAt" bigint NOT NULL,
    "SeenAt" bigint NOT NULL,
    CONSTRAINT "PK_LiveServers" PRIMARY KEY ("Id")
);

ALTER TABLE "Interviews" ADD COLUMN "ModelCodingBy" uuid;
ALTER TABLE "Interviews" ADD COLUMN "ModelCodingUntil" bigint;
ALTER TABLE "Conversations" ADD COLUMN "CalledBy" uuid;
ALTER TABLE "Conversations" ADD COLUMN "CalledUntil" bigint;
