import type {
  LogEvent,
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';
import { inLanguage } from './inLanguage';

type LogEvents = ReturnType<ScaffolderApi['streamLogs']>;

interface Observer {
  next?(event: LogEvent): void;
  error?(reason: Error): void;
  complete?(): void;
}

/**
 * Backstage shows a template's sections, its last page, steps and links as
 * they stand in the template's file. Here they are said in the language of
 * the page where the file says them in it.
 *
 * @param language - That of the page, when it is asked.
 */
export function scaffolderInWords(
  scaffolderApi: ScaffolderApi,
  language: () => string,
): ScaffolderApi {
  const getTemplateParameterSchema: ScaffolderApi['getTemplateParameterSchema'] =
    async (...request) => {
      const form = inLanguage(
        await scaffolderApi.getTemplateParameterSchema(...request),
        language(),
      );
      // A section's words are given twice, and said in other languages once.
      const steps = form.steps.map(({ schema, ...step }) => ({
        ...step,
        ...(schema.title ? { title: String(schema.title) } : {}),
        ...(schema.description
          ? { description: String(schema.description) }
          : {}),
        schema,
      }));
      return { ...form, steps };
    };

  const getTask: ScaffolderApi['getTask'] = async (...request) =>
    taskIn(language(), await scaffolderApi.getTask(...request));

  const streamLogs: ScaffolderApi['streamLogs'] = (...request) =>
    changed(scaffolderApi.streamLogs(...request), event =>
      eventIn(language(), event),
    );

  return Object.assign(Object.create(scaffolderApi), {
    getTemplateParameterSchema,
    getTask,
    streamLogs,
  });
}

/** The same events, each of them changed. */
function changed(events: LogEvents, change: (event: LogEvent) => LogEvent) {
  const subscribe: LogEvents['subscribe'] = (
    observer?: Observer | Observer['next'],
    error?: Observer['error'],
    complete?: Observer['complete'],
  ) => {
    const to =
      typeof observer === 'object'
        ? observer
        : { next: observer, error, complete };
    return events.subscribe({
      next: event => to.next?.(change(event)),
      error: reason => to.error?.(reason),
      complete: () => to.complete?.(),
    });
  };
  return Object.assign(Object.create(events), { subscribe }) as LogEvents;
}

/** A task whose steps and template are called by their names in a language. */
function taskIn(language: string, task: ScaffolderTask): ScaffolderTask {
  const { steps } = task.spec;
  return {
    ...task,
    spec: { ...task.spec, steps: inLanguage(steps, language) },
  };
}

/** The last event of a task brings its links; what a form was told does not. */
function eventIn(language: string, event: LogEvent): LogEvent {
  const { output } = event.body as { output?: unknown };
  return output
    ? {
        ...event,
        body: { ...event.body, ...{ output: inLanguage(output, language) } },
      }
    : event;
}
