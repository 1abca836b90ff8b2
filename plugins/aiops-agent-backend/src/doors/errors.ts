import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { isUnexpected, shownError, validationSentence } from './sentences';

/** Puts what the OpenAPI validator says into plain words. */
export function readableValidation(): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    next(new InputError(validationSentence(String(error.message))));
  };
}

/**
 * Leaves of an error what is meant for people, and logs the rest. The root
 * router turns its name into a status.
 */
export function shownErrors(logger: LoggerService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (isUnexpected(error)) {
      logger.error(`${req.method} ${req.path} failed`, error);
    } else if (error.cause) {
      logger.warn(`${req.method} ${req.path} was refused`, error);
    }
    if (res.headersSent) {
      res.end();
      return;
    }
    const { name, message } = shownError(error);
    next(Object.assign(new Error(message), { name }));
  };
}
