import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import type { ConversationService } from '../conversation/types';
import { EventStream, listenerGone } from './events';
import type { Guard } from './guard';
import { isUnexpected, shownError } from './sentences';

/**
 * How long a turn may take before its stream is opened with nothing to say
 * yet; what fails sooner answers with a status.
 */
const PATIENCE_MS = 200;

/** `/conversations`: mine, and their turns. */
export function addConversationRoutes(
  router: Router,
  guard: Guard,
  deps: { conversations: ConversationService; logger: LoggerService },
): void {
  const { conversations, logger } = deps;
  const path = '/v1/conversations';

  router.post(
    path,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const started = await conversations.start(person, req.body?.entityRef);
      res.status(201).json(started);
    }),
  );
  router.get(
    path,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { entityRef } = req.query as { entityRef?: string };
      res.json({ items: await conversations.list(person, entityRef) });
    }),
  );
  router.get(
    `${path}/:id`,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      res.json(await conversations.get(req.params.id, person));
    }),
  );
  router.delete(
    `${path}/:id`,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      await conversations.forget(req.params.id, person);
      res.status(204).end();
    }),
  );
  router.post(
    `${path}/:id/messages`,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const answers = ['text/event-stream', 'application/json'];
      if (req.accepts(answers) === 'application/json') {
        await answerAtOnce(req, res, person, conversations);
      } else {
        await answerInPieces(req, res, person, { conversations, logger });
      }
    }),
  );
}

async function answerAtOnce(
  req: Request,
  res: Response,
  person: RequestingPerson,
  conversations: ConversationService,
): Promise<void> {
  const gone = listenerGone(res);
  const turn = await conversations.turn({
    conversationId: req.params.id,
    text: req.body.text,
    entityRef: req.body.entityRef,
    person,
    signal: gone,
    onDelta: () => {},
  });
  if (!res.destroyed) {
    res.json(turn);
  }
}

async function answerInPieces(
  req: Request,
  res: Response,
  person: RequestingPerson,
  deps: { conversations: ConversationService; logger: LoggerService },
): Promise<void> {
  const stream = new EventStream(res);
  const start = () => {
    if (!stream.isOpen) {
      stream.send('started', { conversationId: req.params.id });
    }
  };
  const waiting = setTimeout(start, PATIENCE_MS);
  try {
    const turn = await deps.conversations.turn({
      conversationId: req.params.id,
      text: req.body.text,
      entityRef: req.body.entityRef,
      person,
      signal: stream.signal,
      onDelta: text => {
        start();
        stream.send('delta', { text });
      },
    });
    start();
    stream.send('done', turn);
  } catch (error) {
    if (!stream.isOpen) {
      throw error;
    }
    if (isUnexpected(error) && !stream.signal.aborted) {
      deps.logger.error('A turn failed', error as Error);
    }
    stream.send('error', { error: shownError(error) });
  } finally {
    clearTimeout(waiting);
    if (stream.isOpen) {
      stream.end();
    }
  }
}
