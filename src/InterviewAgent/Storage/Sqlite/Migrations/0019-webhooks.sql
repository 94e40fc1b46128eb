CREATE TABLE "Webhooks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Webhooks" PRIMARY KEY,
    "Url" TEXT NOT NULL,
    "Events" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "Secret" TEXT NOT NULL,
    "OldSecret" TEXT NULL,
    "OldSecretUntil" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "FailingSince" INTEGER NULL,
    "RestUntil" INTEGER NULL,
    "PausedAt" INTEGER NULL,
    "PausedBecause" TEXT NULL
);

CREATE TABLE "WebhookDeliveries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WebhookDeliveries" PRIMARY KEY,
    "WebhookId" TEXT NOT NULL,
    "EventId" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    "InterviewId" TEXT NULL,
    "At" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "ClaimedBy" TEXT NULL,
    "ClaimedUntil" INTEGER NULL,
    "EndedAt" INTEGER NULL,
    "LastAnswer" TEXT NULL,
    CONSTRAINT "FK_WebhookDeliveries_Webhooks_WebhookId" FOREIGN KEY ("WebhookId") REFERENCES "Webhooks" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_WebhookDeliveries_WebhookId_EventId" ON "WebhookDeliveries" ("WebhookId", "EventId");

CREATE INDEX "IX_WebhookDeliveries_State_NextAt" ON "WebhookDeliveries" ("State", "NextAt");

CREATE INDEX "IX_WebhookDeliveries_InterviewId" ON "WebhookDeliveries" ("InterviewId");
