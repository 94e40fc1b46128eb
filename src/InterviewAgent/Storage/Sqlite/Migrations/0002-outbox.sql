CREATE TABLE "Conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "RespondentId" TEXT NULL,
    "AccountId" TEXT NULL,
    "Channel" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ChannelConversationId" TEXT NULL,
    "UserId" TEXT NULL,
    "DirectoryUserId" TEXT NULL,
    "BotId" TEXT NOT NULL,
    "Locale" TEXT NULL,
    "Greeted" INTEGER NOT NULL,
    "StoppedAt" INTEGER NULL,
    "StoppedWhy" TEXT NULL,
    "HeardAt" INTEGER NULL,
    "Json" TEXT NULL,
    CONSTRAINT "FK_Conversations_Respondents_RespondentId" FOREIGN KEY ("RespondentId") REFERENCES "Respondents" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Conversations_Channel_ChannelConversationId" ON "Conversations" ("Channel", "ChannelConversationId");

CREATE INDEX "IX_Conversations_RespondentId" ON "Conversations" ("RespondentId");

CREATE INDEX "IX_Conversations_TenantId_DirectoryUserId" ON "Conversations" ("TenantId", "DirectoryUserId");

ALTER TABLE "Interviews" ADD COLUMN "ConversationId" TEXT NULL REFERENCES "Conversations" ("Id") ON DELETE SET NULL;

CREATE INDEX "IX_Interviews_ConversationId" ON "Interviews" ("ConversationId");

CREATE TABLE "Outbox" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY,
    "ConversationId" TEXT NOT NULL,
    "InterviewId" TEXT NULL,
    "TurnN" INTEGER NULL,
    "Notice" TEXT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "LeaseUntil" INTEGER NULL,
    "SentAt" INTEGER NULL,
    "ChannelActivityId" TEXT NULL,
    "Why" TEXT NULL,
    CONSTRAINT "FK_Outbox_Conversations_ConversationId" FOREIGN KEY ("ConversationId") REFERENCES "Conversations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Outbox_Interviews_InterviewId" FOREIGN KEY ("InterviewId") REFERENCES "Interviews" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Outbox_ConversationId_State" ON "Outbox" ("ConversationId", "State");

CREATE UNIQUE INDEX "IX_Outbox_InterviewId_TurnN_ConversationId" ON "Outbox" ("InterviewId", "TurnN", "ConversationId");

CREATE INDEX "IX_Outbox_State_NextAt" ON "Outbox" ("State", "NextAt");
