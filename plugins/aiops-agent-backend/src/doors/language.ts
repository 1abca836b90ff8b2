import type { Request, RequestHandler } from 'express';
import { LANGUAGES, speaking, type Language } from '../words';

/** The language of `Accept-Language` that the portal speaks best. */
function languageAskedFor(req: Request): Language {
  const language = req.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find(spoken => spoken === language) ?? LANGUAGES[0];
}

/**
 * Has all that is said to a caller said in the language that they ask for: by
 * the routes, and by what refuses a request before or after them.
 */
export function speakAsAsked(): RequestHandler {
  return (req, _res, next) => speaking(languageAskedFor(req), next);
}
