CREATE TABLE "ApiKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "RevokedAt" INTEGER NULL
);

CREATE TABLE "ApiReplies" (
    "KeyId" TEXT NOT NULL,
    "IdempotencyKey" TEXT NOT NULL,
    "RequestHash" TEXT NOT NULL,
    "Status" INTEGER NULL,
    "Body" TEXT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_ApiReplies" PRIMARY KEY ("KeyId", "IdempotencyKey")
);

CREATE INDEX "IX_ApiReplies_At" ON "ApiReplies" ("At");
